/** E-mail and password: one message when they do not match, nothing in the way of pasting or a password manager. */
import { t as say } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type SubmitEvent } from "react";
import type { Me } from "@/api/gen/types.gen";
import { isApiError } from "@/api/problem";
import { Button } from "@/ui/actions/button";
import { LinkButton } from "@/ui/actions/link-button";
import { ErrorSummary, type SummaryError } from "@/ui/fields/error-summary";
import { TextField } from "@/ui/fields/text-field";
import { useSignIn } from "./api";
import styles from "./sign-in-form.module.css";

type Props = {
  onSignedIn: (me: Me) => void;
  /** For signing in again as the same person. */
  email?: string | undefined;
};

export function SignInForm({ onSignedIn, email }: Props) {
  const { t } = useLingui();
  const signIn = useSignIn();
  const [shown, setShown] = useState(false);
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const refuse = (found: readonly SummaryError[]) => {
    setErrors(found);
    setAttempt((before) => before + 1);
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (signIn.isPending) return;
    const entered = new FormData(event.currentTarget);
    const address = text(entered.get("email")).trim();
    const password = text(entered.get("password"));
    const missing: SummaryError[] = [];
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)) {
      missing.push({
        field: "sign-in-email",
        message: t`Enter your e-mail address, such as name@school.org`,
      });
    }
    if (password === "") missing.push({ field: "sign-in-password", message: t`Enter your password` });
    if (missing.length > 0) return refuse(missing);
    setErrors([]);
    signIn.mutate(
      { email: address, password },
      { onSuccess: onSignedIn, onError: (error) => refuse([{ message: refusal(error) }]) },
    );
  };

  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <TextField
        label={t`E-mail address`}
        id="sign-in-email"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={email}
        error={errorOf("sign-in-email")}
      />
      <TextField
        label={t`Password`}
        id="sign-in-password"
        name="password"
        type={shown ? "text" : "password"}
        autoComplete="current-password"
        error={errorOf("sign-in-password")}
        aside={
          <LinkButton
            aria-label={shown ? t`Hide password` : t`Show password`}
            onClick={() => setShown(!shown)}
          >
            {shown ? <Trans>Hide</Trans> : <Trans>Show</Trans>}
          </LinkButton>
        }
      />
      <div className={styles.action}>
        <Button
          kind="primary"
          type="submit"
          wide
          working={signIn.isPending ? <Trans>Signing in…</Trans> : undefined}
        >
          <Trans>Sign in</Trans>
        </Button>
      </div>
    </form>
  );
}

function text(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}

function refusal(error: unknown): string {
  if (!isApiError(error)) return say`Something went wrong on this page. Reload it and try again.`;
  if (error.isOffline) return say`No answer came. Check your connection and try again.`;
  if (error.status === 401)
    return say`That e-mail address and password do not match. Check both and try again.`;
  if (error.status >= 500) return say`Alongside is busy. Try again in a moment.`;
  return error.detail ?? error.title;
}
