/** No network: what is on the screen may be read, nothing can be sent. */
import { Trans } from "@lingui/react/macro";
import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { isOnline, onConnectionChange } from "@/lib/connection";
import { Icon } from "@/ui/icon";
import styles from "./offline-banner.module.css";

export function OfflineBanner() {
  const online = useSyncExternalStore(onConnectionChange, isOnline);
  return (
    <div role="status">
      {!online && (
        <p className={styles.banner}>
          <Icon of={WifiOff} />
          <Trans>
            You are offline. You can read what is loaded; nothing can be saved until the connection is back.
          </Trans>
        </p>
      )}
    </div>
  );
}
