/** The office's setting of what each of the nine answers about a new agreement leads to. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useSession } from "@/features/auth";
import { can } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import styles from "../routes/routes.module.css";
import { treeQuery, type Lead } from "./api";
import { answerName, finding, leadWords, questionName, questionOf } from "./words";

const LeadDialog = lazy(() => import("./lead-dialog").then((module) => ({ default: module.LeadDialog })));

export function TreePage() {
  const { t } = useLingui();
  const me = useSession();
  const leads = useSuspenseQuery(treeQuery()).data.items;
  const [open, setOpen] = useState<Lead["answer"] | null>(null);
  const [done, setDone] = useState<Lead["answer"] | null>(null);
  const mayChange = can(me, "settings:write");
  const columns = useMemo<Column<Lead>[]>(() => {
    const shown: Column<Lead>[] = [
      {
        id: "answer",
        header: t`Answer`,
        cell: (lead) => (
          <>
            {answerName(lead.answer)}
            <small>{lead.is_own ? t`Set by the district` : t`The usual way`}</small>
          </>
        ),
      },
      { id: "leads", header: t`Leads to`, cell: leadWords },
    ];
    if (!mayChange) return shown;
    return [
      ...shown,
      {
        id: "change",
        header: t`Change`,
        phone: "line",
        cell: (lead) => (
          <Button
            small
            onClick={() => {
              setDone(null);
              setOpen(lead.answer);
            }}
            aria-label={t`Change: ${answerName(lead.answer)}`}
          >
            <Trans>Change</Trans>
          </Button>
        ),
      },
    ];
  }, [t, mayChange]);
  return (
    <>
      <PageHead
        title={[t`What the four questions lead to`, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>What the four questions lead to</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
            <Link to="/settings/agreements">
              <Trans>Settings</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={finding(leads)}
        lead={
          <Trans>
            The first answer that names a type decides it; every answer may add reviewers. Drafts follow a
            change at once; what was sent for review keeps its way.
          </Trans>
        }
        asOf={
          <Trans>
            Who reviews a type whatever the answers: see{" "}
            <Link to="/settings/routes">how agreements are reviewed and signed</Link>.
          </Trans>
        }
      />
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={t`Saved for: ${answerName(done)}`} key={done} />
        </div>
      )}
      {!mayChange && (
        <p className={styles.notice}>
          <Trans>Only the people who keep the district’s settings change this.</Trans>
        </p>
      )}
      <DataTable
        caption={t`What the four questions lead to, answer by answer`}
        captionHidden
        columns={columns}
        rows={leads}
        rowKey={(lead) => lead.answer}
        group={{
          of: (lead) => questionName(questionOf(lead.answer)),
          heading: (question) => question,
        }}
      />
      <Suspense>
        {open && (
          <LeadDialog
            answer={open}
            onClose={() => setOpen(null)}
            onDone={(answer) => {
              setOpen(null);
              setDone(answer);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
