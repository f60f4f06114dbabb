/** A number that may be kept back: in words, hidden, or not there yet; never a zero. */
import { Trans } from "@lingui/react/macro";
import type { Figure } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { Hidden } from "@/ui/data/hidden";
import { countedWords } from "./amounts";
import type { Target } from "./api";

type Props = { figure: Figure | null; target: Pick<Target, "unit" | "target_value"> };

export function FigureWords({ figure, target }: Props) {
  const { min_n: minimum } = useSession().tenant;
  if (figure?.suppressed)
    return <Hidden why={figure.reason === "small_n" ? "size" : "privacy"} minimum={minimum} />;
  const words = figure && countedWords(target.unit, figure, target.target_value);
  return words ?? <Trans>None yet</Trans>;
}
