/** The front door: the name, one sentence, two fields. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { Me } from "@/api/gen/types.gen";
import { headingArrived } from "@/lib/heading-focus";
import { chooseLanguage, languages } from "@/lib/i18n";
import { Link } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { Wordmark } from "@/ui/page/wordmark";
import { SignInForm } from "./sign-in-form";
import styles from "./sign-in-page.module.css";

export function SignInPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { i18n, t } = useLingui();
  const other = i18n.locale === "es" ? "en" : "es";
  return (
    <div className={styles.page}>
      <title>{t`Sign in – Alongside`}</title>
      <main id="main" className={styles.main}>
        <div className={styles.brand}>
          <Wordmark large />
        </div>
        <h1 tabIndex={-1} ref={headingArrived}>
          <Trans>Sign in</Trans>
        </h1>
        <p className={styles.lead}>
          <Trans>Schools, partners and district offices, one door.</Trans>
        </p>
        <SignInForm onSignedIn={onSignedIn} />
        <div className={styles.foot}>
          <p>
            <Link to="/join">
              <Trans>Register your organization</Trans>
            </Link>
          </p>
          <LinkButton lang={other} onClick={() => void chooseLanguage(other)}>
            {languages[other]}
          </LinkButton>
        </div>
      </main>
      <div className={styles.art} aria-hidden="true">
        <svg viewBox="0 0 600 900" preserveAspectRatio="xMidYMid slice">
          <path className={styles.school} d="M96 900V0" />
          <path className={styles.partner} d="M640 900C600 600 176 640 176 330V0" />
        </svg>
        <p>
          <Trans>From a school’s need to a result you can both check.</Trans>
        </p>
      </div>
    </div>
  );
}
