/** The reader's own page: who they are, what reaches them and in which language, and their calendar. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { sessionQuery, useSession } from "@/features/auth";
import { DelegatesSection, delegationsQuery } from "@/features/decisions";
import { ButtonLink } from "@/ui/actions/link";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { feedQuery, placeNamesQuery, preferencesQuery } from "./api";
import { CalendarSection } from "./calendar-section";
import { LanguageSection } from "./language-section";
import { PreferencesForm } from "./preferences-form";
import { WorkplacesSection } from "./workplaces-section";

export async function loadAccount(queries: QueryClient): Promise<void> {
  const me = await queries.ensureQueryData(sessionQuery);
  await Promise.all([
    queries.fetchQuery({ ...preferencesQuery(), staleTime: 0 }),
    queries.ensureQueryData(feedQuery()),
    queries.ensureQueryData(delegationsQuery()),
    queries.ensureQueryData(placeNamesQuery(me)),
  ]);
}

export function AccountPage() {
  const { t } = useLingui();
  const me = useSession();
  const preferences = useSuspenseQuery(preferencesQuery()).data;
  return (
    <>
      <PageHead title={t`Your account`} heading={me.person?.name} lead={me.person?.email} />
      <WorkplacesSection me={me} />
      <DelegatesSection today={me.tenant.today} />
      <Section
        heading={<Trans>What reaches you</Trans>}
        note={
          <Trans>
            For your roles in {me.tenant.name}. What asks you to do something comes at once unless you choose
            otherwise.
          </Trans>
        }
      >
        {preferences.items.length === 0 ? (
          <p>
            <Trans>Nothing is sent to your role yet.</Trans>
          </p>
        ) : (
          <PreferencesForm preferences={preferences} />
        )}
      </Section>
      <LanguageSection me={me} />
      <CalendarSection />
      {me.tenant.is_demonstration && (
        <Section
          heading={<Trans>E-mails sent to you</Trans>}
          note={
            <Trans>
              No e-mail leaves a demonstration: its people are invented and their addresses lead nowhere. What
              would have been sent to you can be read here instead.
            </Trans>
          }
        >
          <ButtonLink to="/mailbox">
            <Trans>Open the mailbox</Trans>
          </ButtonLink>
        </Section>
      )}
    </>
  );
}
