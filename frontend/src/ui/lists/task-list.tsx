/** Things to do: the title is a verb and the whole row is its link; right when, below why. Late is red, done is quiet. */
import { clsx } from "clsx";
import { useId, type ReactNode } from "react";
import { StatusTag } from "../data/status-tag";
import styles from "./task-list.module.css";

export type Task = {
  key: string;
  /** A link whose words are a verb: “Review Boys & Girls Club agreement”. */
  link: ReactNode;
  why?: ReactNode;
  /** A plain date. */
  when?: ReactNode;
  /** How late it is, in words. */
  late?: ReactNode;
  /** Anything else that needs a tag, already made. */
  tag?: ReactNode;
  /** In words, when it is done: “Completed”. */
  done?: ReactNode;
};

export function TaskGroup({
  heading,
  count,
  tasks,
  more,
  level = 2,
}: {
  heading: ReactNode;
  count: number;
  tasks: readonly Task[];
  more?: ReactNode;
  /** Of its heading: 3 within a section that has one. */
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <Heading id={id} className={styles.heading}>
        {heading} <span className={styles.count}>{count}</span>
      </Heading>
      <TaskList tasks={tasks} />
      {more && <div className={styles.more}>{more}</div>}
    </section>
  );
}

export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className={styles.list}>
      {tasks.map((task) => (
        <li key={task.key} className={clsx(styles.row, task.done && styles.done)}>
          <div className={styles.title}>{task.link}</div>
          <div className={styles.end}>
            {task.done ? (
              <StatusTag look="done">{task.done}</StatusTag>
            ) : task.late ? (
              <StatusTag look="bad">{task.late}</StatusTag>
            ) : (
              (task.tag ?? task.when)
            )}
          </div>
          {task.why && <p>{task.why}</p>}
        </li>
      ))}
    </ul>
  );
}
