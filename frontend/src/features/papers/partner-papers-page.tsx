/** What the district asks of a partner, requirement by requirement: what is there, what is missing, and who acts. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "@/features/auth";
import type { Day } from "@/lib/dates";
import { ButtonLink, Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { DayDial } from "@/ui/page/day-dial";
import { NextBox } from "@/ui/page/next-box";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { partnerPapersQuery, type Asked } from "./api";
import { AskedItem } from "./partner-asked";
import { groupAsked, nextOf, type Next } from "./partner-checklist";
import { StepLink } from "./partner-step-link";
import { findingOf, nextWhy, nextWords } from "./partner-words";
import styles from "./partner.module.css";

type Props = { partnerId: string; effectiveOn?: string | undefined; isOwn?: boolean };

export function PartnerPapersPage({ partnerId, effectiveOn, isOwn = false }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const papers = useSuspenseQuery(partnerPapersQuery(partnerId, effectiveOn)).data;
  const { items, partner, can_edit: mayEdit, effective_on: day } = papers;
  const groups = groupAsked(items);
  const next = mayEdit && isOwn ? nextOf(items, day) : null;
  const whose = isOwn ? {} : { partner: partnerId };
  const open = (on: Day | undefined) => {
    const search = on ? { effective_on: on } : {};
    if (isOwn) void navigate({ to: "/papers", search });
    else void navigate({ to: "/partners/$partnerId/papers", params: { partnerId }, search });
  };
  const group = (heading: ReactNode, note: ReactNode, asked: readonly Asked[]) =>
    asked.length > 0 && (
      <Section heading={heading} note={note}>
        <ul className={styles.list}>
          {asked.map((item) => (
            <AskedItem
              key={item.requirement.id}
              {...{ item, day, partnerId, isOwn, mayEdit }}
              isNext={next?.item === item}
            />
          ))}
        </ul>
      </Section>
    );
  return (
    <>
      <PageHead
        title={isOwn ? [t`Our papers`] : [t`Papers`, partner.name]}
        trail={
          isOwn ? undefined : (
            <Breadcrumbs here={<Trans>Papers</Trans>}>
              <Link to="/partners">
                <Trans>Partners</Trans>
              </Link>
              <Link to="/partners/$partnerId" params={{ partnerId }}>
                {partner.name}
              </Link>
            </Breadcrumbs>
          )
        }
        kind={isOwn ? undefined : <span>{partner.name}</span>}
        heading={findingOf(items, day)}
        lead={
          <Trans>
            What the district asks, at which schools it is missing, and who acts. The office sees the same
            list.
          </Trans>
        }
        asOf={<DayDial day={day} today={me.tenant.today} onChange={open} />}
        action={
          <ButtonLink to="/papers/staff" search={whose}>
            <Trans>Staff list</Trans>
          </ButtonLink>
        }
      />
      {next && <NextStep next={next} items={items} partnerId={partnerId} />}
      {items.length === 0 && (
        <EmptyState title={<Trans>Nothing is asked</Trans>}>
          <Trans>
            The district asks no paper of a program here, or no program is planned at a school yet.
          </Trans>
        </EmptyState>
      )}
      {group(
        <Trans>Keeps programs out now</Trans>,
        <Trans>Until these are there, programs may not work where they are missing.</Trans>,
        groups.out,
      )}
      {group(<Trans>Due later</Trans>, <Trans>These keep nobody out yet.</Trans>, groups.due)}
      {group(<Trans>In order</Trans>, undefined, groups.there)}
      {mayEdit && items.length > 0 && (
        <p className={styles.more}>
          <Link to="/papers/new" search={whose}>
            <Trans>Hand in another paper</Trans>
          </Link>
        </p>
      )}
    </>
  );
}

function NextStep({ next, items, partnerId }: { next: Next; items: readonly Asked[]; partnerId: string }) {
  const { heading, action } = nextWords(next);
  return (
    <NextBox
      who={<Trans>Next for you</Trans>}
      heading={heading}
      action={
        <StepLink step={next} partnerId={partnerId} isOwn primary>
          {action}
        </StepLink>
      }
    >
      {nextWhy(next, items)}
    </NextBox>
  );
}
