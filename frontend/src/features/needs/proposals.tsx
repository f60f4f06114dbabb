/** What the published measures propose as evidence; one press puts it to a need. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import type { AssessmentRead, EvidenceProposalRead } from "@/api/gen/types.gen";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Select } from "@/ui/fields/select";
import { Disclosure } from "@/ui/page/disclosure";
import { Section } from "@/ui/page/section";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { proposalsQuery } from "./api";
import { proposalKey } from "./need-draft";
import styles from "./needs.module.css";
import { useAddEvidence } from "./write";

export function Proposals({ assessment }: { assessment: AssessmentRead }) {
  const proposals = useSuspenseQuery(proposalsQuery(assessment.id)).data.items;
  return (
    <Section
      heading={<Trans>Evidence from published measures</Trans>}
      note={<Trans>Where the school stands worse than the district, the widest gap first.</Trans>}
    >
      {proposals.length === 0 ? (
        <p>
          <Trans>
            The published measures propose nothing: the school stands no worse than the district in any of
            them.
          </Trans>
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
      <div className={styles.uses}>
        <ButtonLink
          small
          to="/needs/assessments/$assessmentId/add"
          params={{ assessmentId: assessment.id }}
          search={{ proposal: proposalKey(proposal) }}
        >
          <span>
            <Trans>Record a need from this</Trans>
            <VisuallyHidden>: {proposal.label}</VisuallyHidden>
          </span>
        </ButtonLink>
        {needs.length > 0 && (
          <Disclosure
            summary={
              <>
                <Trans>Use it for a need that is recorded</Trans>
                <VisuallyHidden>: {proposal.label}</VisuallyHidden>
              </>
            }
          >
            <Select
              label={t`Evidence for`}
              name={`need-${proposal.measure}-${proposal.period}`}
              options={needs.map((need) => ({ value: need.id, label: need.title }))}
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
            />
            <Button
              small
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
          </Disclosure>
        )}
      </div>
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
