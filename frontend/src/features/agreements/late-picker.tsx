/**
 * A choice out of a long list. The list that is searched by typing is heavy, so it comes when somebody asks for it;
 * until then the page says what is chosen.
 */
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { Button } from "@/ui/actions/button";
import { FieldSet, type FieldText } from "@/ui/fields/field";
import styles from "./form.module.css";

export const ComboBox = lazy(() =>
  import("@/ui/fields/combo-box").then((module) => ({ default: module.ComboBox })),
);
export const MultiSelect = lazy(() =>
  import("@/ui/fields/multi-select").then((module) => ({ default: module.MultiSelect })),
);

type Props = Omit<FieldText, "aside"> & {
  name: string;
  /** Names of what is chosen already. */
  chosen: readonly string[];
  /** “Choose programs” */
  action: string;
  /** The field itself. */
  children: ReactNode;
};

export function LatePicker({ name, chosen, action, children, ...text }: Props) {
  const [isOpen, setOpen] = useState(false);
  const closed = (
    <FieldSet id={name} {...text}>
      {chosen.length > 0 && <p className={styles.chosen}>{chosen.join(", ")}</p>}
      <div className={styles.choose}>
        <Button onClick={() => setOpen(true)} working={isOpen ? <Trans>Loading…</Trans> : undefined}>
          {action}
        </Button>
      </div>
    </FieldSet>
  );
  if (!isOpen) return closed;
  return (
    <Suspense fallback={closed}>
      <div ref={focusInput}>{children}</div>
    </Suspense>
  );
}

/** The field that was asked for takes the focus once it is there. */
export function focusInput(box: HTMLDivElement | null): void {
  box?.querySelector("input")?.focus();
}
