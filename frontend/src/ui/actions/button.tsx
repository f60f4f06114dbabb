/** A button that does something. One primary on a page; while it works it says so and cannot be pressed twice. */
import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { Icon } from "../icon";
import styles from "./button.module.css";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

export type ButtonLook = {
  kind?: ButtonKind;
  small?: boolean;
  /** As wide as what holds it. */
  wide?: boolean;
  icon?: LucideIcon;
};

export function buttonClass({ kind = "secondary", small, wide }: ButtonLook, className?: string): string {
  return clsx(styles.button, styles[kind], small && styles.small, wide && styles.wide, className);
}

type Props = ButtonLook &
  Omit<ComponentProps<"button">, "disabled"> & {
    /** What it says while it works (“Sending…”); presses are then ignored and focus stays. */
    working?: ReactNode;
    children: ReactNode;
  };

export function Button({
  kind,
  small,
  wide,
  icon,
  working,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: Props) {
  const busy = working !== undefined && working !== null && working !== false;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ kind, small, wide }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={press}
    >
      {icon && !busy && <Icon of={icon} />}
      {busy ? working : children}
    </button>
  );
}

/** A button that is only a picture; the label is spoken and shown on hover. */
export function IconButton({
  label,
  icon,
  kind = "secondary",
  small,
  className,
  ...rest
}: Omit<ComponentProps<"button">, "children"> & ButtonLook & { label: string; icon: LucideIcon }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={buttonClass({ kind, small }, clsx(styles.picture, className))}
    >
      <Icon of={icon} />
    </button>
  );
}

/** Buttons side by side; on a phone each takes the full width when `full`. */
export function Actions({ children, full }: { children: ReactNode; full?: boolean }) {
  return <div className={clsx(styles.actions, full && styles.full)}>{children}</div>;
}
