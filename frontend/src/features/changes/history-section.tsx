/** What happened, newest first. A history that cannot be read does not take the page away. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { problemSentence } from "@/api/form-problems";
import type { HistoryItem } from "@/api/gen/types.gen";
import { dayOf, formatDay, formatInstant } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Timeline } from "@/ui/lists/timeline";
import { Section } from "@/ui/page/section";
import { historyQuery, type Recorded } from "./api";

type Props = {
  of: Recorded;
  id: string;
  timeZone: string;
  today: string;
  /** One fact in the words of its feature. */
  sentence: (item: HistoryItem) => string;
};

export function HistorySection({ of, id, timeZone, today, sentence }: Props) {
  const { t } = useLingui();
  const history = useInfiniteQuery(historyQuery(of, id));
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section heading={t`History`}>
      {history.isPending && <Skeleton label={t`Loading the history`} shape="lines" count={5} />}
      {history.isError && (
        <Notice
          kind="bad"
          title={t`The history could not be loaded`}
          actions={
            <Button small onClick={() => void history.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          {problemSentence(history.error)}
        </Notice>
      )}
      {items.length > 0 && (
        <Timeline
          label={t`History`}
          entries={items.map((item) => ({
            key: `${item.at}${item.kind}${item.version}`,
            at: item.at,
            when: when(item.at, timeZone, today),
            what: sentence(item),
            quote: item.reason ?? undefined,
          }))}
        />
      )}
      {history.hasNextPage && (
        <Button
          kind="quiet"
          onClick={() => void history.fetchNextPage()}
          working={history.isFetchingNextPage ? <Trans>Loading…</Trans> : undefined}
        >
          <Trans>Show earlier entries</Trans>
        </Button>
      )}
    </Section>
  );
}

/** The time of day for this year's entries, the year for older ones. */
function when(instant: string, timeZone: string, today: string): string {
  const day = dayOf(instant, timeZone);
  return day.slice(0, 4) === today.slice(0, 4) ? formatInstant(instant, timeZone) : formatDay(day);
}
