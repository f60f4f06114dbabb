/**
 * Rows that can be added, taken away and, where it is said, moved: the focus goes on with the work, and what was
 * removed can be brought back.
 */
import { Trans, useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { Actions, Button } from "@/ui/actions/button";
import { UndoBar } from "@/ui/feedback/undo-bar";
import { MoveButtons, useMoves } from "./row-moves";
import styles from "./form.module.css";

type Props<Row> = {
  /** The form's own keys of the rows. */
  keys: readonly string[];
  /** “Promise 2” */
  name: (index: number) => string;
  add: string;
  empty: ReactNode;
  read: (index: number) => Row;
  onAdd: () => void;
  onRemove: (index: number) => void;
  onRestore: (index: number, row: Row) => void;
  onMove?: (from: number, to: number) => void;
  /** Why a row stays; nothing where it may be removed. */
  stays?: (index: number) => ReactNode;
  children: (index: number) => ReactNode;
};

export function Rows<Row>({
  keys,
  name,
  add,
  empty,
  read,
  onAdd,
  onRemove,
  onRestore,
  onMove,
  stays,
  children,
}: Props<Row>) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const move = useMoves(box, name, onMove);
  const [removed, setRemoved] = useState<{ index: number; row: Row; name: string } | null>(null);

  const remove = (index: number) => {
    setRemoved({ index, row: read(index), name: name(index) });
    // The pressed button disappears: the next row's takes the focus, else the one before, else Add.
    const buttons = [...(box.current?.querySelectorAll<HTMLButtonElement>("[data-remove]") ?? [])];
    const place = buttons.findIndex((each) => each.dataset["remove"] === String(index));
    const next =
      buttons[place + 1] ?? buttons[place - 1] ?? box.current?.querySelector<HTMLButtonElement>("[data-add]");
    onRemove(index);
    next?.focus();
  };
  const restore = () => {
    if (!removed) return;
    onRestore(removed.index, removed.row);
    setRemoved(null);
  };

  return (
    <div ref={box}>
      {keys.length === 0 && <p className={styles.empty}>{empty}</p>}
      {keys.map((key, index) => {
        const label = name(index);
        const why = stays?.(index);
        return (
          <fieldset className={styles.row} key={key}>
            <legend>{label}</legend>
            <div className={styles.stack}>{children(index)}</div>
            {why && <p className={styles.stays}>{why}</p>}
            <Actions>
              {onMove && <MoveButtons index={index} count={keys.length} label={label} onMove={move} />}
              {!why && (
                <Button
                  small
                  kind="quiet"
                  data-remove={index}
                  aria-label={t`Remove ${label}`}
                  onClick={() => remove(index)}
                >
                  <Trans>Remove</Trans>
                </Button>
              )}
            </Actions>
          </fieldset>
        );
      })}
      {removed && (
        <UndoBar onUndo={restore} onDismiss={() => setRemoved(null)}>
          <Trans>{removed.name} removed.</Trans>
        </UndoBar>
      )}
      <Button
        icon={Plus}
        data-add=""
        onClick={() => {
          setRemoved(null);
          onAdd();
        }}
      >
        {add}
      </Button>
    </div>
  );
}
