/** Programs that fit a need, best first, each with the same reasons in the same order. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { problemSentence } from "@/api/form-problems";
import type { FitList, FitRead } from "@/api/gen/types.gen";
import { gradeSpan } from "@/features/schools";
import { addressOf } from "@/lib/address";
import { formatCount } from "@/lib/numbers";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Reasons, type Reason } from "@/ui/lists/reasons";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { fitsQuery, useStartPartnership } from "./api";
import styles from "./needs.module.css";
import { criteria, criterionName, timeName, verdicts } from "./words";

export function FitsPage({ needId }: { needId: string }) {
  const { t } = useLingui();
  const { need, items, considered } = useSuspenseQuery(fitsQuery(needId)).data;
  return (
    <>
      <PageHead
        title={[t`Programs that fit`, need.title, need.school.name]}
        trail={
          <Breadcrumbs here={<Trans>Programs that fit</Trans>}>
            <Link to="/needs">
              <Trans>Needs</Trans>
            </Link>
            <Link to="/needs/$needId" params={{ needId }}>
              {need.title}
            </Link>
          </Breadcrumbs>
        }
        kind={`${need.school.name}, ${need.area}`}
        heading={<Trans>Programs that fit “{need.title}”</Trans>}
        lead={<Asked need={need} />}
      />
      <Section
        heading={<Plural value={items.length} one="# program" other="# programs, best fit first" />}
        note={
          <Trans>
            Of {formatCount(considered)} programs looked at. What is not known is not a no: ask the partner.
          </Trans>
        }
      >
        {items.length === 0 ? (
          <EmptyState title={<Trans>No program is known to fit.</Trans>}>
            <Trans>None matches in area and grades. Another program may be approved later.</Trans>
          </EmptyState>
        ) : (
          <ol className={styles.programs}>
            {items.map((fit, index) => (
              <Program key={fit.program.id} fit={fit} place={index + 1} need={need} />
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}

function Asked({ need }: { need: FitList["need"] }) {
  const { t } = useLingui();
  const students = need.est_students;
  const said = [
    students === null ? t`Number of students not known` : t`About ${formatCount(students)} students`,
    gradeSpan(need.grades) ?? t`grades not known`,
    need.times_of_day.map(timeName).join(", ") || t`time of day not known`,
  ];
  return `${said.join("; ")}.`;
}

/** The server's words may begin with the criterion's name; it is then said once, in bold. */
function asReason({ key, verdict, words }: FitRead["criteria"][number]): Reason {
  const at = words.indexOf(": ");
  const isNamed = at > 0 && at < 15;
  return {
    key,
    state: verdicts[verdict],
    name: isNamed ? criterionName(key) : null,
    words: isNamed ? words.slice(at + 2) : words,
  };
}

function Program({ fit, place, need }: { fit: FitRead; place: number; need: FitList["need"] }) {
  const navigate = useNavigate();
  const start = useStartPartnership();
  const reasons = criteria.flatMap((key) => fit.criteria.filter((each) => each.key === key));
  return (
    <li className={styles.program}>
      <span className={styles.rank}>{place}</span>
      <div className={styles.body}>
        <div>
          <h3>{fit.program.name}</h3>
          <p>
            <Link to="/partners/$partnerId" params={{ partnerId: fit.partner.id }}>
              {fit.partner.name}
            </Link>
            . {fit.words}
          </p>
        </div>
        <Reasons columns={2} reasons={reasons.map(asReason)} />
        {fit.overlaps.length > 0 && (
          <p>
            <Trans>May do the same as: {fit.overlaps.join(", ")}</Trans>
          </p>
        )}
        {start.isError && (
          <Notice kind="bad" live>
            {problemSentence(start.error)}
          </Notice>
        )}
      </div>
      <div className={styles.end}>
        {fit.partnership_id ? (
          <a href={addressOf("partnership", fit.partnership_id)}>
            <Trans>Open the partnership with {fit.program.name}</Trans>
          </a>
        ) : (
          fit.may_start && (
            <Button
              working={start.isPending ? <Trans>Starting…</Trans> : undefined}
              onClick={() =>
                start.mutate(
                  { program_id: fit.program.id, school_id: need.school.id, need_ids: [need.id] },
                  { onSuccess: (made) => void navigate({ href: addressOf("partnership", made.id) }) },
                )
              }
            >
              <Trans>Start a partnership</Trans>
            </Button>
          )
        )}
      </div>
    </li>
  );
}
