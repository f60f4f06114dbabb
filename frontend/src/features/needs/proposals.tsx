/** What the published measures propose as evidence; one press puts it to a need. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import type { AssessmentRead, EvidenceProposalRead } from "@/api/gen/types.gen";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Select } from "@/ui/fields/select";
import { Section } from "@/ui/page/section";
import { proposalsQuery, useAddEvidence } from "./api";
import styles from "./needs.module.css";

export function Proposals({ assessment }: { assessment: AssessmentRead }) {
  const proposals = useSuspenseQuery(proposalsQuery(assessment.id)).data.items;
  return (
    <Section
      heading={<Trans>Evidence from published measures</Trans>}
      note={<Trans>Where the school stands worse than the district, the widest gap first.</Trans>}
    >
      {proposals.length === 0 ? (
        <p>
          <Trans>The published measures propose nothing.</Trans>
        </p>
      ) : (
        <ul className={styles.plain}>
          {proposals.map((proposal) => (
            <Proposal
              key={`${proposal.measure} ${proposal.period}`}
              proposal={proposal}
              assessment={assessment}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Proposal({ proposal, assessment }: { proposal: EvidenceProposalRead; assessment: AssessmentRead }) {
  const { t } = useLingui();
  const { needs } = assessment;
  const likely = needs.find((need) => need.area.code === proposal.area_code) ?? needs[0];
  const [chosen, setChosen] = useState(likely?.id ?? "");
  const add = useAddEvidence();
  return (
    <li className={styles.proposal}>
      <p>{proposal.sentence}</p>
      {needs.length > 0 && (
        <>
          <Select
            label={t`Evidence for`}
            name={`need-${proposal.measure}-${proposal.period}`}
            options={needs.map((need) => ({ value: need.id, label: need.title }))}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          />
          <div>
            <Button
              working={add.isPending ? <Trans>Adding…</Trans> : undefined}
              onClick={() =>
                add.mutate(
                  { needId: chosen, body: { measure: proposal.measure, period: proposal.period } },
                  { onSuccess: (need) => announce(t`Added to “${need.title}”`) },
                )
              }
            >
              <Trans>Use this</Trans>
            </Button>
          </div>
        </>
      )}
      {add.isSuccess && (
        <Notice kind="good">
          <Trans>Added to “{add.data.title}”</Trans>
        </Notice>
      )}
      {add.isError && (
        <Notice kind="bad" live>
          {problemSentence(add.error)}
        </Notice>
      )}
    </li>
  );
}
