/** What a school needs, as it published it, and who works on each. Unknown is said as unknown. */
import { Plural, Trans } from "@lingui/react/macro";
import type { NeedItem, PartnershipItem } from "@/api/gen/types.gen";
import { addressOf } from "@/lib/address";
import { formatCount } from "@/lib/numbers";
import { StatusTag } from "@/ui/data/status-tag";
import { TaskList } from "@/ui/lists/task-list";
import { Section } from "@/ui/page/section";

/** The partnerships at work on a need. */
export function reachedBy(need: NeedItem, partnerships: readonly PartnershipItem[]): PartnershipItem[] {
  return partnerships.filter((each) => each.is_at_work && each.needs.some((met) => met.id === need.id));
}

type Props = { schoolId: string; needs: readonly NeedItem[]; partnerships: readonly PartnershipItem[] };

export function SchoolNeeds({ schoolId, needs, partnerships }: Props) {
  return (
    <Section
      heading={<Trans>What the school needs</Trans>}
      link={
        <a href={`/needs?school=${schoolId}`}>
          <Trans>All needs of the school</Trans>
        </a>
      }
    >
      {needs.length === 0 ? (
        <p>
          <Trans>
            Not known: this school has published no needs yet. That does not mean that it has none.
          </Trans>
        </p>
      ) : (
        <TaskList
          tasks={needs.map((need) => ({
            key: need.id,
            link: <a href={addressOf("need", need.id)}>{need.title}</a>,
            why: <Why need={need} at={reachedBy(need, partnerships)} />,
            tag: <Reach count={reachedBy(need, partnerships).length} />,
          }))}
        />
      )}
    </Section>
  );
}

function Why({ need, at }: { need: NeedItem; at: readonly PartnershipItem[] }) {
  const partners = [...new Set(at.map((each) => each.partner.name))].join(", ");
  return (
    <>
      {need.area.label}
      {need.est_students !== null && (
        <>
          {". "}
          <Plural
            value={need.est_students}
            one="About # student."
            other={`About ${formatCount(need.est_students)} students.`}
          />
        </>
      )}
      {partners && ` ${partners}.`}
    </>
  );
}

function Reach({ count }: { count: number }) {
  if (count === 0)
    return (
      <StatusTag look="bad">
        <Trans>No partner</Trans>
      </StatusTag>
    );
  if (count === 1)
    return (
      <StatusTag look="warn">
        <Trans>1 program only</Trans>
      </StatusTag>
    );
  return (
    <StatusTag look="good">
      <Plural value={count} one="# program" other="# programs" />
    </StatusTag>
  );
}
