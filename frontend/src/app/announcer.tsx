/** The one polite live region of the app. */
import { useSyncExternalStore } from "react";
import { lastAnnouncement, onAnnouncement } from "@/lib/announcer";
import { VisuallyHidden } from "@/ui/visually-hidden";

export function Announcer() {
  const said = useSyncExternalStore(onAnnouncement, lastAnnouncement);
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{said}</VisuallyHidden>
    </div>
  );
}
