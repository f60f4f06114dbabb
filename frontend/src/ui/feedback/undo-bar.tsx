/** Takes back what was just done. It stays until it is dismissed or the next act; nothing is said only here. */
import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../icon";
import styles from "./undo-bar.module.css";

type Props = { children: ReactNode; onUndo: () => void; onDismiss: () => void };

export function UndoBar({ children, onUndo, onDismiss }: Props) {
  const { t } = useLingui();
  return (
    <div className={styles.bar}>
      <p role="status">{children}</p>
      <button type="button" onClick={onUndo}>
        <Trans>Undo</Trans>
      </button>
      <button type="button" onClick={onDismiss} aria-label={t`Dismiss`}>
        <Icon of={X} />
      </button>
    </div>
  );
}
