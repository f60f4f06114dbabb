/** A dialog over the page: focus stays in it, Escape and Cancel close it, and focus goes back to where it was. */
import { useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "../actions/button";
import { AriaLanguage } from "../aria-language";
import styles from "./dialog.module.css";

type Props = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Where it stands: over the middle, or as a drawer at the side. */
  side?: "middle" | "end" | "start";
  /** Cannot be left without an answer. */
  insist?: boolean;
  /** For something that interrupts: read out at once. */
  alert?: boolean;
};

export function Dialog({ open, onClose, title, children, side = "middle", insist, alert }: Props) {
  const { t } = useLingui();
  return (
    <AriaLanguage>
      <ModalOverlay
        isOpen={open}
        onOpenChange={(next) => {
          if (!next) onClose();
        }}
        isDismissable={!insist}
        isKeyboardDismissDisabled={insist}
        className={clsx(styles.veil, styles[side])}
      >
        <Modal className={styles.modal}>
          <AriaDialog className={styles.dialog} role={alert ? "alertdialog" : "dialog"}>
            <div className={styles.head}>
              <Heading slot="title" level={2} className={styles.title}>
                {title}
              </Heading>
              {!insist && (
                <IconButton
                  label={t`Close`}
                  icon={X}
                  kind="quiet"
                  small
                  className={styles.close}
                  onClick={onClose}
                />
              )}
            </div>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLanguage>
  );
}

/** A panel at the side for what belongs beside the page: filters on a phone, a long detail. */
export function Drawer(props: Omit<Props, "insist" | "alert" | "side"> & { side?: "end" | "start" }) {
  return <Dialog {...props} side={props.side ?? "end"} />;
}
