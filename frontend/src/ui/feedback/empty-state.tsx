/** Nothing here yet: what it is for, one act, one example. */
import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

type Props = {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  /** For a list that lost its rows to a filter: focus may be sent here. */
  id?: string;
};

export function EmptyState({ title, children, actions, level = 2, id }: Props) {
  const Title = `h${level}` as const;
  return (
    <div className={styles.empty}>
      <Title className={styles.title} id={id} tabIndex={id ? -1 : undefined}>
        {title}
      </Title>
      {children && <p>{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
