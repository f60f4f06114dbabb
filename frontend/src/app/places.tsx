/** The places of the app; the one that is open says so, on its pages of settings too. */
import { useLingui } from "@lingui/react/macro";
import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Link } from "@/ui/actions/link";
import type { Place } from "./nav";
import styles from "./shell.module.css";

type PlacesProps = { label: string; places: readonly Place[]; children?: ReactNode };

export function Places({ label, places, children }: PlacesProps) {
  const { i18n } = useLingui();
  const address = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav aria-label={label} className={styles.nav}>
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          activeOptions={{ exact: place.to === "/", includeSearch: false }}
          {...(place.settings?.some((its) => address === its || address.startsWith(`${its}/`)) && {
            "aria-current": "page" as const,
          })}
        >
          {i18n._(place.label)}
        </Link>
      ))}
      {children}
    </nav>
  );
}
