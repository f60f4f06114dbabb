/** Moves a row one place up or down by plain buttons; the button that was pressed keeps the focus, and the place is told. */
import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, type RefObject } from "react";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";

type Way = "up" | "down";
type Move = (index: number, way: Way) => void;

const other: Readonly<Record<Way, Way>> = { up: "down", down: "up" };

export function useMoves(
  box: RefObject<HTMLElement | null>,
  name: (index: number) => string,
  onMove: ((from: number, to: number) => void) | undefined,
): Move {
  const { t } = useLingui();
  const pressed = useRef<{ place: number; way: Way } | null>(null);
  // A row that is put elsewhere in the page loses the focus; at either end one of its buttons is gone.
  useEffect(() => {
    if (pressed.current === null) return;
    const { place, way } = pressed.current;
    pressed.current = null;
    const find = (which: Way) =>
      box.current?.querySelector<HTMLButtonElement>(`[data-move="${which}-${place}"]`);
    (find(way) ?? find(other[way]))?.focus();
  });
  return (index, way) => {
    const place = way === "up" ? index - 1 : index + 1;
    const label = name(index);
    const number = place + 1;
    pressed.current = { place, way };
    onMove?.(index, place);
    announce(t`${label} is now in place ${number}`);
  };
}

type Props = { index: number; count: number; label: string; onMove: Move };

export function MoveButtons({ index, count, label, onMove }: Props) {
  const { t } = useLingui();
  return (
    <>
      {index > 0 && (
        <Button
          small
          kind="quiet"
          icon={ArrowUp}
          data-move={`up-${index}`}
          aria-label={t`Move up: ${label}`}
          onClick={() => onMove(index, "up")}
        >
          <Trans>Move up</Trans>
        </Button>
      )}
      {index < count - 1 && (
        <Button
          small
          kind="quiet"
          icon={ArrowDown}
          data-move={`down-${index}`}
          aria-label={t`Move down: ${label}`}
          onClick={() => onMove(index, "down")}
        >
          <Trans>Move down</Trans>
        </Button>
      )}
    </>
  );
}
