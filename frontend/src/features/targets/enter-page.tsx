/** Results of one day for all schools of a target, in one grid: typed, pasted from a spreadsheet, or corrected. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { ButtonLink, Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { targetQuery, type Target } from "./api";
import { populationRule } from "./definition-words";
import { EntryForm } from "./entry-form";

export function EnterPage({ targetId }: { targetId: string }) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const target = useSuspenseQuery(targetQuery(targetId)).data;
  const mine = target.schools.filter((row) => row.may_enter);
  const isBegun = today >= target.period_starts_on;
  const name = target.name;
  return (
    <>
      <PageHead
        title={[t`Add results`, name, t`Targets`]}
        trail={
          <Breadcrumbs here={<Trans>Add results</Trans>}>
            <Link to="/targets">
              <Trans>Targets</Trans>
            </Link>
            <Link to="/targets/$targetId" params={{ targetId }}>
              {name}
            </Link>
          </Breadcrumbs>
        }
        kind={`${target.partner.name}, ${target.program.name}`}
        heading={<Trans>Add results: {name}</Trans>}
        lead={<Asked target={target} />}
        asOf={
          <>
            {target.population_words}. {populationRule(target.population)}
          </>
        }
      />
      {mine.length > 0 && isBegun ? (
        <EntryForm target={target} />
      ) : (
        <EmptyState
          title={<Trans>There is no result for you to add.</Trans>}
          actions={
            <ButtonLink to="/targets/$targetId" params={{ targetId }}>
              <Trans>Back to the target</Trans>
            </ButtonLink>
          }
        >
          {isBegun ? (
            <Trans>
              Results are added while a target is open, for schools that agreed to it, by the partner and the
              school.
            </Trans>
          ) : (
            <Trans>Results can be added from {formatDay(target.period_starts_on, "long")}.</Trans>
          )}
        </EmptyState>
      )}
    </>
  );
}

/** What a number in the grid means: the state on that day, or what was added since the last time. */
function Asked({ target }: { target: Target }) {
  const { measure } = target;
  return target.aggregation === "cumulative" ? (
    <Trans>{measure}: what was added since the last result.</Trans>
  ) : target.aggregation === "latest" ? (
    <Trans>{measure}: where it stands on the day.</Trans>
  ) : (
    <Trans>{measure}: the result of this time alone.</Trans>
  );
}
