/** Makes a pack: which parts go in, whether results of checks go along, and until when it can be opened. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { Controller, useWatch } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { announce } from "@/lib/announcer";
import { addDays } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Checkbox, CheckboxGroup } from "@/ui/fields/checkbox";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { useMakePack } from "./api";
import styles from "./packs.module.css";
import { partName, parts } from "./words";

type Draft = { parts: string[]; people_agree: boolean; expires_on: string };
const days = 30;
const longest = 90;

export function NewPackPage({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { today } = useSession().tenant;
  const make = useMakePack(partnerId);
  const form = useForm<Draft>({
    defaultValues: {
      parts: ["profile", "programs", "papers", "staff"],
      people_agree: false,
      expires_on: addDays(today, days),
    },
  });
  const { errors, isSubmitting } = form.formState;
  const hasChecks = useWatch({ control: form.control, name: "parts" }).includes("checks");
  const hints = {
    profile: t`What is known of your organization, and whom to call. Not what the district decided.`,
    programs: t`All that are not retired.`,
    papers: t`Those that are handed in or accepted, in date, with their scans. Endorsements name one district and stay.`,
    staff: t`Names, titles and e-mail addresses of the people on your list today; not where they work.`,
    checks: t`Only results that are clear and in date. The other district verifies each anew.`,
  };
  const submit = async (draft: Draft) => {
    try {
      await make.mutateAsync({
        parts: parts.filter((part) => draft.parts.includes(part)),
        people_agree: hasChecks && draft.people_agree,
        expires_on: draft.expires_on,
      });
      announce(t`The pack is made`);
      await navigate({ to: "/packs" });
    } catch (error) {
      showProblem(form, error);
    }
  };
  return (
    <>
      <PageHead
        title={[t`Make a pack`, t`Packs for other districts`]}
        trail={
          <Breadcrumbs here={<Trans>Make a pack</Trans>}>
            <Link to="/packs">
              <Trans>Packs for other districts</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={<Trans>Make a pack</Trans>}
        lead={
          <Trans>
            It holds what your record says today and never changes. Only administrators of your organization
            who also work in the other district can open it there.
          </Trans>
        }
      />
      <div className={styles.form}>
        <Form
          form={form}
          label={t`Make a pack`}
          onSubmit={submit}
          actions={
            <>
              <Button
                kind="primary"
                type="submit"
                working={isSubmitting ? <Trans>Making…</Trans> : undefined}
              >
                <Trans>Make the pack</Trans>
              </Button>
              <ButtonLink kind="quiet" to="/packs">
                <Trans>Cancel</Trans>
              </ButtonLink>
            </>
          }
        >
          <Controller
            control={form.control}
            name="parts"
            rules={{ validate: (chosen) => chosen.length > 0 || t`Choose at least one part` }}
            render={({ field, fieldState }) => (
              <CheckboxGroup
                label={t`What goes in`}
                name="parts"
                choices={parts.map((part) => ({ value: part, label: partName(part), hint: hints[part] }))}
                value={field.value}
                onChange={field.onChange}
                error={fieldState.error?.message}
              />
            )}
          />
          {hasChecks && (
            <div className={styles.agree}>
              {errors.people_agree && <p className={styles.wrong}>{errors.people_agree.message}</p>}
              <Checkbox
                id="people_agree"
                label={<Trans>The people on the list agree that their results go along</Trans>}
                {...form.register("people_agree", {
                  validate: (agree, { parts: chosen }) =>
                    agree ||
                    !chosen.includes("checks") ||
                    t`Say that the people agree, or leave their results out`,
                })}
              />
            </div>
          )}
          <Controller
            control={form.control}
            name="expires_on"
            rules={{
              validate: (day) =>
                (isDay(day) && day >= today && day <= addDays(today, longest)) ||
                t`Enter a day from today on, at most 90 days ahead`,
            }}
            render={({ field, fieldState }) => (
              <DateField
                label={t`Can be opened until`}
                hint={t`You can take it back at any time.`}
                name="expires_on"
                value={field.value}
                onChange={field.onChange}
                error={fieldState.error?.message}
              />
            )}
          />
        </Form>
      </div>
    </>
  );
}
