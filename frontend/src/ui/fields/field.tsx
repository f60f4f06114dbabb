/** What every field has: a label, a hint before the input, an error in words, and ids that tie them together. */
import { Trans } from "@lingui/react/macro";
import { clsx } from "clsx";
import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";
import { Icon } from "../icon";
import styles from "./field.module.css";

export type FieldText = {
  label: ReactNode;
  /** Said before the input, so that it is heard before typing. */
  hint?: ReactNode;
  /** What is wrong and how to put it right. */
  error?: ReactNode;
  optional?: boolean;
  /** Beside the label, such as Show for a password. */
  aside?: ReactNode;
};

export type FieldIds = { id: string; describedBy: string | undefined };

/** The id is the field's name where there is one: the error summary links to it. */
export function useFieldIds(name: string | undefined, id: string | undefined, text: FieldText): FieldIds {
  const made = useId();
  const own = id ?? name ?? made;
  const describedBy = clsx(text.hint && `${own}-hint`, text.error && `${own}-error`) || undefined;
  return { id: own, describedBy };
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p className={styles.hint} id={`${id}-hint`}>
      {children}
    </p>
  ) : null;
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p className={styles.error} id={`${id}-error`}>
      <Icon of={CircleAlert} />
      <span>{children}</span>
    </p>
  ) : null;
}

export function Optional() {
  return (
    <>
      {" "}
      <span className={styles.optional}>
        <Trans>(optional)</Trans>
      </span>
    </>
  );
}

/** A field with one input: label, hint, error, input. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  aside,
  children,
}: FieldText & { id: string; children: ReactNode }) {
  return (
    <div className={clsx(styles.field, error && styles.bad)} data-field="">
      <div className={styles.labelRow}>
        <label htmlFor={id} className={styles.label}>
          {label}
          {optional && <Optional />}
        </label>
        {aside}
      </div>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {children}
    </div>
  );
}

/** Several inputs that answer one question. */
export function FieldSet({
  id,
  label,
  hint,
  error,
  optional,
  children,
  role,
}: Omit<FieldText, "aside"> & { id: string; children: ReactNode; role?: "radiogroup" }) {
  const describedBy = clsx(hint && `${id}-hint`, error && `${id}-error`) || undefined;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      role={role}
      className={clsx(styles.field, error && styles.bad)}
      aria-describedby={describedBy}
      data-field=""
    >
      <legend className={styles.label}>
        {label}
        {optional && <Optional />}
      </legend>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {children}
    </fieldset>
  );
}
