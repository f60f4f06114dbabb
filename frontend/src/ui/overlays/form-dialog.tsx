/** A short form over the page: what it does, its fields, its verb, and a way out. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { Button } from "../actions/button";
import { Form } from "../fields/form";
import { Dialog } from "./dialog";
import styles from "./form-dialog.module.css";

export type FormDialogText = {
  title: ReactNode;
  /** What it does, and who reads it. */
  effect?: ReactNode;
  /** The verb: “Put on hold”. */
  action: ReactNode;
  /** The verb while it works: “Putting on hold…”. */
  working?: ReactNode;
  danger?: boolean;
  /** The form's own name, for who goes from landmark to landmark. */
  label?: string | undefined;
};

type Props<T extends FieldValues, R> = FormDialogText & {
  form: UseFormReturn<T, unknown, R>;
  onSubmit: (values: R) => void | Promise<void>;
  onClose: () => void;
  /** For something that interrupts: read out at once. */
  alert?: boolean;
  children?: ReactNode;
};

export function FormDialog<T extends FieldValues, R>({
  form,
  onSubmit,
  onClose,
  title,
  effect,
  action,
  working,
  danger = false,
  label,
  alert = false,
  children,
}: Props<T, R>) {
  return (
    <Dialog open onClose={onClose} title={title} alert={alert}>
      {effect && <p className={styles.effect}>{effect}</p>}
      <Form
        form={form}
        onSubmit={onSubmit}
        {...(label !== undefined && { label })}
        actions={
          <>
            <Button kind={danger ? "danger" : "primary"} type="submit" working={working}>
              {action}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        {children}
      </Form>
    </Dialog>
  );
}
