/** The way to one's notices, with how many are unread; in the header, and as a line of the phone's menu. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Bell as BellIcon } from "lucide-react";
import { Link } from "@/ui/actions/link";
import { Icon } from "@/ui/icon";
import styles from "./bell.module.css";
import { useUnread, useWatchUnread } from "./unread";

/** `isOn` is false once the session ended: nobody asks then. */
export function Bell({ isOn }: { isOn: boolean }) {
  useWatchUnread(isOn);
  const { t } = useLingui();
  const unread = useUnread() ?? 0;
  return (
    <Link
      to="/notices"
      className={styles.bell}
      aria-label={unread > 0 ? t`Notices, ${unread} unread` : t`Notices`}
      title={t`Notices`}
    >
      <Icon of={BellIcon} />
      <Count unread={unread} />
    </Link>
  );
}

export function NoticesPlace() {
  const unread = useUnread() ?? 0;
  return (
    <Link to="/notices">
      <span>
        <Trans>Notices</Trans>
        {unread > 0 && <Trans>, {unread} unread</Trans>}
      </span>
    </Link>
  );
}

/** The number is in the link's name already. */
function Count({ unread }: { unread: number }) {
  if (unread === 0) return null;
  return (
    <span className={styles.count} aria-hidden="true">
      {unread > 99 ? "99+" : unread}
    </span>
  );
}
