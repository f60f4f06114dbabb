/** What a district sets for all its agreements: a form for the office, plain facts for everybody else. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useSession } from "@/features/auth";
import { InstructionSection } from "@/features/schools";
import { can } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { SummaryList } from "@/ui/data/summary-list";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { typeName } from "../words";
import { settingsQuery, type Settings } from "./api";
import { asksWords, basisName, checklistWords, daysWords, finding, legalWords, settingName } from "./words";

const SettingsForm = lazy(() =>
  import("./settings-form").then((module) => ({ default: module.SettingsForm })),
);

export function AgreementSettingsPage() {
  const { t } = useLingui();
  const me = useSession();
  const settings = useSuspenseQuery(settingsQuery()).data;
  const isOffice = can(me, "agreements:approve");
  return (
    <>
      <PageHead
        title={[t`Settings`, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>Settings</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={finding(settings)}
        lead={
          isOffice ? (
            <Trans>These hold for every agreement of the district.</Trans>
          ) : (
            <Trans>These hold for every agreement of the district. The district office sets them.</Trans>
          )
        }
        asOf={
          <Trans>
            Also set by the district: <Link to="/settings/templates">templates of standing terms</Link>,{" "}
            <Link to="/settings/tree">what the four questions lead to</Link> and{" "}
            <Link to="/settings/routes">how agreements are reviewed and signed</Link>.
          </Trans>
        }
      />
      {isOffice ? (
        <Suspense fallback={<Skeleton label={t`Loading the form`} />}>
          <SettingsForm settings={settings} />
        </Suspense>
      ) : (
        <Facts settings={settings} />
      )}
      <InstructionSection today={me.tenant.today} />
    </>
  );
}

function Facts({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  return (
    <>
      <Section heading={t`The annual revisit`}>
        <SummaryList
          facts={[
            { term: settingName("revisit_basis"), value: basisName(settings.revisit_basis) },
            {
              term: settingName("revisit_window_days"),
              value: daysWords(settings.revisit_window_days),
            },
          ]}
        />
      </Section>
      <Section heading={t`Schools’ answers`}>
        <SummaryList
          facts={[{ term: settingName("school_answer_days"), value: daysWords(settings.school_answer_days) }]}
        />
      </Section>
      <Section heading={t`Site plans`}>
        <SummaryList
          facts={[{ term: settingName("asks_site_plans"), value: asksWords(settings.asks_site_plans) }]}
        />
      </Section>
      <Section heading={t`Clauses`}>
        <SummaryList
          facts={[
            {
              term: settingName("has_clause_checklist"),
              value: checklistWords(settings.has_clause_checklist),
            },
          ]}
        />
      </Section>
      <Section heading={t`Terms of other districts`}>
        <SummaryList
          facts={[
            { term: settingName("adopts_without_legal"), value: legalWords(settings.adopts_without_legal) },
          ]}
        />
      </Section>
      <Section heading={t`When renewals open`} note={<Trans>Days before an agreement’s last one.</Trans>}>
        <SummaryList
          facts={settings.renewal_leads.map(({ type, days }) => ({
            key: type,
            term: typeName(type),
            value: daysWords(days),
          }))}
        />
      </Section>
    </>
  );
}
