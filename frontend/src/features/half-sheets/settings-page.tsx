/** Who decides what schools' public pages show: a choice for the office, a sentence for everybody else. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { showProblem } from "@/api/form-problems";
import type { HalfSheetSettingsRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { announce } from "@/lib/announcer";
import { can } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { Form } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { halfSheetSettingsQuery, useSetWhoDecides } from "./settings-api";

export function HalfSheetSettingsPage() {
  const { t } = useLingui();
  const me = useSession();
  const settings = useSuspenseQuery(halfSheetSettingsQuery()).data;
  return (
    <>
      <PageHead
        title={[t`Settings`, t`Public pages`]}
        trail={
          <Breadcrumbs here={<Trans>Settings</Trans>}>
            <Link to="/schools">
              <Trans>Schools</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={
          settings.decided_by === "district" ? (
            <Trans>The district office decides what schools’ public pages show</Trans>
          ) : (
            <Trans>Each principal decides what their school’s public page shows</Trans>
          )
        }
        lead={
          <Trans>
            The partner has to have made a program public first. Office, principal and partner each take it
            down at once.
          </Trans>
        }
      />
      {can(me, "agreements:approve") && <Choose settings={settings} />}
    </>
  );
}

function Choose({ settings }: { settings: HalfSheetSettingsRead }) {
  const { t } = useLingui();
  const set = useSetWhoDecides();
  const form = useForm<{ decided_by: string }>({ defaultValues: { decided_by: settings.decided_by } });
  const { errors, isSubmitting } = form.formState;
  return (
    <Form
      form={form}
      label={t`Who decides`}
      onSubmit={async ({ decided_by: chosen }) => {
        try {
          const body = { decided_by: chosen === "school" ? ("school" as const) : ("district" as const) };
          await set.mutateAsync({ base: settings, body });
          announce(t`Saved`);
        } catch (error) {
          showProblem(form, error);
        }
      }}
      actions={
        <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
          <Trans>Save</Trans>
        </Button>
      }
    >
      <RadioGroup
        label={t`Who decides`}
        choices={[
          { value: "district", label: t`The district’s partnership office` },
          {
            value: "school",
            label: t`The school’s principal`,
            hint: t`What stands on a page now stays there.`,
          },
        ]}
        error={errors.decided_by?.message}
        {...form.register("decided_by")}
      />
    </Form>
  );
}
