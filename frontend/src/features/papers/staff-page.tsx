/** Whom a partner sends into schools: who may enter, who may not and why, where, and who has left. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { partnerOf } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { DayDial } from "@/ui/page/day-dial";
import { Disclosure } from "@/ui/page/disclosure";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { staffQuery } from "./api";
import type { StaffAct } from "./staff-member-dialog";
import { StaffTable } from "./staff-table";
import { groupPeople, staffFinding } from "./staff-words";
import styles from "./partner.module.css";

const AddDialog = lazy(() =>
  import("./staff-add-dialog").then((module) => ({ default: module.StaffAddDialog })),
);
const MemberDialog = lazy(() =>
  import("./staff-member-dialog").then((module) => ({ default: module.StaffMemberDialog })),
);

type Open = { act: "add" } | { act: StaffAct; id: string; name: string };
type Props = { partnerId: string; effectiveOn?: string | undefined };

export function StaffPage({ partnerId, effectiveOn }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const isOwn = partnerOf(me) !== null;
  const navigate = useNavigate();
  const list = useSuspenseQuery(staffQuery(partnerId, effectiveOn)).data;
  const { items, partner, can_edit: mayEdit, effective_on: day } = list;
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<{ words: string; at: number } | null>(null);
  const people = groupPeople(items, day);
  const finish = (words: string) => {
    setOpen(null);
    setDone({ words, at: Date.now() });
  };
  const act = (what: Open) => {
    setDone(null);
    setOpen(what);
  };
  const onAct = mayEdit
    ? (what: StaffAct, id: string, name: string) => act({ act: what, id, name })
    : undefined;
  return (
    <>
      <PageHead
        title={[t`Staff list`, partner.name]}
        trail={
          <Breadcrumbs here={<Trans>Staff list</Trans>}>
            {isOwn ? (
              <Link to="/papers">
                <Trans>Our papers</Trans>
              </Link>
            ) : (
              <Link to="/partners/$partnerId/papers" params={{ partnerId }}>
                <Trans>Papers of {partner.name}</Trans>
              </Link>
            )}
          </Breadcrumbs>
        }
        heading={staffFinding(people)}
        lead={
          <Trans>
            Who is not cleared leaves the list at the school’s door. A program is kept out only when too few
            cleared people remain.
          </Trans>
        }
        asOf={
          <DayDial
            day={day}
            today={me.tenant.today}
            onChange={(on) =>
              void navigate({
                to: "/papers/staff",
                search: { ...(isOwn ? {} : { partner: partnerId }), ...(on ? { effective_on: on } : {}) },
              })
            }
          />
        }
        action={
          mayEdit ? (
            <Button kind="primary" onClick={() => act({ act: "add" })}>
              <Trans>Add people</Trans>
            </Button>
          ) : undefined
        }
      />
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus level={2} title={done.words} key={done.at} />
        </div>
      )}
      {items.length === 0 && (
        <EmptyState title={<Trans>Nobody is listed</Trans>}>
          <Trans>
            Schools let in whom they find here. Add those whom you send, several at once if you like.
          </Trans>
        </EmptyState>
      )}
      {people.off.length > 0 && (
        <Section
          heading={<Trans>May not enter</Trans>}
          note={<Trans>They left the list until the district has verified the checks they lack.</Trans>}
        >
          <StaffTable caption={t`May not enter`} people={people.off} day={day} onAct={onAct} />
        </Section>
      )}
      {people.cleared.length > 0 && (
        <Section heading={<Trans>May enter</Trans>}>
          <StaffTable caption={t`May enter`} people={people.cleared} day={day} onAct={onAct} />
        </Section>
      )}
      {people.left.length > 0 && (
        <Disclosure
          summary={<Plural value={people.left.length} one="# person has left" other="# people have left" />}
        >
          <StaffTable caption={t`Have left`} people={people.left} day={day} onAct={onAct} />
        </Disclosure>
      )}
      <Suspense>
        {open?.act === "add" && (
          <AddDialog
            partnerId={partnerId}
            onClose={() => setOpen(null)}
            onDone={(count) =>
              finish(count === 1 ? t`One person was added.` : t`${count} people were added.`)
            }
          />
        )}
        {open !== null && open.act !== "add" && (
          <MemberDialog
            {...open}
            today={me.tenant.today}
            onClose={() => setOpen(null)}
            onDone={() => finish(t`Saved: ${open.name}`)}
          />
        )}
      </Suspense>
    </>
  );
}
