/** One program in a dialog: all that is known, its next steps, and, for those who keep it, the form. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { problemSentence } from "@/api/form-problems";
import type { PartnerProgram, ProgramRead } from "@/api/gen/types.gen";
import { formatCount, formatMoney } from "@/lib/numbers";
import { Actions, Button } from "@/ui/actions/button";
import { StatusTag } from "@/ui/data/status-tag";
import { SummaryList } from "@/ui/data/summary-list";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Dialog } from "@/ui/overlays/dialog";
import { areasQuery } from "./api";
import { listingQuery } from "./listing-api";
import { ListingForm } from "./listing-form";
import { outcomesQuery, populationsQuery, programQuery, useProgramStep } from "./program-api";
import { EditProgram, NewProgram } from "./program-form";
import { ProgramListing } from "./program-listing";
import { supervisionName } from "./supervision";
import { tierName } from "./tiers";
import styles from "./partners.module.css";
import {
  deliveryName,
  gradeWords,
  needWords,
  programLooks,
  programStatusName,
  timeName,
  weekdayName,
} from "./words";

type Props = { partnerId: string; program: PartnerProgram | null; onClose: () => void };

export function ProgramDialog({ partnerId, program, onClose }: Props) {
  const { t } = useLingui();
  return (
    <Dialog open onClose={onClose} title={program ? program.name : t`Add a program`}>
      {program ? (
        <Loaded id={program.id} onClose={onClose} />
      ) : (
        <NewProgram partnerId={partnerId} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Loaded({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const [editing, setEditing] = useState<"program" | "listing" | null>(null);
  const { data: program, error } = useQuery(programQuery(id));
  const listing = useQuery(listingQuery(id)).data;
  if (error) return <Notice kind="bad">{problemSentence(error)}</Notice>;
  if (!program) return <Skeleton label={t`Loading the program`} shape="lines" count={6} />;
  if (editing === "program") return <EditProgram program={program} onClose={onClose} />;
  if (editing === "listing" && listing) {
    return <ListingForm programId={id} listing={listing} onClose={() => setEditing(null)} />;
  }
  return (
    <>
      <ProgramFacts program={program} />
      <ProgramSteps program={program} onDone={onClose} onEdit={() => setEditing("program")} />
      {program.status !== "draft" && <ProgramListing programId={id} onEdit={() => setEditing("listing")} />}
    </>
  );
}

function ProgramFacts({ program }: { program: ProgramRead }) {
  const { t } = useLingui();
  const areas = useQuery(areasQuery).data?.items ?? [];
  const populations = useQuery(populationsQuery).data?.items ?? [];
  const outcomes = useQuery(outcomesQuery).data?.items ?? [];
  const named = (codes: readonly string[], terms: readonly { code: string; label: string }[]) =>
    codes.map((code) => terms.find((term) => term.code === code)?.label ?? code).join(", ");
  const students = program.capacity_students;
  // what few programs say takes no line in the others
  const evidence: readonly (readonly [string, ReactNode])[] = [
    [t`Estimated value`, program.est_value && formatMoney(program.est_value)],
    [t`What it aims at`, named(program.outcomes, outcomes)],
    [t`Evidence that it works`, program.evidence_tier && tierName(program.evidence_tier)],
    [t`Logic model`, program.logic_model_url && <Elsewhere key="model" to={program.logic_model_url} />],
    [
      t`Evaluation by somebody else`,
      program.evaluation_url && <Elsewhere key="study" to={program.evaluation_url} />,
    ],
  ];
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t`Status`,
      <StatusTag key="status" look={programLooks[program.status]}>
        {programStatusName(program.status)}
      </StatusTag>,
    ],
    [t`What it does`, program.description],
    [t`Works on`, named(program.areas, areas)],
    [t`Grades`, gradeWords(program.grades)],
    [t`For whom`, named(program.populations, populations)],
    [t`When`, program.times_of_day.map(timeName).join(", ")],
    [t`Days`, program.weekdays.map(weekdayName).join(", ")],
    [t`How`, program.delivery && deliveryName(program.delivery)],
    [t`Ever alone with students`, program.supervision && supervisionName(program.supervision)],
    [t`Languages`, program.languages.join(", ")],
    [t`Room for`, students === null ? null : t`${formatCount(students)} students`],
    [t`Cost to the school`, program.cost_to_school && cost(program.cost_to_school, t`None`)],
    ...evidence.filter(([, value]) => value),
  ];
  return (
    <SummaryList
      facts={facts.map(([term, value]) => ({ key: term, term, value: value || <Trans>Not known</Trans> }))}
    />
  );
}

function Elsewhere({ to }: { to: string }) {
  return (
    <a href={to} rel="noreferrer">
      {to.replace(/^https?:\/\//, "")}
    </a>
  );
}

function cost(amount: string, none: string): string {
  return Number(amount) === 0 ? none : formatMoney(amount);
}

type StepsProps = { program: ProgramRead; onDone: () => void; onEdit: () => void };

function ProgramSteps({ program, onDone, onEdit }: StepsProps) {
  const step = useProgramStep(program);
  const [retiring, setRetiring] = useState(false);
  const moves = program.allowed_moves;
  const lacking = [...new Set(moves.flatMap(({ needs }) => needs))];
  const ready = moves.filter(({ needs }) => needs.length === 0);
  const next = ready.find(({ move }) => move !== "retire")?.move;
  const mayRetire = ready.some(({ move }) => move === "retire");
  if (moves.length === 0 && !program.can_edit) return null;
  const take = (move: string) => step.mutate(move, { onSuccess: onDone });
  const working = step.isPending ? <Trans>Working…</Trans> : undefined;
  return (
    <div className={styles.steps}>
      {lacking.length > 0 && <Notice>{lacking.map(needWords).join(" ")}</Notice>}
      {step.error && (
        <Notice kind="bad" live>
          {problemSentence(step.error)}
        </Notice>
      )}
      {retiring ? (
        <>
          <p role="status">
            <Trans>
              Retiring ends the offer for good; what runs under an agreement goes on. It cannot be taken back.
            </Trans>
          </p>
          <Actions>
            <Button kind="danger" working={working} onClick={() => take("retire")}>
              <Trans>Retire for good</Trans>
            </Button>
            <Button kind="quiet" onClick={() => setRetiring(false)}>
              <Trans>Keep it</Trans>
            </Button>
          </Actions>
        </>
      ) : (
        <>
          {next && (
            <p>
              <Effect move={next} />
            </p>
          )}
          <Actions>
            {next && (
              <Button kind="primary" working={working} onClick={() => take(next)}>
                <StepName move={next} />
              </Button>
            )}
            {program.can_edit && (
              <Button onClick={onEdit}>
                <Trans>Edit the program</Trans>
              </Button>
            )}
            {mayRetire && (
              <Button kind="quiet" onClick={() => setRetiring(true)}>
                <Trans>Retire the program</Trans>
              </Button>
            )}
          </Actions>
        </>
      )}
    </div>
  );
}

function StepName({ move }: { move: string }): ReactNode {
  if (move === "submit") return <Trans>Submit for approval</Trans>;
  return <Trans>Approve the program</Trans>;
}

function Effect({ move }: { move: string }): ReactNode {
  if (move === "submit") return <Trans>Submitting asks the district office to approve it.</Trans>;
  return <Trans>Approving lets schools choose it.</Trans>;
}
