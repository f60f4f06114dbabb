/** Views of the agreements that people come back to, and keeping what the list is asked now. */
import { useLingui } from "@lingui/react/macro";
import { useSession } from "@/features/auth";
import { KeepView, useKept, ViewTabs } from "@/features/saved-views";
import { Link } from "@/ui/actions/link";
import { actsOnAgreements } from "./acting";
import { agreements } from "./saved";
import type { AgreementsSearch } from "./search";
import styles from "./agreements.module.css";

export function SavedViews({ search, days }: { search: AgreementsSearch; days: number }) {
  const { t } = useLingui();
  const me = useSession();
  const kept = useKept(agreements, search);
  const own: { label: string; search: AgreementsSearch }[] = [
    { label: t`All agreements`, search: {} },
    ...(actsOnAgreements(me) ? [{ label: t`Waiting for me`, search: { waits_for_me: true as const } }] : []),
    { label: t`Expiring in ${days} days`, search: { standing: "expiring_soon", sort: "ends_on" } },
    { label: t`In force`, search: { standing: "in_force", sort: "ends_on" } },
    { label: t`Data sharing`, search: { type: "data_sharing", sort: "ends_on" } },
    { label: t`Records to destroy`, search: { student_data: "to_destroy" } },
    { label: t`Drafts`, search: { standing: "draft" } },
  ];
  return (
    <>
      <ViewTabs
        of={agreements}
        search={search}
        own={own}
        link={(view) => <Link to="/agreements" {...view} />}
      />
      {kept && (
        <p className={styles.keep}>
          <KeepView {...kept} />
        </p>
      )}
    </>
  );
}
