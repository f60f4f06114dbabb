/** The e-mails that the reader would have got, in a demonstration, where none leaves. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useSession } from "@/features/auth";
import { formatInstant } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { ShowMore } from "@/ui/data/show-more";
import { EmptyState } from "@/ui/feedback/empty-state";
import { TaskList } from "@/ui/lists/task-list";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { mailboxQuery } from "./api";

export function MailboxPage() {
  const { t } = useLingui();
  const me = useSession();
  const list = useSuspenseInfiniteQuery(mailboxQuery());
  const letters = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHead
        title={[t`Mailbox`, t`Your account`]}
        heading={<Trans>E-mails sent to you</Trans>}
        trail={
          <Breadcrumbs here={t`Mailbox`}>
            <Link to="/account">
              <Trans>Your account</Trans>
            </Link>
          </Breadcrumbs>
        }
        lead={<Trans>No e-mail leaves a demonstration. What would have been sent is kept here.</Trans>}
      />
      {letters.length === 0 ? (
        <EmptyState title={<Trans>No e-mail was sent to you yet.</Trans>}>
          <Trans>Notices that you chose to get by e-mail appear here when they are sent.</Trans>
        </EmptyState>
      ) : (
        <Section heading={<Trans>E-mails, the newest first</Trans>} headingHidden>
          <TaskList
            tasks={letters.map((letter) => ({
              key: letter.id,
              link: (
                <Link to="/mailbox/$mailId" params={{ mailId: letter.id }}>
                  {letter.subject}
                </Link>
              ),
              when: formatInstant(letter.sent_at, me.tenant.time_zone),
            }))}
          />
          <ShowMore
            shown={letters.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
          />
        </Section>
      )}
    </>
  );
}
