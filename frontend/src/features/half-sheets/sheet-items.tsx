/** Every program at the school and where it stands; what waits for this reader first. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import type { KeptSheetItem } from "@/api/gen/types.gen";
import { reasonWords } from "@/api/spoken/reasons";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag, type StatusLook } from "@/ui/data/status-tag";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import { useHide } from "./keeping-api";
import styles from "./keeping.module.css";

const ShowDialog = lazy(() => import("./show-dialog").then((module) => ({ default: module.ShowDialog })));

const looks: Record<KeptSheetItem["standing"], StatusLook> = {
  shown: "good",
  not_public: "none",
  not_decided: "review",
  words_changed: "changes",
  not_in_force: "warn",
};

export function SheetItems({ items, schoolId }: { items: readonly KeptSheetItem[]; schoolId: string }) {
  const { t } = useLingui();
  const [showing, setShowing] = useState<string | null>(null);
  const open = items.find((item) => item.partnership_id === showing);
  const columns: Column<KeptSheetItem>[] = [
    {
      id: "program",
      header: t`Program and partner`,
      cell: (item) => (
        <>
          <Link to="/partnerships/$partnershipId" params={{ partnershipId: item.partnership_id }}>
            {item.program.name}
          </Link>
          <br />
          {item.partner.name}
        </>
      ),
    },
    { id: "standing", header: t`On the page`, cell: (item) => <Standing item={item} /> },
    {
      id: "step",
      header: t`Step`,
      phone: "line",
      cell: (item) => <Step item={item} onShow={() => setShowing(item.partnership_id)} />,
    },
  ];
  return (
    <Section heading={<Trans>Programs at the school</Trans>}>
      {items.length === 0 ? (
        <EmptyState level={3} title={<Trans>No program is at the school yet.</Trans>}>
          <Trans>Programs with a partnership here can stand on the page.</Trans>
        </EmptyState>
      ) : (
        <DataTable
          caption={t`Programs at the school`}
          captionHidden
          columns={columns}
          rows={items.toSorted((one, other) => Number(waitsHere(other)) - Number(waitsHere(one)))}
          rowKey={(item) => item.partnership_id}
        />
      )}
      {open && (
        <Suspense>
          <ShowDialog item={open} schoolId={schoolId} onClose={() => setShowing(null)} />
        </Suspense>
      )}
    </Section>
  );
}

function waitsHere({ can_show: mayShow, standing }: KeptSheetItem): boolean {
  return mayShow && (standing === "not_decided" || standing === "words_changed");
}

function Standing({ item }: { item: KeptSheetItem }) {
  return (
    <>
      <StatusTag look={looks[item.standing]}>
        <StandingWords standing={item.standing} />
      </StatusTag>
      {item.standing === "words_changed" && (
        <p className={styles.why}>
          <Trans>The partner wrote something else; it comes back when the new words are agreed to.</Trans>
        </p>
      )}
      {item.said.length > 0 && <p className={styles.why}>{item.said.map(reasonWords).join(" ")}</p>}
    </>
  );
}

function StandingWords({ standing }: { standing: KeptSheetItem["standing"] }) {
  switch (standing) {
    case "shown":
      return <Trans>Shown today</Trans>;
    case "not_public":
      return <Trans>Not made public by the partner</Trans>;
    case "not_decided":
      return <Trans>Waits for agreement</Trans>;
    case "words_changed":
      return <Trans>New words to read</Trans>;
    case "not_in_force":
      return <Trans>Not in force today</Trans>;
  }
}

function Step({ item, onShow }: { item: KeptSheetItem; onShow: () => void }) {
  const hide = useHide(item.partnership_id);
  return (
    <>
      {hide.error && (
        <Notice kind="bad" live>
          {problemSentence(hide.error)}
        </Notice>
      )}
      <span className={styles.steps}>
        {item.can_show && (
          <Button small onClick={onShow}>
            {waitsHere(item) ? <Trans>Read and agree</Trans> : <Trans>See the words</Trans>}
          </Button>
        )}
        {item.can_hide && (
          <Button
            small
            kind="quiet"
            working={hide.isPending ? <Trans>Taking down…</Trans> : undefined}
            onClick={() => hide.mutate()}
          >
            <Trans>Take down</Trans>
          </Button>
        )}
      </span>
    </>
  );
}
