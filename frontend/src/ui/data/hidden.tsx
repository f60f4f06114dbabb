/** A number that is kept back: a lock and words, never a zero, never a dash. */
import { Trans } from "@lingui/react/macro";
import { Lock } from "lucide-react";
import { Icon } from "../icon";
import styles from "./hidden.module.css";

type Props = {
  /** `size`: the group is small and its size may be said. `privacy`: even that would say too much. */
  why: "size" | "privacy";
  /** The district's minimum. */
  minimum?: number;
};

export function Hidden({ why, minimum = 10 }: Props) {
  return (
    <span className={styles.hidden}>
      <Icon of={Lock} className={styles.lock} />
      {why === "size" ? <Trans>Fewer than {minimum} students</Trans> : <Trans>Hidden for privacy</Trans>}
    </span>
  );
}
