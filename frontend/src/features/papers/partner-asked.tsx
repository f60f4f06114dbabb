/** One thing that the district asks for: how it stands, where it is missing, who acts, and its papers. */
import { Plural, Trans } from "@lingui/react/macro";
import { formatDay, type Day } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Disclosure } from "@/ui/page/disclosure";
import type { Asked, PaperRow } from "./api";
import { standingWords } from "./standing-words";
import { placesByProgram, stepFor, type Owed } from "./partner-checklist";
import { insteadWords, nextWords, standingTag, termsWords } from "./partner-words";
import { StepLink } from "./partner-step-link";
import { kindName, stateLooks, stateName } from "./words";
import styles from "./partner.module.css";

type Props = { item: Asked; day: Day; partnerId: string; isOwn: boolean; mayEdit: boolean; isNext: boolean };

export function AskedItem({ item, day, partnerId, isOwn, mayEdit, isNext }: Props) {
  const { look, words } = standingTag(item, day);
  const instead = item.missing.length > 0 ? insteadWords(item) : null;
  const mine = item.missing.some(({ party }) => party === "partner");
  return (
    <li className={styles.asked}>
      <div className={styles.head}>
        <h3 className={styles.title}>{item.requirement.name}</h3>
        <StatusTag look={look}>{words}</StatusTag>
      </div>
      <p className={styles.quiet}>{termsWords(item)}</p>
      {item.missing.map((owed) => (
        <Missing key={`${owed.words} ${owed.party} ${owed.about.standing}`} {...{ owed, item, isOwn }} />
      ))}
      {instead && <p className={styles.quiet}>{instead}</p>}
      <Papers papers={item.papers} />
      {item.kind === "background_check" && !isNext && (
        <p>
          <Link to="/papers/staff" search={isOwn ? {} : { partner: partnerId }}>
            <Trans>Staff list</Trans>
          </Link>
        </p>
      )}
      {mayEdit && mine && !isNext && item.kind !== "background_check" && (
        <p>
          <StepLink step={stepFor(item)} partnerId={partnerId} isOwn={isOwn}>
            {nextWords(stepFor(item)).action}
          </StepLink>
        </p>
      )}
    </li>
  );
}

function Missing({ owed, item, isOwn }: { owed: Owed; item: Asked; isOwn: boolean }) {
  const programs = placesByProgram(owed.places);
  const reason = item.papers.find(({ id }) => id === owed.about.paper_id)?.status_reason;
  const saysMore = owed.code !== "paper_due" || owed.about.standing !== "paper_missing";
  return (
    <div className={styles.missing}>
      <p>
        {saysMore && item.kind !== "background_check" && <>{standingWords(owed.about)} </>}
        {item.kind === "background_check" && item.is_enforced && <>{standingWords(owed.about)} </>}
        <strong>
          {owed.party === "district" ? (
            <Trans>The district acts: it reads what you sent.</Trans>
          ) : isOwn ? (
            <Trans>You act.</Trans>
          ) : (
            <Trans>The partner acts.</Trans>
          )}
        </strong>{" "}
        {owed.due_on && <Trans>It keeps nobody out before {formatDay(owed.due_on, "long")}.</Trans>}
      </p>
      {reason && <blockquote className={styles.reason}>{reason}</blockquote>}
      <Disclosure
        summary={<Plural value={owed.places.length} one="At one school" other="At # schools and programs" />}
      >
        <ul className={styles.places}>
          {programs.map(({ id, program, schools }) => (
            <li key={id}>
              <strong>{program}</strong>: {listOf(schools)}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Papers({ papers }: { papers: readonly PaperRow[] }) {
  const shown = papers.slice(0, 4);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.papers}>
      {shown.map((paper) => (
        <li key={paper.id}>
          <Link to="/papers/$paperId" params={{ paperId: paper.id }}>
            {paper.carrier ?? kindName(paper.kind)}
            {paper.effective_on && `, ${paper.effective_on.slice(0, 4)}`}
          </Link>{" "}
          <StatusTag look={stateLooks[paper.state]}>{stateName(paper.state)}</StatusTag>{" "}
          {paper.expires_on && <small>{<Trans>until {formatDay(paper.expires_on)}</Trans>}</small>}
        </li>
      ))}
    </ul>
  );
}
