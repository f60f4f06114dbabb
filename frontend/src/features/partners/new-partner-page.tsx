/** The office adds an organization: the few facts that are needed; the rest follows on its record. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Form, FormNote } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { similarQuery, useRegister } from "./api";
import { kinds } from "./search";
import { SimilarNotice } from "./similar-notice";
import { kindName } from "./words";

type Asked = { name: string; ein: string };

const wholeEin = /^\d{2}-?\d{7}$/;

/** What can be asked of it yet: half a number is no EIN. */
function askedBy({ name, ein }: Asked): Asked {
  return { name: name.trim(), ein: wholeEin.test(ein.trim()) ? ein.trim() : "" };
}

function keyOf({ name, ein }: Asked): string {
  return `${ein} ${name}`;
}

function similarTo({ name, ein }: Asked) {
  return similarQuery({ ...(name && { name }), ...(ein && { ein }) });
}

export function NewPartnerPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const register = useRegister();
  const form = useForm({
    defaultValues: { name: "", org_type: "", ein: "", phone: "", email: "", mission: "" },
  });
  const { errors, isSubmitting } = form.formState;
  const [asked, setAsked] = useState<Asked>({ name: "", ein: "" });
  const [warnedOf, setWarnedOf] = useState<string | null>(null);
  const queries = useQueryClient();
  const similar = useQuery({ ...similarTo(asked), enabled: asked.name !== "" || asked.ein !== "" });
  const items = similar.data?.items ?? [];
  const ask = () => setAsked(askedBy(form.getValues()));
  const isWarned = warnedOf === keyOf(asked) && items.length > 0;
  /** Whether to go on: a likely duplicate is shown once, and sent when it is sent again. */
  const isKnownOrNew = async (entered: Asked) => {
    const next = askedBy(entered);
    setAsked(next);
    const found = await queries.ensureQueryData(similarTo(next));
    setWarnedOf(keyOf(next));
    return found.items.length === 0 || warnedOf === keyOf(next);
  };
  return (
    <>
      <PageHead
        title={[t`Add a partner`, t`Partners`]}
        trail={
          <Breadcrumbs here={<Trans>Add a partner</Trans>}>
            <Link to="/partners">
              <Trans>Partners</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={<Trans>Add a partner</Trans>}
        lead={<Trans>A few facts are enough. Contacts and programs follow on its record.</Trans>}
      />
      <Form
        form={form}
        label={t`New partner`}
        onSubmit={async (entered) => {
          const kind = kinds.find((each) => each === entered.org_type) ?? "other";
          try {
            if (!(await isKnownOrNew(entered))) return;
            const made = await register.mutateAsync({
              name: entered.name.trim(),
              org_type: kind,
              ein: entered.ein.trim() || null,
              phone: entered.phone.trim() || null,
              email: entered.email.trim() || null,
              mission: entered.mission.trim() || null,
            });
            await navigate({ to: "/partners/$partnerId", params: { partnerId: made.id } });
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Adding…</Trans> : undefined}>
              {isWarned ? <Trans>It is another one: add it</Trans> : <Trans>Add the partner</Trans>}
            </Button>
            <ButtonLink kind="quiet" to="/partners">
              <Trans>Cancel</Trans>
            </ButtonLink>
          </>
        }
      >
        <FormNote />
        <TextField
          label={t`Name`}
          hint={t`As people call it; the legal name can follow`}
          error={errors.name?.message}
          {...form.register("name", {
            validate: (value) => value.trim() !== "" || t`Enter the name of the organization`,
            onBlur: ask,
          })}
        />
        <Select
          label={t`Type`}
          empty={t`Choose a type`}
          options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
          error={errors.org_type?.message}
          {...form.register("org_type", { required: t`Choose what type of organization it is` })}
        />
        <TextField
          label={t`EIN`}
          hint={t`Its tax number, such as 12-3456789: it shows whether the organization is already here`}
          optional
          error={errors.ein?.message}
          {...form.register("ein", {
            pattern: {
              value: /^\d{2}-?\d{7}$/,
              message: t`Enter the EIN as two digits, a hyphen and seven digits`,
            },
            onBlur: ask,
          })}
        />
        <TextField
          label={t`Phone`}
          type="tel"
          optional
          error={errors.phone?.message}
          {...form.register("phone")}
        />
        <TextField
          label={t`E-mail`}
          type="email"
          optional
          error={errors.email?.message}
          {...form.register("email", {
            pattern: {
              value: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
              message: t`Enter an e-mail address, such as name@example.org`,
            },
          })}
        />
        <TextArea label={t`Mission`} optional error={errors.mission?.message} {...form.register("mission")} />
        <SimilarNotice items={items} />
      </Form>
    </>
  );
}
