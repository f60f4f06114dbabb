/** The office adds an organization: the few facts that are needed; the rest follows on its record. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
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
import { useRegister } from "./api";
import { kinds } from "./search";
import { kindName } from "./words";

export function NewPartnerPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const register = useRegister();
  const form = useForm({
    defaultValues: { name: "", org_type: "", ein: "", phone: "", email: "", mission: "" },
  });
  const { errors, isSubmitting } = form.formState;
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
              <Trans>Add the partner</Trans>
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
      </Form>
    </>
  );
}
