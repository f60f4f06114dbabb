/** Asks once before something that others will see: names the effect and who is told, never just “Are you sure?”. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Actions, Button } from "../actions/button";
import { Notice } from "../feedback/notice";
import { Dialog } from "./dialog";
import styles from "./confirm-dialog.module.css";

type Props = {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: ReactNode;
  /** What it does, and who will be told. */
  children: ReactNode;
  /** The verb: “Confirm for Alderbrook”. */
  action: ReactNode;
  /** The verb while it works: “Confirming…”. */
  working?: ReactNode;
  danger?: boolean;
  /** Why it did not work; the dialog stays open. */
  failure?: ReactNode;
};

export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  title,
  children,
  action,
  working,
  danger,
  failure,
}: Props) {
  return (
    <Dialog open={open} onClose={onClose} title={title} alert={danger ?? false}>
      {children}
      {failure && (
        <div className={styles.failure}>
          <Notice kind="bad" live>
            {failure}
          </Notice>
        </div>
      )}
      <div className={styles.actions}>
        <Actions>
          <Button kind={danger ? "danger" : "primary"} onClick={onConfirm} working={working}>
            {action}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Actions>
      </div>
    </Dialog>
  );
}
