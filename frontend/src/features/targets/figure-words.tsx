/** A number that may be kept back: in words, hidden, or not there yet; never a zero. */
import { Trans } from "@lingui/react/macro";
import type { Figure } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatOf } from "@/lib/numbers";
import { Hidden } from "@/ui/data/hidden";

export function FigureWords({ figure }: { figure: Figure | null }) {
  const me = useSession();
  if (figure?.suppressed)
    return <Hidden why={figure.reason === "small_n" ? "size" : "privacy"} minimum={me.tenant.min_n} />;
  if (!figure?.words) return <Trans>None yet</Trans>;
  if (figure.numerator === null || figure.denominator === null) return figure.words;
  return `${formatOf(figure.numerator, figure.denominator)} (${figure.words})`;
}
