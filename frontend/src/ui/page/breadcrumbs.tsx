/** Where this page stands, from depth two on. */
import { useLingui } from "@lingui/react/macro";
import { Children, type ReactNode } from "react";
import styles from "./breadcrumbs.module.css";

/** Links as children, then the name of the page itself. */
export function Breadcrumbs({ children, here }: { children: ReactNode; here: ReactNode }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Breadcrumb`} className={styles.trail}>
      <ol>
        {Children.map(children, (link) => (
          <li>{link}</li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
