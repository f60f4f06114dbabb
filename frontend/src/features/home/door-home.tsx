/** Home of teachers and the front office: who may enter their school on the day, by name or by the clock. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueries } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useSession } from "@/features/auth";
import { Link } from "@/ui/actions/link";
import { entriesQuery } from "./api";
import { DoorLists, type DoorOrder } from "./door-lists";
import { DoorLead, doorFinding } from "./door-words";
import { HomeHead } from "./home-head";
import { doorSearch, type HomeSearch } from "./search";

type Props = { schools: readonly string[]; search: HomeSearch };

export function DoorHome({ schools, search }: Props) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const navigate = useNavigate();
  const { effective_on: effectiveOn, by = "name" } = search;
  const asked = useQueries({ queries: schools.map((school) => entriesQuery(school, effectiveOn)) });
  const lists = asked.flatMap((query) => query.data ?? []);
  const isKnown = lists.length === schools.length;
  const show = (chosen: DoorOrder) =>
    void navigate({ to: "/", search: doorSearch(effectiveOn, chosen), replace: true });
  return (
    <>
      <HomeHead
        finding={isKnown ? doorFinding(lists, by) : t`Who may enter your school`}
        lead={isKnown && <DoorLead lists={lists} />}
        day={effectiveOn ?? today}
      />
      <DoorLists
        schools={schools}
        lists={lists}
        effectiveOn={effectiveOn}
        by={by}
        onOrder={show}
        more={lists.map(({ school }) => (
          <Link
            key={school.id}
            to="/schools/$schoolId/door"
            params={{ schoolId: school.id }}
            search={doorSearch(effectiveOn, by)}
          >
            {lists.length === 1 ? (
              <Trans>This list as a page of its own</Trans>
            ) : (
              <Trans>The list of {school.name} as a page of its own</Trans>
            )}
          </Link>
        ))}
      />
    </>
  );
}
