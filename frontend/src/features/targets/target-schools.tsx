/** The schools a target covers: each one's word, and its own result, or that it is hidden and why. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { schoolsOf } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Disclosure } from "@/ui/page/disclosure";
import { Section } from "@/ui/page/section";
import { StatusTag } from "@/ui/data/status-tag";
import type { Act } from "./acts";
import type { Target, TargetSchool } from "./api";
import { FigureWords } from "./figure-words";
import { offers } from "./next-step";
import styles from "./target.module.css";
import { schoolWord } from "./words";

type Props = {
  target: Target;
  /** The school that the page's next step asks already: its answer is not offered twice. */
  asked: string | undefined;
  onAct: (act: Act) => void;
};

/** So many hidden rows say less than one sentence. */
const several = 3;

export function TargetSchools({ target, asked, onAct }: Props) {
  const hidden = target.schools.filter(isQuiet);
  const isFolded = hidden.length >= several;
  const shown = isFolded ? target.schools.filter((each) => !isQuiet(each)) : target.schools;
  const unnamed = target.school_count - target.schools.length;
  return (
    <Section
      heading={<Heading target={target} hidden={hidden.length} />}
      note={<Note target={target} unnamed={unnamed} />}
    >
      {shown.length > 0 && <SchoolsTable target={target} rows={shown} asked={asked} onAct={onAct} />}
      {isFolded && (
        <>
          <p>
            <Plural
              value={hidden.length}
              one="# school’s number is hidden for privacy; it counts in the total."
              other="The numbers of # schools are hidden for privacy; they count in the total."
            />
          </p>
          <Disclosure summary={<Trans>Which schools, and when each last sent a result</Trans>}>
            <SchoolsTable target={target} rows={hidden} asked={asked} onAct={onAct} />
          </Disclosure>
        </>
      )}
    </Section>
  );
}

/** Agreed, with a number that this reader may not see: nothing to do and nothing to read. */
function isQuiet({ word, latest, allowed_moves: moves, may_enter: mayEnter }: TargetSchool): boolean {
  return word === "agreed" && latest?.suppressed === true && !mayEnter && moves.length === 0;
}

/** Schools still answer: nothing is measured yet. */
function isAsking({ status }: Target): boolean {
  return status === "draft" || status === "proposed" || status === "agreed";
}

function Heading({ target, hidden }: { target: Target; hidden: number }) {
  const { school_count: all, schools_agreed: agreed } = target;
  if (all === 1) return <Trans>The school</Trans>;
  if (isAsking(target))
    return (
      <Trans>
        {agreed} of {all} schools agreed
      </Trans>
    );
  return hidden > 0 ? (
    <Plural value={all} one="# school" other="# schools together, each one private" />
  ) : (
    <Plural value={all} one="# school" other="# schools together" />
  );
}

function Note({ target, unnamed }: { target: Target; unnamed: number }) {
  const out = target.schools_opted_out;
  if (unnamed === 0 && out === 0) return null;
  return (
    <>
      {out > 0 && <Plural value={out} one="# school stays out." other="# schools stay out." />}{" "}
      {unnamed > 0 && isAsking(target) && (
        <Plural
          value={unnamed}
          one="One more school is asked; its own people, the partner and the district see its answer."
          other="# more schools are asked; the people of each, the partner and the district see its answer."
        />
      )}
      {unnamed > 0 && !isAsking(target) && (
        <Plural
          value={unnamed}
          one="One more school counts in the total; its own line is for its people, the partner and the district."
          other="# more schools count in the total; the line of each is for its people, the partner and the district."
        />
      )}
    </>
  );
}

type TableProps = Props & { rows: readonly TargetSchool[] };

function SchoolsTable({ target, rows, asked, onAct }: TableProps) {
  const { t } = useLingui();
  const own = schoolsOf(useSession());
  const isOwn = ({ school }: TargetSchool) => own !== "all" && own.includes(school.id);
  const isMeasured = rows.some(({ latest_on: on }) => on !== null) || target.status === "open";
  const columns: Column<TargetSchool>[] = [
    {
      id: "school",
      header: t`School`,
      cell: ({ school }) => (
        <Link to="/schools/$schoolId" params={{ schoolId: school.id }}>
          {school.name}
        </Link>
      ),
    },
    {
      id: "thread",
      header: t`Thread`,
      cell: ({ school, partnership_id: id }) => (
        <Link
          to="/partnerships/$partnershipId/thread"
          params={{ partnershipId: id }}
          aria-label={t`From need to result at ${school.name}`}
        >
          {t`From need to result`}
        </Link>
      ),
    },
    {
      id: "word",
      header: t`Its word`,
      cell: (row) => <Word row={row} isBrief={target.status === "open" || target.status === "closed"} />,
    },
  ];
  if (isMeasured)
    columns.push(
      {
        id: "on",
        header: t`Latest result`,
        cell: (row) =>
          row.latest_on === null ? (
            t`None yet`
          ) : (
            <>
              {formatDay(row.latest_on)}
              {row.is_verified === false && <small>{t`Not verified`}</small>}
            </>
          ),
      },
      {
        id: "value",
        header: t`Result`,
        number: true,
        cell: (row) => <FigureWords figure={row.latest} target={target} />,
      },
    );
  if (rows.some((row) => row.school.id !== asked && answersOf(row).length > 0))
    columns.push({
      id: "answer",
      header: t`Answer`,
      cell: (row) => row.school.id !== asked && <Answers row={row} onAct={onAct} />,
    });
  return (
    <DataTable
      caption={t`Schools of this target`}
      captionHidden
      compact
      columns={columns}
      rows={rows}
      rowKey={({ school }) => school.id}
      isOwn={(row) => rows.length > 1 && isOwn(row)}
    />
  );
}

/** Once results are kept, who agreed is said briefly: the word that counts is a refusal. */
function Word({ row, isBrief }: { row: TargetSchool; isBrief: boolean }) {
  const { look, words } = schoolWord(row.word);
  if (isBrief && row.word === "agreed" && row.on) {
    const on = formatDay(row.on, "short");
    return <Trans>Agreed {on}</Trans>;
  }
  const said = [row.by, row.on && formatDay(row.on, "short")].filter(Boolean).join(", ");
  return (
    <>
      {row.word === "agreed" ? words : <StatusTag look={look}>{words}</StatusTag>}
      {said && <small>{said}</small>}
      {row.reason && <q className={styles.quote}>{row.reason}</q>}
    </>
  );
}

function answersOf({ school, allowed_moves: moves }: TargetSchool): Act[] {
  return [
    ...(offers(moves, "agree") ? [{ verb: "agree-school" as const, school }] : []),
    ...(offers(moves, "opt-out") ? [{ verb: "opt-out" as const, school }] : []),
  ];
}

function Answers({ row, onAct }: { row: TargetSchool; onAct: (act: Act) => void }) {
  const { t } = useLingui();
  const school = row.school.name;
  return (
    <div className={styles.answers}>
      {answersOf(row).map((act) => {
        const isAgreeing = act.verb === "agree-school";
        return (
          <Button
            key={act.verb}
            small
            aria-label={isAgreeing ? t`Agree for ${school}` : t`Stay out: ${school}`}
            onClick={() => onAct(act)}
          >
            {isAgreeing ? t`Agree` : t`Stay out`}
          </Button>
        );
      })}
    </div>
  );
}
