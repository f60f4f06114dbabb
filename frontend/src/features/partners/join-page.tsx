/** An organization that is not known yet turns to a district; nobody is signed in here. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { showProblem } from "@/api/form-problems";
import { awaitHeading, headingArrived } from "@/lib/heading-focus";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Form, FormNote } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { districtsQuery, letterQuery, useAskToJoin } from "./join-api";
import { JoinFrame } from "./join-frame";
import styles from "./join.module.css";
import { kinds } from "./search";
import { kindName } from "./words";

type Asked = { email: string; district: string; letterId: string | null };

export function JoinPage() {
  const { t } = useLingui();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <JoinFrame title={asked ? t`Look into your mailbox` : t`Register your organization`}>
      {asked ? <Sent asked={asked} /> : <Register onAsked={setAsked} />}
    </JoinFrame>
  );
}

function Register({ onAsked }: { onAsked: (asked: Asked) => void }) {
  const { t, i18n } = useLingui();
  const districts = useSuspenseQuery(districtsQuery).data;
  const ask = useAskToJoin();
  const only = districts.length === 1 ? districts[0]?.slug : undefined;
  const form = useForm({
    defaultValues: { district: only ?? "", organization: "", org_type: "", name: "", email: "" },
  });
  const { errors, isSubmitting } = form.formState;
  const needed = (words: string) => ({ validate: (value: string) => value.trim() !== "" || words });
  return (
    <>
      <h1 tabIndex={-1} ref={headingArrived}>
        <Trans>Register your organization</Trans>
      </h1>
      <p className={styles.lead}>
        <Trans>For organizations that want to work with schools.</Trans>
      </p>
      <ol className={styles.steps}>
        <li>
          <Trans>You confirm your e-mail address.</Trans>
        </li>
        <li>
          <Trans>
            You tell the district who you are and what you offer, in as many sittings as you like.
          </Trans>
        </li>
        <li>
          <Trans>The district answers within 30 days. Each school then agrees for itself.</Trans>
        </li>
      </ol>
      <Form
        form={form}
        label={t`Register your organization`}
        onSubmit={async (entered) => {
          const kind = kinds.find((each) => each === entered.org_type) ?? "other";
          const email = entered.email.trim();
          try {
            const answer = await ask.mutateAsync({
              district: entered.district,
              organization: entered.organization.trim(),
              org_type: kind,
              name: entered.name.trim(),
              email,
              locale: i18n.locale === "es" ? "es" : "en",
            });
            awaitHeading();
            onAsked({ email, district: entered.district, letterId: answer.letter_id });
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Sending…</Trans> : undefined}>
              <Trans>Send me the link</Trans>
            </Button>
            <Link to="/sign-in">
              <Trans>We are registered: sign in</Trans>
            </Link>
          </>
        }
      >
        <FormNote />
        <Select
          label={t`District`}
          empty={t`Choose a district`}
          options={districts.map(({ slug, name }) => ({ value: slug, label: name }))}
          error={errors.district?.message}
          {...form.register("district", needed(t`Choose the district whose schools you want to work with`))}
        />
        <TextField
          label={t`Name of the organization`}
          autoComplete="organization"
          error={errors.organization?.message}
          {...form.register("organization", needed(t`Enter the name of the organization`))}
        />
        <Select
          label={t`Type`}
          empty={t`Choose a type`}
          options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
          error={errors.org_type?.message}
          {...form.register("org_type", needed(t`Choose what type of organization it is`))}
        />
        <TextField
          label={t`Your name`}
          autoComplete="name"
          error={errors.name?.message}
          {...form.register("name", needed(t`Enter your name`))}
        />
        <TextField
          label={t`Your e-mail`}
          type="email"
          autoComplete="email"
          error={errors.email?.message}
          {...form.register("email", {
            pattern: {
              value: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
              message: t`Enter an e-mail address, such as name@example.org`,
            },
            required: t`Enter an e-mail address, such as name@example.org`,
          })}
        />
      </Form>
    </>
  );
}

/** The same words whatever is known of the address. */
function Sent({ asked }: { asked: Asked }) {
  return (
    <>
      <h1 tabIndex={-1} ref={headingArrived}>
        <Trans>Look into your mailbox</Trans>
      </h1>
      <p className={styles.lead}>
        <Trans>
          A link is on its way to {asked.email}. It works once, for two days. Nothing is registered before you
          open it.
        </Trans>
      </p>
      {asked.letterId && <Letter district={asked.district} letterId={asked.letterId} />}
    </>
  );
}

function Letter({ district, letterId }: { district: string; letterId: string }) {
  const letter = useQuery(letterQuery(district, letterId)).data;
  const token = letter?.text.match(/#(\S+)/)?.[1];
  if (!letter || !token) return null;
  return (
    <Notice
      title={letter.subject}
      actions={
        <ButtonLink to="/join/confirm" hash={token}>
          <Trans>Open the link of the e-mail</Trans>
        </ButtonLink>
      }
    >
      <p>
        <Trans>This is a demonstration: no e-mail leaves. This is what would be sent.</Trans>
      </p>
    </Notice>
  );
}
