/** Home of teachers and the front office: who may enter their school on the day, by name or by the clock. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { useQueries } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Download, Printer } from "lucide-react";
import type { EntryList } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { Actions, Button } from "@/ui/actions/button";
import { AnchorButton } from "@/ui/actions/link";
import { Segments } from "@/ui/page/segments";
import { entriesQuery } from "./api";
import { door } from "./door";
import { DoorNames } from "./door-names";
import { countVisitors } from "./door-people";
import { HomeHead } from "./home-head";
import type { HomeSearch } from "./search";
import { WhoMayEnter } from "./who-may-enter";
import styles from "./who-may-enter.module.css";

type Props = { schools: readonly string[]; search: HomeSearch };

export function DoorHome({ schools, search }: Props) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const navigate = useNavigate();
  const { effective_on: effectiveOn, by = "name" } = search;
  const asked = useQueries({ queries: schools.map((school) => entriesQuery(school, effectiveOn)) });
  const lists = asked.flatMap((query) => query.data ?? []);
  const isKnown = lists.length === schools.length;
  const show = (chosen: "name" | "time") =>
    void navigate({
      to: "/",
      search: { ...(effectiveOn && { effective_on: effectiveOn }), ...(chosen === "time" && { by: chosen }) },
      replace: true,
    });
  return (
    <>
      <HomeHead
        finding={
          !isKnown ? t`Who may enter your school` : by === "name" ? peopleSaid(lists) : timesSaid(lists)
        }
        lead={isKnown && <Lead lists={lists} />}
        day={effectiveOn ?? today}
      />
      <div data-print="no" className={styles.choice}>
        <Segments
          label={t`Order`}
          options={[
            { value: "name", label: t`By name` },
            { value: "time", label: t`By time` },
          ]}
          value={by}
          onChange={show}
        />
      </div>
      <div className={styles.wide}>
        {schools.map((school) =>
          by === "name" ? (
            <DoorNames key={school} schoolId={school} effectiveOn={effectiveOn} />
          ) : (
            <WhoMayEnter key={school} schoolId={school} effectiveOn={effectiveOn} level={2} />
          ),
        )}
      </div>
      <div className={styles.act}>
        <Actions>
          <Button icon={Printer} onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
          {lists.map(({ school }) => (
            <AnchorButton key={school.id} icon={Download} download href={exportOf(school.id, effectiveOn)}>
              {lists.length === 1 ? (
                <Trans>List for the visitor system (CSV)</Trans>
              ) : (
                <Trans>List for the visitor system of {school.name} (CSV)</Trans>
              )}
            </AnchorButton>
          ))}
        </Actions>
      </div>
    </>
  );
}

function exportOf(school: string, effectiveOn: string | undefined): string {
  const asked = new URLSearchParams({ school, ...(effectiveOn && { effective_on: effectiveOn }) });
  return `/api/v1/exports/who-may-enter.csv?${asked.toString()}`;
}

function peopleSaid(lists: readonly EntryList[]): string {
  return plural(countVisitors(lists).people, {
    0: "Nobody may enter by name.",
    one: "# person may enter by name.",
    other: "# people may enter by name.",
  });
}

function timesSaid(lists: readonly EntryList[]): string {
  return plural(
    lists.map(door).reduce((sum, at) => sum + at.timed.length, 0),
    {
      0: "No program is expected at a set time.",
      1: "One program is expected at a set time.",
      2: "Two programs are expected at set times.",
      3: "Three programs are expected at set times.",
      other: "# programs are expected at set times.",
    },
  );
}

function Lead({ lists }: { lists: readonly EntryList[] }) {
  const { unnamed } = countVisitors(lists);
  return (
    <>
      <Trans>Whoever is not in the list is not cleared: call the office before you let them in.</Trans>{" "}
      {unnamed > 0 && (
        <Plural
          value={unnamed}
          one="# program may enter and names nobody: ask who sent them."
          other="# programs may enter and name nobody: ask who sent them."
        />
      )}
    </>
  );
}
