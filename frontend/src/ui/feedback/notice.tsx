/** Something to know on this page: what happened, why, and what can be done. */
import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { Icon } from "../icon";
import styles from "./notice.module.css";

const icons = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert };

type Props = {
  kind?: keyof typeof icons;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Said aloud when it appears. */
  live?: boolean;
  /** Takes the focus when it appears, after an act that removed what had it. */
  focus?: boolean;
  /** The level of its heading; none makes the title plain bold text. */
  level?: 2 | 3;
};

export function Notice({ kind = "info", title, children, actions, live, focus, level }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  const Title = level ? (`h${level}` as const) : "p";
  return (
    <div
      ref={box}
      className={clsx(styles.notice, styles[kind])}
      role={live ? (kind === "bad" ? "alert" : "status") : undefined}
      tabIndex={focus ? -1 : undefined}
    >
      <Icon of={icons[kind]} className={styles.icon} />
      <div>
        {title && <Title className={styles.title}>{title}</Title>}
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
