/** The frame of pages for somebody who is not signed in: the name, the language, one column. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { chooseLanguage, languages } from "@/lib/i18n";
import { LinkButton } from "@/ui/actions/link-button";
import { Wordmark } from "@/ui/page/wordmark";
import styles from "./join.module.css";

export function JoinFrame({ title, children }: { title: string; children: ReactNode }) {
  const { i18n, t } = useLingui();
  const other = i18n.locale === "es" ? "en" : "es";
  return (
    <div className={styles.page}>
      <title>{t`${title} – Alongside`}</title>
      <header className={styles.brand}>
        <Wordmark />
        <LinkButton lang={other} onClick={() => void chooseLanguage(other)}>
          {languages[other]}
        </LinkButton>
      </header>
      <main id="main">{children}</main>
    </div>
  );
}
