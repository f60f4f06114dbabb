/** The first stop of every page: past the header, to what the page is for. */
import { Trans } from "@lingui/react/macro";
import styles from "./skip-link.module.css";

export function SkipLink() {
  return (
    <a className={styles.skip} href="#main">
      <Trans>Skip to main content</Trans>
    </a>
  );
}
