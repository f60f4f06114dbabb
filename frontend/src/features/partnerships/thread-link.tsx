/** From a row about a program at a school to its whole thread; the words name both to whoever hears them alone. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { PartnershipItem } from "@/api/gen/types.gen";
import { Link } from "@/ui/actions/link";

type Props = { partnership: Pick<PartnershipItem, "id" | "program" | "school"> };

export function ThreadLink({ partnership: { id, program, school } }: Props) {
  const { t } = useLingui();
  return (
    <Link
      to="/partnerships/$partnershipId/thread"
      params={{ partnershipId: id }}
      aria-label={t`Thread of ${program.name} at ${school.name}`}
    >
      <Trans>Thread</Trans>
    </Link>
  );
}
