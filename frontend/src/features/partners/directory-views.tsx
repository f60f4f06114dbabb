/** Views of the directory that people come back to: each is an address, ours or one that somebody saved. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { KeepView, savedViewsQuery } from "@/features/saved-views";
import { Link } from "@/ui/actions/link";
import { Tabs } from "@/ui/page/tabs";
import { currentOf, readKept, toKeep } from "./saved";
import type { PartnersSearch } from "./search";

const useKept = () => useQuery(savedViewsQuery("partners")).data?.items ?? [];

export function DirectoryViews({ search, reviews }: { search: PartnersSearch; reviews: boolean }) {
  const { t } = useLingui();
  const on = search.effective_on ? { effective_on: search.effective_on } : {};
  const views: { label: string; search: PartnersSearch }[] = [
    { label: t`All partners`, search: {} },
    { label: t`Approved`, search: { approved: true } },
    ...(reviews
      ? [
          { label: t`Approval ran out`, search: { status: "approved", approved: false } },
          { label: t`Applying`, search: { status: "submitted,under_review,changes_requested" } },
          { label: t`On hold`, search: { status: "suspended" } },
        ]
      : []),
  ];
  const kept = useKept();
  const current = currentOf(kept, search);
  return (
    <Tabs label={t`Saved views`}>
      {views.map((view) => (
        <Link
          key={view.label}
          to="/partners"
          search={{ ...view.search, ...on }}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {view.label}
        </Link>
      ))}
      {kept.map((view) => (
        <Link
          key={view.id}
          to="/partners"
          search={{ ...readKept(view), ...on }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={view.id === current?.id ? "page" : undefined}
        >
          {view.is_shared ? t`${view.name} (shared)` : view.name}
        </Link>
      ))}
    </Tabs>
  );
}

/** Keeps what is asked now, or changes the view that is shown. */
export function KeepDirectory({ search }: { search: PartnersSearch }) {
  const current = currentOf(useKept(), search);
  const asked = toKeep(search);
  if (Object.keys(asked).length === 0 && !current) return null;
  return <KeepView asked={{ list: "partners", question: asked }} current={current} />;
}
