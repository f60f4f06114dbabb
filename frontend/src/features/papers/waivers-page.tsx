/** Waivers of risk management: who goes without which paper, why, from whom and until when. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { WaiverRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatDay, formatSpan } from "@/lib/dates";
import { can } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { ShowMore } from "@/ui/data/show-more";
import { StatusTag } from "@/ui/data/status-tag";
import { EmptyState } from "@/ui/feedback/empty-state";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { waiversQuery } from "./office-api";
import { OfficeTabs } from "./office-tabs";
import { standingWords, waiverLooks, waiverPlace, waiverStanding } from "./waivers-words";

const GiveDialog = lazy(() => import("./waivers-form").then((module) => ({ default: module.GiveDialog })));
const EndDialog = lazy(() =>
  import("./waivers-end-dialog").then((module) => ({ default: module.EndDialog })),
);

export function WaiversPage() {
  const { t } = useLingui();
  const me = useSession();
  const { today } = me.tenant;
  const [open, setOpen] = useState<"give" | WaiverRead | null>(null);
  const list = useSuspenseInfiniteQuery(waiversQuery);
  const waivers = list.data.pages.flatMap((page) => page.items);
  const total = list.data.pages[0]?.total?.value;
  const holding = waivers.filter((each) => waiverStanding(each, today) === "holds").length;
  const mayGive = can(me, "papers:waive");
  const give = mayGive && (
    <Button kind="primary" onClick={() => setOpen("give")}>
      <Trans>Give a waiver</Trans>
    </Button>
  );
  return (
    <>
      <PageHead
        title={[t`Waivers`, t`Papers`]}
        heading={
          waivers.length === 0 ? (
            <Trans>No waiver was ever given</Trans>
          ) : (
            <Plural
              value={holding}
              _0="No waiver holds today"
              one="# waiver holds today"
              other="# waivers hold today"
            />
          )
        }
        lead={
          <Trans>
            Risk management lets a partner go without a paper for a time, and says why. Its author and days
            stay here.
          </Trans>
        }
        action={waivers.length > 0 && give}
      />
      <OfficeTabs />
      <Section heading={<Trans>Waivers</Trans>} headingHidden>
        {waivers.length === 0 ? (
          <EmptyState level={3} title={<Trans>Nobody goes without a paper.</Trans>} actions={give}>
            <Trans>A waiver is for one paper and one partner, and it always has a last day.</Trans>
          </EmptyState>
        ) : (
          <>
            <WaiversTable waivers={waivers} onEnd={setOpen} />
            <ShowMore
              shown={waivers.length}
              total={total}
              hasMore={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )}
      </Section>
      <Suspense>
        {open === "give" && <GiveDialog onClose={() => setOpen(null)} />}
        {open !== null && open !== "give" && <EndDialog waiver={open} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}

type TableProps = { waivers: readonly WaiverRead[]; onEnd: (waiver: WaiverRead) => void };

function WaiversTable({ waivers, onEnd }: TableProps) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const columns: readonly Column<WaiverRead>[] = [
    {
      id: "partner",
      header: t`Who`,
      cell: (each) => (
        <>
          <Link to="/partners/$partnerId" params={{ partnerId: each.partner.id }}>
            {each.partner.name}
          </Link>
          <small>{waiverPlace(each)}</small>
        </>
      ),
    },
    { id: "requirement", header: t`Goes without`, cell: (each) => each.requirement.name },
    {
      id: "why",
      header: t`Why, and who gave it`,
      short: t`Why`,
      cell: (each) => (
        <>
          {each.reason}
          <small>{each.author.name}</small>
          {each.revoked_reason && (
            <small>
              <Trans>Ended because: {each.revoked_reason}</Trans>
            </small>
          )}
        </>
      ),
    },
    {
      id: "days",
      header: t`Days`,
      cell: (each) =>
        each.starts_on === each.ends_on
          ? formatDay(each.starts_on)
          : formatSpan(each.starts_on, each.ends_on),
    },
    {
      id: "standing",
      header: t`Today`,
      cell: (each) => (
        <>
          <StatusTag look={waiverLooks[waiverStanding(each, today)]}>{standingWords(each, today)}</StatusTag>{" "}
          {each.can_revoke && (
            <Button
              small
              kind="quiet"
              data-print="no"
              aria-label={t`End early: ${each.requirement.name}, ${each.partner.name}`}
              onClick={() => onEnd(each)}
            >
              <Trans>End early</Trans>
            </Button>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t`Waivers, the latest first`}
      captionHidden
      columns={columns}
      rows={waivers}
      rowKey={(each) => each.id}
    />
  );
}
