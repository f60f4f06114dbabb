/** Views that people come back to, as links: each is nothing but an address, ours or one that somebody saved. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useSession } from "@/features/auth";
import { KeepView, savedViewsQuery } from "@/features/saved-views";
import { Link } from "@/ui/actions/link";
import { Tabs } from "@/ui/page/tabs";
import { actsOnAgreements } from "./acting";
import { currentOf, readKept, toKeep } from "./saved";
import type { AgreementsSearch } from "./search";
import styles from "./agreements.module.css";

export function SavedViews({ search, days }: { search: AgreementsSearch; days: number }) {
  const { t } = useLingui();
  const me = useSession();
  const on = search.effective_on ? { effective_on: search.effective_on } : {};
  const views: { label: string; search: AgreementsSearch }[] = [
    { label: t`All agreements`, search: {} },
    ...(actsOnAgreements(me) ? [{ label: t`Waiting for me`, search: { waits_for_me: true as const } }] : []),
    { label: t`Expiring in ${days} days`, search: { standing: "expiring_soon", sort: "ends_on" } },
    { label: t`In force`, search: { standing: "in_force", sort: "ends_on" } },
    { label: t`Data sharing`, search: { type: "data_sharing", sort: "ends_on" } },
    { label: t`Records to destroy`, search: { student_data: "to_destroy" } },
    { label: t`Drafts`, search: { standing: "draft" } },
  ];
  const kept = useQuery(savedViewsQuery("agreements")).data?.items ?? [];
  const current = currentOf(kept, search);
  const question = toKeep(search);
  const isAsked = search.view !== undefined || Object.keys(question).length > 0;
  const layout = search.view ? { layout: search.view } : {};
  return (
    <>
      <Tabs label={t`Saved views`}>
        {views.map((view) => (
          <Link
            key={view.label}
            to="/agreements"
            search={{ ...view.search, ...on }}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {view.label}
          </Link>
        ))}
        {kept.map((view) => (
          <Link
            key={view.id}
            to="/agreements"
            search={{ ...readKept(view), ...on }}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={view.id === current?.id ? "page" : undefined}
          >
            {view.is_shared ? t`${view.name} (shared)` : view.name}
          </Link>
        ))}
      </Tabs>
      {(isAsked || current) && (
        <p className={styles.keep}>
          <KeepView asked={{ list: "agreements", question, ...layout }} current={current} />
        </p>
      )}
    </>
  );
}
