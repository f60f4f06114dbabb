/** A link to a record in any district where the reader works: to another one, it changes the district first. */
import type { ReactNode } from "react";
import { useSwitchTenant } from "@/features/auth";
import { LinkButton } from "@/ui/actions/link-button";
import { Link } from "@/ui/actions/link";
import styles from "./go-there.module.css";

type Props = { isHere: boolean; tenant: string; to: string; children: ReactNode };

export function GoThere({ isHere, tenant, to, children }: Props) {
  const change = useSwitchTenant();
  if (isHere) return <Link to={to}>{children}</Link>;
  const go = () =>
    // the page begins anew: nothing on it may still be of the other district
    change.mutate({ tenant }, { onSuccess: () => window.location.assign(to) });
  return (
    <LinkButton className={styles.go} aria-busy={change.isPending || undefined} onClick={go}>
      {children}
    </LinkButton>
  );
}
