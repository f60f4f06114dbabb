/** Who may enter one school on the day, as a page of its own: for everybody of the school and for the district office. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useSession } from "@/features/auth";
import { worksAt } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { DayDial } from "@/ui/page/day-dial";
import { PageHead } from "@/ui/page/page-head";
import { entriesQuery } from "./api";
import { DoorLists } from "./door-lists";
import { DoorLead, doorFinding } from "./door-words";
import { doorSearch, type DoorSearch } from "./search";

type Props = { schoolId: string; search: DoorSearch };

export function DoorPage({ schoolId, search }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const { effective_on: effectiveOn, by = "name" } = search;
  const list = useSuspenseQuery(entriesQuery(schoolId, effectiveOn)).data;
  const { school } = list;
  const isRead = worksAt(me, schoolId);
  const go = (asked: DoorSearch, replace: boolean) =>
    void navigate({ to: "/schools/$schoolId/door", params: { schoolId }, search: asked, replace });
  return (
    <>
      <PageHead
        title={[t`Who may enter`, school.name]}
        trail={
          <Breadcrumbs here={<Trans>Who may enter</Trans>}>
            <Link to="/schools">
              <Trans>Schools</Trans>
            </Link>
            <Link to="/schools/$schoolId" params={{ schoolId }}>
              {school.name}
            </Link>
          </Breadcrumbs>
        }
        heading={isRead ? doorFinding([list], by) : <Trans>Who may enter {school.name}</Trans>}
        lead={isRead && <DoorLead lists={[list]} />}
        asOf={
          isRead && (
            <DayDial
              day={effectiveOn ?? me.tenant.today}
              today={me.tenant.today}
              onChange={(chosen) => go(doorSearch(chosen ?? undefined, by), false)}
            />
          )
        }
      />
      {isRead ? (
        <DoorLists
          schools={[schoolId]}
          lists={[list]}
          effectiveOn={effectiveOn}
          by={by}
          onOrder={(chosen) => go(doorSearch(effectiveOn, chosen), true)}
        />
      ) : (
        // the answer holds only what they see of it: a list from it would say too little, as if it were all
        <Notice kind="info">
          <p>
            <Trans>The people of the school and the district office read this list.</Trans>
          </p>
        </Notice>
      )}
    </>
  );
}
