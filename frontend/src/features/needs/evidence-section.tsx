/** What shows a need: published measures and people's accounts, each taken away again with one press. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import type { EvidenceCreate, EvidenceRead, NeedRead } from "@/api/gen/types.gen";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { UndoBar } from "@/ui/feedback/undo-bar";
import { Disclosure } from "@/ui/page/disclosure";
import { Section } from "@/ui/page/section";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { proposalsQuery } from "./api";
import { proposalKey } from "./need-draft";
import styles from "./need-rows.module.css";
import { useAddEvidence, useRemoveEvidence } from "./write";

const EvidenceDialog = lazy(() =>
  import("./evidence-dialog").then((module) => ({ default: module.EvidenceDialog })),
);

const again = ({ measure, period, statement, source }: EvidenceRead): EvidenceCreate =>
  measure !== null && period !== null ? { measure, period } : { statement, source };

export function EvidenceSection({ need }: { need: NeedRead }) {
  const { t } = useLingui();
  const [writes, setWrites] = useState(false);
  const [removed, setRemoved] = useState<EvidenceRead | null>(null);
  const add = useAddEvidence();
  const remove = useRemoveEvidence();
  const failure = add.error ?? remove.error;
  const back = () => document.getElementById("evidence")?.focus();
  return (
    <Section id="evidence" heading={<Trans>What shows it</Trans>}>
      {need.evidence.length === 0 ? (
        <p>
          <Trans>No evidence has been given.</Trans>
        </p>
      ) : (
        <ul className={styles.plain}>
          {need.evidence.map((piece) => (
            <li key={piece.id} className={styles.piece}>
              <div>
                <p>{piece.statement}</p>
                <p className={styles.about}>{piece.source}</p>
              </div>
              {need.can_edit && (
                <Button
                  small
                  kind="quiet"
                  onClick={() =>
                    remove.mutate(
                      { need, evidenceId: piece.id },
                      {
                        onSuccess: () => {
                          setRemoved(piece);
                          back();
                        },
                      },
                    )
                  }
                >
                  <span>
                    <Trans>Remove</Trans>
                    <VisuallyHidden>: {piece.statement}</VisuallyHidden>
                  </span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {removed && (
        <UndoBar
          onUndo={() =>
            add.mutate(
              { needId: need.id, body: again(removed) },
              {
                onSuccess: () => {
                  setRemoved(null);
                  announce(t`The evidence is back`);
                  back();
                },
              },
            )
          }
          onDismiss={() => {
            setRemoved(null);
            back();
          }}
        >
          <Trans>The evidence is removed.</Trans>
        </UndoBar>
      )}
      {failure && (
        <Notice kind="bad" live>
          {problemSentence(failure)}
        </Notice>
      )}
      {need.can_edit && (
        <div className={styles.after}>
          <Proposed need={need} />
          <Button onClick={() => setWrites(true)}>
            <Trans>Write down what people say</Trans>
          </Button>
        </div>
      )}
      {writes && (
        <Suspense>
          <EvidenceDialog needId={need.id} onClose={() => setWrites(false)} />
        </Suspense>
      )}
    </Section>
  );
}

/** What the school's measures propose and this need does not have yet. */
function Proposed({ need }: { need: NeedRead }) {
  const { t } = useLingui();
  const add = useAddEvidence();
  const proposals = useQuery(proposalsQuery(need.assessment.id)).data?.items ?? [];
  const fresh = proposals.filter(
    (one) => !need.evidence.some((piece) => piece.measure === one.measure && piece.period === one.period),
  );
  if (fresh.length === 0) return null;
  return (
    <Disclosure
      open={need.evidence.length === 0}
      summary={
        <Plural
          value={fresh.length}
          one="# finding from the school’s published measures"
          other="# findings from the school’s published measures"
        />
      }
    >
      <ul className={styles.plain}>
        {fresh.map((one) => (
          <li key={proposalKey(one)} className={styles.piece}>
            <p>{one.sentence}</p>
            <Button
              small
              onClick={() =>
                add.mutate(
                  { needId: need.id, body: { measure: one.measure, period: one.period } },
                  {
                    onSuccess: () => {
                      announce(t`Added as evidence`);
                      document.getElementById("evidence")?.focus();
                    },
                  },
                )
              }
            >
              <span>
                <Trans>Use this</Trans>
                <VisuallyHidden>: {one.label}</VisuallyHidden>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {add.isError && (
        <Notice kind="bad" live>
          {problemSentence(add.error)}
        </Notice>
      )}
    </Disclosure>
  );
}
