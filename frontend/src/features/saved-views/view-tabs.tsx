/** Views that people come back to, as links: each is nothing but an address, the list's own or one that somebody saved. */
import { useLingui } from "@lingui/react/macro";
import { Fragment, type ReactNode } from "react";
import { Tabs } from "@/ui/page/tabs";
import { currentOf, useViews, type ViewsOf } from "./kept";

/** What the list's own link is made with. */
type ViewLink<S> = {
  search: S;
  activeOptions: { exact: true; includeSearch: true };
  children: string;
  "aria-current"?: "page" | undefined;
};

type Props<S> = {
  of: ViewsOf<S>;
  search: S;
  /** The views that the list always has. */
  own: readonly { label: string; search: S }[];
  /** The router's link to the list. */
  link: (view: ViewLink<S>) => ReactNode;
};

const activeOptions = { exact: true, includeSearch: true } as const;

export function ViewTabs<S extends { effective_on?: string }>({ of, search, own, link }: Props<S>) {
  const { t } = useLingui();
  const on = search.effective_on ? { effective_on: search.effective_on } : {};
  const kept = useViews(of);
  const current = currentOf(of, kept, search);
  return (
    <Tabs label={t`Saved views`}>
      {own.map((view) => (
        <Fragment key={view.label}>
          {link({ search: { ...view.search, ...on }, activeOptions, children: view.label })}
        </Fragment>
      ))}
      {kept.map((view) => (
        <Fragment key={view.id}>
          {link({
            search: { ...of.read(view), ...on },
            activeOptions,
            children: view.is_shared ? t`${view.name} (shared)` : view.name,
            "aria-current": view.id === current?.id ? "page" : undefined,
          })}
        </Fragment>
      ))}
    </Tabs>
  );
}
