/** Whether the program's people may see student records there, else what is missing and who acts. */
import { Trans, useLingui } from "@lingui/react/macro";
import { reasonWords } from "@/api/spoken/reasons";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { Blockers } from "@/ui/lists/blockers";
import type { Partnership } from "./api";
import { whoActs } from "./words";

export function RecordsSection({ partnership }: { partnership: Partnership }) {
  const { t } = useLingui();
  const me = useSession().person?.name;
  const { needed, allowed, through_on: through, blockers } = partnership.clearance.student_data;
  if (!needed) return null;
  if (allowed) {
    return (
      <p>
        {through ? (
          <Trans>Student records may be shared until {formatDay(through, "long")}, that day included.</Trans>
        ) : (
          <Trans>Student records may be shared.</Trans>
        )}
      </p>
    );
  }
  return (
    <>
      <h3>
        <Trans>No student records may be shared</Trans>
      </h3>
      <Blockers
        caption={t`What keeps student records from being shared`}
        blockers={blockers.map((blocker) => ({
          key: blocker.code + blocker.words,
          missing: reasonWords(blocker.said),
          who: whoActs(blocker.who, me),
          ...(blocker.due_on && { by: formatDay(blocker.due_on) }),
        }))}
        shownTo={<Trans>It keeps nobody out of the school.</Trans>}
      />
    </>
  );
}
