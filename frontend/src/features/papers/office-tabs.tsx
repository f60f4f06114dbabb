/** The office's places for papers. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "@/features/auth";
import { can } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { Tabs } from "@/ui/page/tabs";

export function OfficeTabs() {
  const { t } = useLingui();
  const me = useSession();
  return (
    <div data-print="no">
      <Tabs label={t`Papers`}>
        <Link to="/papers/queue">
          <Trans>Waiting for review</Trans>
        </Link>
        <Link to="/settings/requirements">
          <Trans>What the district asks for</Trans>
        </Link>
        <Link to="/papers/waivers">
          <Trans>Waivers</Trans>
        </Link>
        {can(me, "storage:read") && (
          <Link to="/settings/files">
            <Trans>Room for files</Trans>
          </Link>
        )}
      </Tabs>
    </div>
  );
}
