/** Views that people come back to, as links: each is nothing but an address. */
import { useLingui } from "@lingui/react/macro";
import { useSession } from "@/features/auth";
import { can } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { Tabs } from "@/ui/page/tabs";
import type { AgreementsSearch } from "./search";

const acting = [
  "agreements:write",
  "agreements:review",
  "agreements:confirm",
  "agreements:sign",
  "agreements:approve",
];

export function SavedViews({ search, days }: { search: AgreementsSearch; days: number }) {
  const { t } = useLingui();
  const me = useSession();
  const on = search.effective_on ? { effective_on: search.effective_on } : {};
  const views: { label: string; search: AgreementsSearch }[] = [
    { label: t`All agreements`, search: {} },
    ...(acting.some((scope) => can(me, scope))
      ? [{ label: t`Waiting for me`, search: { waits_for_me: true as const } }]
      : []),
    { label: t`Expiring in ${days} days`, search: { standing: "expiring_soon", sort: "ends_on" } },
    { label: t`In force`, search: { standing: "in_force", sort: "ends_on" } },
    { label: t`Drafts`, search: { standing: "draft" } },
  ];
  return (
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
    </Tabs>
  );
}
