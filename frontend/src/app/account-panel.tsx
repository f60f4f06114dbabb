/** Who is signed in and how the app looks to them: theme, language, another district, sign out. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import type { Me } from "@/api/gen/types.gen";
import { standing, useSignOut, useSwitchTenant } from "@/features/auth";
import { chooseLanguage, languages, isLanguage } from "@/lib/i18n";
import { chooseTheme, currentTheme, type Theme } from "@/lib/theme";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { Segments } from "@/ui/page/segments";
import styles from "./account-panel.module.css";

export function AccountPanel({ me }: { me: Me }) {
  const { t, i18n } = useLingui();
  const [theme, setTheme] = useState<Theme>(currentTheme);
  const pickTheme = (next: Theme) => {
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <div className={styles.panel}>
      <p className={styles.person}>
        <b>{me.person?.name}</b>
        <span>{me.person?.email}</span>
        <span>{standing(me)}</span>
        <Link to="/account">
          <Trans>Account and notices</Trans>
        </Link>
      </p>
      <Tenants me={me} />
      <Segments
        label={t`Theme`}
        value={theme}
        onChange={pickTheme}
        options={[
          { value: "system", label: t`System` },
          { value: "light", label: t`Light` },
          { value: "dark", label: t`Dark` },
        ]}
      />
      <Segments
        label={t`Language`}
        value={isLanguage(i18n.locale) ? i18n.locale : "en"}
        onChange={(language) => void chooseLanguage(language)}
        options={[
          { value: "en", label: languages.en },
          { value: "es", label: languages.es },
        ]}
      />
      <SignOut theme={theme} />
    </div>
  );
}

/** Only for people who work in several districts or networks. */
function Tenants({ me }: { me: Me }) {
  const change = useSwitchTenant();
  const id = useId();
  if (me.tenants.length < 2) return null;
  const go = (slug: string) =>
    // the page begins anew: nothing on it may still be of the other district
    change.mutate({ tenant: slug }, { onSuccess: () => window.location.assign("/") });
  return (
    <div>
      <p className={styles.label} id={id}>
        <Trans>Where you work</Trans>
      </p>
      <ul className={styles.tenants} aria-labelledby={id}>
        {me.tenants.map((tenant) => (
          <li key={tenant.slug}>
            {tenant.slug === me.tenant.slug ? (
              <span className={styles.here} aria-current="true">
                {tenant.name}
              </span>
            ) : (
              <Button small wide onClick={() => go(tenant.slug)}>
                {tenant.name}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {change.isError && (
        <p role="alert" className={styles.failure}>
          <Trans>That did not work. Try again in a moment.</Trans>
        </p>
      )}
    </div>
  );
}

function SignOut({ theme }: { theme: Theme }) {
  const { i18n } = useLingui();
  const signOut = useSignOut();
  const leave = () => {
    const language = i18n.locale;
    signOut.mutate(undefined, {
      onSettled: () => {
        // Signing out clears this device's storage; how the app looks is not about the person, so it stays.
        chooseTheme(theme);
        if (isLanguage(language)) void chooseLanguage(language);
        window.location.assign("/sign-in");
      },
    });
  };
  return (
    <Button wide onClick={leave} working={signOut.isPending ? <Trans>Signing out…</Trans> : undefined}>
      <Trans>Sign out</Trans>
    </Button>
  );
}
