/** A link to a record in any district where the reader works: to another one, it changes the district first. */
import { useNavigate, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSwitchTenant } from "@/features/auth";
import { LinkButton } from "@/ui/actions/link-button";
import { Link } from "@/ui/actions/link";
import styles from "./go-there.module.css";

type Props = { isHere: boolean; tenant: string; to: string; children: ReactNode };

export function GoThere({ isHere, tenant, to, children }: Props) {
  const navigate = useNavigate();
  const router = useRouter();
  const change = useSwitchTenant();
  if (isHere) return <Link to={to}>{children}</Link>;
  const go = () =>
    change.mutate(
      { tenant },
      {
        onSuccess: async () => {
          await navigate({ to });
          await router.invalidate();
        },
      },
    );
  return (
    <LinkButton className={styles.go} aria-busy={change.isPending || undefined} onClick={go}>
      {children}
    </LinkButton>
  );
}
