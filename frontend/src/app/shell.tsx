/** The frame of every page behind the sign-in: header, places, the page itself, and the footer's standing note. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet, useRouter } from "@tanstack/react-router";
import { ChevronDown, Menu as MenuIcon } from "lucide-react";
import { Suspense, useEffect, useSyncExternalStore } from "react";
import { isSessionEnded, markSessionEnded, onSessionChange } from "@/api/session-ended";
import { SessionEndedDialog, standing, useSession } from "@/features/auth";
import { Bell, NoticesPlace } from "@/features/notices";
import { formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { Icon } from "@/ui/icon";
import { SkipLink } from "@/ui/page/skip-link";
import { Wordmark } from "@/ui/page/wordmark";
import { AccountPanel } from "./account-panel";
import { InShell } from "./frame";
import { placesFor } from "./nav";
import { Places } from "./places";
import { OfflineBanner } from "./offline-banner";
import styles from "./shell.module.css";

export function Shell() {
  const me = useSession();
  const { t } = useLingui();
  const router = useRouter();
  const places = placesFor(me, (address) => address in router.routesByPath);
  const ended = useSyncExternalStore(onSessionChange, isSessionEnded);
  useEffect(() => markSessionEnded(false), []);
  useClosePanelsOnNavigation();
  return (
    <InShell value={true}>
      <SkipLink />
      <header className={styles.top} data-print="no">
        <Link to="/" className={styles.brand}>
          <Wordmark />
        </Link>
        <span className={styles.place}>
          {me.tenants.length > 1 ? (
            <button type="button" className={styles.district} popoverTarget="account">
              {me.tenant.name}
              <Icon of={ChevronDown} />
            </button>
          ) : (
            me.tenant.name
          )}
          {me.tenant.is_demonstration && (
            <span className={styles.day}>
              <Trans>It is {formatDay(me.tenant.today, "full")}</Trans>
            </span>
          )}
        </span>
        <div className={styles.tools}>
          <Bell isOn={!ended} />
          <button type="button" className={styles.who} popoverTarget="account">
            <span className={styles.whoWords}>
              <b>{me.person?.name}</b> <span>{standing(me)}</span>
            </span>
            <Icon of={ChevronDown} />
          </button>
          <button type="button" className={styles.menuButton} popoverTarget="menu">
            <Icon of={MenuIcon} />
            <Trans>Menu</Trans>
          </button>
        </div>
        <div id="account" popover="auto" className={styles.account}>
          <AccountPanel me={me} />
        </div>
        <div id="menu" popover="auto" className={styles.menu}>
          <Places label={t`Menu`} places={places}>
            <NoticesPlace />
          </Places>
          <div className={styles.menuAccount}>
            <AccountPanel me={me} />
          </div>
        </div>
      </header>
      <OfflineBanner />
      <div className={styles.frame}>
        <div className={styles.side} data-print="no">
          <Places label={t`Main`} places={places} />
        </div>
        <main id="main" tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
        <footer className={styles.foot}>
          {me.tenant.is_demonstration && (
            <p>
              <Trans>
                School figures are published records; partners, needs, agreements and targets are invented.
              </Trans>
            </p>
          )}
        </footer>
      </div>
      {ended && (
        <Suspense>
          <SessionEndedDialog email={me.person?.email} tenant={me.tenant.slug} />
        </Suspense>
      )}
    </InShell>
  );
}

function useClosePanelsOnNavigation() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onBeforeNavigate", () => {
        for (const panel of document.querySelectorAll<HTMLElement>("[popover]:popover-open"))
          panel.hidePopover();
      }),
    [router],
  );
}
