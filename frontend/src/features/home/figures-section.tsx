/** The few numbers of this school year. */
import { Trans } from "@lingui/react/macro";
import type { FigureRead } from "@/api/gen/types.gen";
import { formatCount } from "@/lib/numbers";
import { type Day, formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { FigureList, Figures } from "@/ui/data/figures";
import { Section, Source } from "@/ui/page/section";
import { FigureLabel } from "./figure-words";

type Props = { figures: readonly FigureRead[]; day: Day; effectiveOn?: string | undefined; side?: boolean };

export function FiguresSection({ figures, day, effectiveOn, side = false }: Props) {
  if (figures.length === 0) return null;
  const shown = figures.map((figure) => ({
    key: figure.key,
    value: formatCount(figure.value),
    ...(figure.of !== null && { whole: <Trans>of {formatCount(figure.of)}</Trans> }),
    label: <FigureLabel figure={figure.key} value={figure.of ?? figure.value} effectiveOn={effectiveOn} />,
  }));
  return (
    <Section
      side={side}
      heading={<Trans>In numbers</Trans>}
      link={
        side && (
          <Link to="/partnerships/calls" search={effectiveOn ? { effective_on: effectiveOn } : {}}>
            <Trans>Whom to call</Trans>
          </Link>
        )
      }
    >
      {side ? <FigureList figures={shown} /> : <Figures figures={shown} />}
      <Source>
        <Trans>Counted on {formatDay(day, "long")}. Each link opens its list.</Trans>
      </Source>
    </Section>
  );
}
