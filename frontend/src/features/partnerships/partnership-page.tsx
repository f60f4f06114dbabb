/** One partnership: the next step, whom to call, which needs, and whether it may work there on the day. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { PartnershipRead, PersonToCall } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { formatDay } from "@/lib/dates";
import { formatPhone } from "@/lib/phone";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { SummaryList } from "@/ui/data/summary-list";
import { Blockers } from "@/ui/lists/blockers";
import { TaskList } from "@/ui/lists/task-list";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { partnershipQuery } from "./api";
import { NextStep } from "./next-step";
import { partyName, stageLooks, stageName } from "./words";

type Props = { id: string; effectiveOn?: string | undefined };

export function PartnershipPage({ id, effectiveOn }: Props) {
  const { t } = useLingui();
  const partnership = useSuspenseQuery(partnershipQuery(id, effectiveOn)).data;
  const { program, partner, school, clearance } = partnership;
  return (
    <>
      <PageHead
        title={[t`${program.name} at ${school.name}`, t`Partnerships`]}
        trail={
          <Breadcrumbs here={program.name}>
            <Link to="/partnerships">
              <Trans>Partnerships</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={<StatusTag look={stageLooks[partnership.stage]}>{stageName(partnership.stage)}</StatusTag>}
        heading={
          <Trans>
            {program.name} at {school.name}
          </Trans>
        }
        lead={
          clearance.cleared ? (
            clearance.cleared_through ? (
              <Trans>Cleared to work there until {formatDay(clearance.cleared_through)}.</Trans>
            ) : (
              <Trans>Cleared to work there.</Trans>
            )
          ) : (
            <Trans>Not cleared to work there yet.</Trans>
          )
        }
        asOf={<Trans>As of {formatDay(partnership.effective_on, "full")}.</Trans>}
        action={
          <ButtonLink to="/partnerships/$partnershipId/thread" params={{ partnershipId: id }}>
            <Trans>See the whole thread</Trans>
          </ButtonLink>
        }
      />
      <NextStep partnership={partnership} />
      {!clearance.cleared && (
        <Section heading={<Trans>What is missing</Trans>}>
          <Blockers
            caption={t`What keeps the program out`}
            blockers={clearance.blockers.map((blocker) => ({
              key: blocker.code,
              missing: blocker.words,
              who: blocker.who.names.join(", ") || partyName(blocker.who.party),
              ...(blocker.due_on && { by: formatDay(blocker.due_on) }),
            }))}
          />
        </Section>
      )}
      <Needs partnership={partnership} />
      <Section heading={<Trans>Whom to call, when and where</Trans>}>
        <SummaryList
          facts={[
            {
              key: "partner",
              term: <Trans>Partner</Trans>,
              value: <a href={addressOf("partner", partner.id)}>{partner.name}</a>,
            },
            {
              key: "school",
              term: <Trans>School</Trans>,
              value: <a href={addressOf("school", school.id)}>{school.name}</a>,
            },
            {
              key: "lead",
              term: <Trans>For the partner</Trans>,
              value: <Person person={partnership.partner_lead} />,
            },
            {
              key: "coordinator",
              term: <Trans>For the school</Trans>,
              value: <Person person={partnership.coordinator} />,
            },
            {
              key: "when",
              term: <Trans>When</Trans>,
              value: partnership.schedule ?? <Trans>Not known</Trans>,
            },
            {
              key: "where",
              term: <Trans>Where</Trans>,
              value: partnership.place ?? <Trans>Not known</Trans>,
            },
          ]}
        />
      </Section>
      <Agreements partnership={partnership} />
    </>
  );
}

function Person({ person }: { person: PersonToCall | null }) {
  if (!person) return <Trans>Not known</Trans>;
  return (
    <>
      {person.name}
      {person.phone && (
        <>
          {", "}
          <a href={`tel:${person.phone.replace(/[^\d+]/g, "")}`}>{formatPhone(person.phone)}</a>
        </>
      )}
    </>
  );
}

function Needs({ partnership }: { partnership: PartnershipRead }) {
  return (
    <Section heading={<Trans>Which needs it meets</Trans>}>
      {partnership.needs.length === 0 ? (
        <p>
          <Trans>No need of the school is linked to it yet.</Trans>
        </p>
      ) : (
        <TaskList
          tasks={partnership.needs.map((need) => ({
            key: need.id,
            link: <a href={addressOf("need", need.id)}>{need.title}</a>,
            why: need.fit_words,
          }))}
        />
      )}
    </Section>
  );
}

function Agreements({ partnership }: { partnership: PartnershipRead }) {
  return (
    <Section heading={<Trans>Agreements</Trans>}>
      {partnership.agreements.length === 0 ? (
        <p>
          <Trans>No agreement covers this program at this school yet.</Trans>
        </p>
      ) : (
        <TaskList
          tasks={partnership.agreements.map((agreement) => ({
            key: agreement.id,
            link: (
              <a href={addressOf("agreement", agreement.id)}>
                {agreement.number} {agreement.title}
              </a>
            ),
            when: <Trans>Until {formatDay(agreement.ends_on)}</Trans>,
          }))}
        />
      )}
    </Section>
  );
}
