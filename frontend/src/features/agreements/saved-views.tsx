/** Views that people come back to, as links: each is nothing but an address, ours or one that somebody saved. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSession } from "@/features/auth";
import { can } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { Tabs } from "@/ui/page/tabs";
import { readKept, savedQuery } from "./saved";
import type { AgreementsSearch } from "./search";
import styles from "./agreements.module.css";

const SaveViewDialog = lazy(() =>
  import("./save-view-dialog").then((module) => ({ default: module.SaveViewDialog })),
);

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
  const [isKeeping, setKeeping] = useState(false);
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
  const kept = useQuery(savedQuery).data?.items ?? [];
  const shown = Object.keys(search).length > 0;
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
          >
            {view.is_shared ? t`${view.name} (shared)` : view.name}
          </Link>
        ))}
      </Tabs>
      {shown && (
        <p className={styles.keep}>
          <LinkButton onClick={() => setKeeping(true)}>
            <Trans>Save this view</Trans>
          </LinkButton>
        </p>
      )}
      {isKeeping && (
        <Suspense fallback={null}>
          <SaveViewDialog search={search} onClose={() => setKeeping(false)} />
        </Suspense>
      )}
    </>
  );
}
