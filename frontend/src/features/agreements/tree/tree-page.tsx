/** The office's setting of what each of the nine answers about a new agreement leads to. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useSession } from "@/features/auth";
import { can } from "@/lib/session";
import { Actions, Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import styles from "../routes/routes.module.css";
import { treeQuery, type Lead } from "./api";
import treeStyles from "./tree.module.css";
import { answerName, finding, leadWords, questionName, questionOf } from "./words";

const BackDialog = lazy(() => import("./back-dialog").then((module) => ({ default: module.BackDialog })));
const LeadDialog = lazy(() => import("./lead-dialog").then((module) => ({ default: module.LeadDialog })));

/** An answer to change, one to lead the usual way again, or all of them. */
type Open = { kind: "change" | "back"; answer: Lead["answer"] } | { kind: "back"; answer?: undefined };

export function TreePage() {
  const { t } = useLingui();
  const me = useSession();
  const tree = useSuspenseQuery(treeQuery()).data;
  const leads = tree.items;
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const own = leads.filter((lead) => lead.is_own);
  const mayChange = can(me, "settings:write");
  const finish = (words: string) => {
    setOpen(null);
    setDone(words);
  };
  const start = useCallback((next: Open) => {
    setDone(null);
    setOpen(next);
  }, []);
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
        cell: (lead) => {
          const name = answerName(lead.answer);
          return (
            <Actions>
              <Button
                small
                onClick={() => start({ kind: "change", answer: lead.answer })}
                aria-label={t`Change: ${name}`}
              >
                <Trans>Change</Trans>
              </Button>
              {lead.is_own && (
                <Button
                  small
                  kind="quiet"
                  onClick={() => start({ kind: "back", answer: lead.answer })}
                  aria-label={t`Back to usual: ${name}`}
                >
                  <Trans>Back to usual</Trans>
                </Button>
              )}
            </Actions>
          );
        },
      },
    ];
  }, [t, mayChange, start]);
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
          <Notice kind="good" live focus title={done} key={done + String(tree.version)} />
        </div>
      )}
      {!mayChange && (
        <p className={styles.notice}>
          <Trans>Only the people who keep the district’s settings change this.</Trans>
        </p>
      )}
      {mayChange && own.length > 1 && (
        <div className={treeStyles.back} data-print="no">
          <Button onClick={() => start({ kind: "back" })}>
            <Trans>Back to the usual way everywhere</Trans>
          </Button>
        </div>
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
        {open?.kind === "change" && (
          <LeadDialog
            answer={open.answer}
            onClose={() => setOpen(null)}
            onDone={(answer) => finish(t`Saved for: ${answerName(answer)}`)}
          />
        )}
        {open?.kind === "back" && (
          <BackDialog
            tree={tree}
            answer={open.answer}
            onClose={() => setOpen(null)}
            onDone={() =>
              finish(
                open.answer
                  ? t`It leads the usual way again: ${answerName(open.answer)}`
                  : t`Every answer leads the usual way again.`,
              )
            }
          />
        )}
      </Suspense>
    </>
  );
}
