/** The link of the e-mail: the address is confirmed with a password, and the organization's record begins. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { showProblem } from "@/api/form-problems";
import type { JoinRead } from "@/api/gen/types.gen";
import { headingArrived } from "@/lib/heading-focus";
import { Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Form } from "@/ui/fields/form";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { joinQuery, useConfirmJoining } from "./join-api";
import { JoinFrame } from "./join-frame";
import styles from "./join.module.css";

const shortest = 15;

export function JoinConfirmPage({ token }: { token: string }) {
  const { t } = useLingui();
  // without a secret there is nothing to ask: the page was opened by hand, or is about to be left
  const found = useQuery({ ...joinQuery(token), enabled: token !== "" });
  const isDead = token === "" || found.isError;
  if (found.data)
    return (
      <JoinFrame title={found.data.organization}>
        <Confirm token={token} asked={found.data} />
      </JoinFrame>
    );
  return (
    <JoinFrame title={t`Confirm your address`}>
      <h1 tabIndex={-1} ref={isDead ? headingArrived : undefined}>
        {isDead ? <Trans>This link does not work</Trans> : <Trans>Confirm your address</Trans>}
      </h1>
      {isDead ? (
        <>
          <p className={styles.lead}>
            <Trans>It was used already, is more than two days old, or was cut short on its way.</Trans>
          </p>
          <ButtonLink to="/join">
            <Trans>Register again</Trans>
          </ButtonLink>
        </>
      ) : (
        <Skeleton label={t`Looking at the link`} count={2} />
      )}
    </JoinFrame>
  );
}

function Confirm({ token, asked }: { token: string; asked: JoinRead }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const confirm = useConfirmJoining();
  const form = useForm({ defaultValues: { password: "" } });
  const { errors, isSubmitting } = form.formState;
  const { organization, district, email } = asked;
  return (
    <>
      <h1 tabIndex={-1} ref={headingArrived}>
        <Trans>Begin the application of {organization}</Trans>
      </h1>
      <p className={styles.lead}>
        {asked.has_account ? (
          <Trans>
            {email} signs in here already. Enter its password to apply to {district} as well.
          </Trans>
        ) : (
          <Trans>Choose a password for {email}. You sign in with it from now on.</Trans>
        )}
      </p>
      <Form
        form={form}
        label={t`Confirm your address`}
        onSubmit={async ({ password }) => {
          try {
            await confirm.mutateAsync({ token, password });
            await navigate({ to: "/profile", replace: true });
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Opening…</Trans> : undefined}>
            <Trans>Begin</Trans>
          </Button>
        }
      >
        <TextField
          label={t`Password`}
          type="password"
          autoComplete={asked.has_account ? "current-password" : "new-password"}
          hint={
            asked.has_account ? undefined : t`At least ${shortest} characters; a sentence is easy to remember`
          }
          error={errors.password?.message}
          {...form.register("password", {
            validate: (value) =>
              asked.has_account
                ? value !== "" || t`Enter your password`
                : value.length >= shortest || t`Choose a password of at least ${shortest} characters`,
          })}
        />
      </Form>
    </>
  );
}
