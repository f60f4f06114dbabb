/** One program that fits a need: its reasons, what is open, what is already between school and partner, one act. */
import { Plural, Trans } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { problemSentence } from "@/api/form-problems";
import { partsWords } from "@/api/spoken/reasons";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Reasons } from "@/ui/lists/reasons";
import { Disclosure } from "@/ui/page/disclosure";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { useStartPartnership, type Fit, type FitNeed } from "./fits-api";
import { openQuestions, reasonOf } from "./fits-words";
import styles from "./need-fits.module.css";
import { stageLooks, stageName } from "./words";

type Props = {
  fit: Fit;
  place: number;
  need: FitNeed;
  /** The best one that can be started: the page's one primary button. */
  isFirst: boolean;
};

export function NeedFitsProgram({ fit, place, need, isFirst }: Props) {
  const questions = openQuestions(fit, need);
  const own = fit.partnerships.find((each) => each.program.id === fit.program.id);
  return (
    <li className={styles.fit}>
      <span className={styles.rank} aria-hidden="true">
        {place}
      </span>
      <div>
        <h3 className={styles.name}>
          {fit.program.name}
          {own && <StatusTag look={stageLooks[own.stage]}>{stageName(own.stage)}</StatusTag>}
        </h3>
        <p className={styles.by}>
          <Link to="/partners/$partnerId" params={{ partnerId: fit.partner.id }}>
            {fit.partner.name}
          </Link>
          . {partsWords(fit.said)}
        </p>
        <div className={styles.reasons}>
          <Reasons columns={2} reasons={fit.criteria.map(reasonOf)} />
        </div>
        <Already fit={fit} />
        {questions.length > 0 && (
          <Disclosure
            summary={
              <>
                <Plural value={questions.length} one="# question to ask" other="# questions to ask" />
                <VisuallyHidden>
                  {" "}
                  <Trans>about {fit.program.name}</Trans>
                </VisuallyHidden>
              </>
            }
          >
            <ul className={styles.questions}>
              {questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
      <Act fit={fit} need={need} isFirst={isFirst} />
    </li>
  );
}

/** What the partner has, or had, at the school besides: it may help or be one too many. */
function Already({ fit }: { fit: Fit }) {
  const others = fit.partnerships.filter(
    (each) => each.id !== fit.partnership_id && (each.stage_reason !== null || each.stage === "active"),
  );
  if (others.length === 0) return null;
  return (
    <ul className={styles.already}>
      {others.map((each) => (
        <li key={each.id}>
          {each.stage === "active" ? (
            <Trans>This partner already runs {each.program.name} at the school.</Trans>
          ) : (
            <Trans>
              {each.program.name}, {stageName(each.stage).toLocaleLowerCase()}: {each.stage_reason}
            </Trans>
          )}
        </li>
      ))}
    </ul>
  );
}

function Act({ fit, need, isFirst }: Omit<Props, "place">) {
  const navigate = useNavigate();
  const start = useStartPartnership();
  const name = fit.program.name;
  if (fit.partnership_id)
    return (
      <div className={styles.side}>
        <ButtonLink to="/partnerships/$partnershipId" params={{ partnershipId: fit.partnership_id }}>
          <span>
            <Trans>Open the partnership</Trans>
            <VisuallyHidden>
              {" "}
              <Trans>about {name}</Trans>
            </VisuallyHidden>
          </span>
        </ButtonLink>
      </div>
    );
  if (fit.is_own_employer)
    return (
      <p className={styles.side}>
        <Trans>You work for this partner: somebody else at the school starts it.</Trans>
      </p>
    );
  if (!fit.may_start) return null;
  return (
    <div className={styles.side}>
      <Button
        kind={isFirst ? "primary" : "secondary"}
        working={start.isPending ? <Trans>Starting…</Trans> : undefined}
        onClick={() =>
          start.mutate(
            { program_id: fit.program.id, school_id: need.school.id, need_ids: [need.id] },
            {
              onSuccess: (made) =>
                void navigate({ to: "/partnerships/$partnershipId", params: { partnershipId: made.id } }),
            },
          )
        }
      >
        <span>
          <Trans>Start a partnership</Trans>
          <VisuallyHidden>
            {" "}
            <Trans>with {name}</Trans>
          </VisuallyHidden>
        </span>
      </Button>
      {isFirst && (
        <p>
          <Trans>Opens a first conversation. Nothing is promised yet.</Trans>
        </p>
      )}
      {start.isError && (
        <Notice kind="bad" live>
          {problemSentence(start.error)}
        </Notice>
      )}
    </div>
  );
}
