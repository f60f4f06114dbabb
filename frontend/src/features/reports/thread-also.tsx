/** What else belongs to a step of the thread. */
import { Trans } from "@lingui/react/macro";
import { Link } from "@/ui/actions/link";
import styles from "./thread.module.css";

/** The others of a kind, one line of links: everything on the thread is one click away. */
export function Also({ links }: { links: readonly { key: string; to: string; words: string }[] }) {
  if (links.length === 0) return null;
  return (
    <p className={styles.also}>
      <Trans>Also:</Trans>{" "}
      {links.map((link, index) => (
        <span key={link.key}>
          {index > 0 && "; "}
          <Link to={link.to}>{link.words}</Link>
        </span>
      ))}
    </p>
  );
}
