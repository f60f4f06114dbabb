/** The other language, by its own name. */
import { useLingui } from "@lingui/react/macro";
import { chooseLanguage, languages } from "@/lib/i18n";
import { LinkButton } from "@/ui/actions/link-button";
import styles from "./decisions.module.css";

export function LanguageSwitch() {
  const { i18n } = useLingui();
  const other = i18n.locale === "es" ? "en" : "es";
  return (
    <div className={styles.language} data-print="no">
      <LinkButton lang={other} onClick={() => void chooseLanguage(other)}>
        {languages[other]}
      </LinkButton>
    </div>
  );
}
