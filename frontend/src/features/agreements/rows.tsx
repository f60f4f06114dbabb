/** Rows that can be added and taken away: the focus goes on with the work, and what was removed can be brought back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { Button } from "@/ui/actions/button";
import { UndoBar } from "@/ui/feedback/undo-bar";
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
  children,
}: Props<Row>) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const [removed, setRemoved] = useState<{ index: number; row: Row; name: string } | null>(null);

  const remove = (index: number) => {
    setRemoved({ index, row: read(index), name: name(index) });
    // The pressed button disappears: the next row's takes the focus, else the one before, else Add.
    const buttons = box.current?.querySelectorAll<HTMLButtonElement>("[data-remove]");
    const next =
      buttons?.[index + 1] ??
      buttons?.[index - 1] ??
      box.current?.querySelector<HTMLButtonElement>("[data-add]");
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
        return (
          <fieldset className={styles.row} key={key}>
            <legend>{label}</legend>
            <div className={styles.stack}>{children(index)}</div>
            <Button
              small
              kind="quiet"
              data-remove=""
              aria-label={t`Remove ${label}`}
              onClick={() => remove(index)}
            >
              <Trans>Remove</Trans>
            </Button>
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
