/** What a partnership joins: the needs it meets and the agreements that cover it, each a link to its own page. */
import { Trans, useLingui } from "@lingui/react/macro";
import { partsWords } from "@/api/spoken/reasons";
import { addressOf } from "@/lib/address";
import { formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { StatusTag, type StatusLook } from "@/ui/data/status-tag";
import { TaskList } from "@/ui/lists/task-list";
import { Section } from "@/ui/page/section";
import type { Partnership } from "./api";
import { agreementStatus } from "./words";

type NeedsProps = { partnership: Partnership; onEdit: () => void };

export function NeedsSection({ partnership, onEdit }: NeedsProps) {
  const { t } = useLingui();
  const mayLink = partnership.can_change.includes("need_ids");
  return (
    <Section heading={t`Which needs it meets`}>
      {partnership.needs.length === 0 ? (
        <p>
          <Trans>No need of the school is linked to it yet.</Trans>{" "}
          {mayLink && (
            <LinkButton onClick={onEdit}>
              <Trans>Link a need</Trans>
            </LinkButton>
          )}
        </p>
      ) : (
        <TaskList
          tasks={partnership.needs.map((need) => ({
            key: need.id,
            link: <Link to={addressOf("need", need.id)}>{need.title}</Link>,
            why: need.fit_said ? partsWords(need.fit_said) : need.fit_words,
          }))}
        />
      )}
    </Section>
  );
}

export function AgreementsSection({ partnership }: { partnership: Partnership }) {
  const { t } = useLingui();
  return (
    <Section heading={t`Agreements`}>
      {partnership.agreements.length === 0 ? (
        <p>
          <Trans>No agreement covers this program at this school yet.</Trans>
        </p>
      ) : (
        <TaskList
          tasks={partnership.agreements.map((agreement) => ({
            key: agreement.id,
            link: <Link to={addressOf("agreement", agreement.id)}>{agreement.title}</Link>,
            tag: <StatusTag look={look(agreement.status)}>{agreementStatus(agreement.status)}</StatusTag>,
            why: `${agreement.number} · ${until(agreement.ends_on)}`,
          }))}
        />
      )}
    </Section>
  );

  function until(day: string | null): string {
    const last = day === null ? null : formatDay(day);
    return last === null ? t`no last day` : t`until ${last}`;
  }
}

function look(status: string): StatusLook {
  switch (status) {
    case "active":
      return "good";
    case "expiring_soon":
    case "suspended":
      return "warn";
    case "draft":
    case "changes_requested":
      return "draft";
    case "expired":
    case "terminated":
    case "rejected":
    case "withdrawn":
    case "superseded":
      return "ended";
    default:
      return "review";
  }
}
