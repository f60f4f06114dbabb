/** The page that a family opens from a code on paper: the sheet, a button to print it, the other language. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { languages, type Language } from "@/lib/i18n";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { PageHead } from "@/ui/page/page-head";
import { publicQuery } from "./public-api";
import { Sheet } from "./sheet";
import styles from "./sheet.module.css";

type Props = { district: string; school: string; language: Language };

export function PublicHalfSheet({ district, school, language }: Props) {
  const { t } = useLingui();
  const sheet = useSuspenseQuery(publicQuery(district, school, language)).data;
  const other = language === "es" ? "en" : "es";
  return (
    <div className={styles.page}>
      <title>{t`Who can help at ${sheet.school} – Alongside`}</title>
      <nav className={styles.bar} aria-label={t`This page`} data-print="no">
        <Button small onClick={() => window.print()}>
          <Trans>Print half a sheet</Trans>
        </Button>
        <Link
          to="/help/$district/$school"
          params={{ district, school }}
          search={{ lang: other }}
          lang={other}
          hrefLang={other}
        >
          {languages[other]}
        </Link>
      </nav>
      <main id="main">
        <Sheet sheet={sheet} />
      </main>
    </div>
  );
}

/** Closed, never opened, or mistyped: it is not said which. */
export function NoHalfSheet() {
  const { t } = useLingui();
  return (
    <PageHead
      title={t`Not found`}
      heading={<Trans>There is no page here</Trans>}
      lead={
        <Trans>
          The address may be mistyped, or the school has closed the page. Ask at its front office.
        </Trans>
      }
    />
  );
}
