/** The office's setting of who reviews agreements of each type, in which order, and who signs first. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useSession } from "@/features/auth";
import { can } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { typeName } from "../words";
import { routesQuery, type Route } from "./api";
import { reviewedBy, signedBy } from "./words";
import styles from "./routes.module.css";

const RouteDialog = lazy(() => import("./route-dialog").then((module) => ({ default: module.RouteDialog })));

export function RoutesPage() {
  const { t } = useLingui();
  const me = useSession();
  const routes = useSuspenseQuery(routesQuery()).data.items;
  const [open, setOpen] = useState<Route["type"] | null>(null);
  const [done, setDone] = useState<Route["type"] | null>(null);
  const mayChange = can(me, "settings:write");
  const columns = useMemo<Column<Route>[]>(() => {
    const shown: Column<Route>[] = [
      {
        id: "type",
        header: t`Type of agreement`,
        cell: (route) => (
          <>
            {typeName(route.type)}
            <small>{route.is_own ? t`Set by the district` : t`The usual way`}</small>
          </>
        ),
      },
      { id: "reviewed", header: t`Who has to say yes`, cell: reviewedBy },
      { id: "signed", header: t`Who signs first`, cell: (route) => signedBy(route.signing_order) },
    ];
    if (!mayChange) return shown;
    return [
      ...shown,
      {
        id: "change",
        header: t`Change`,
        phone: "line",
        cell: (route) => (
          <Button small onClick={() => setOpen(route.type)} aria-label={t`Change: ${typeName(route.type)}`}>
            <Trans>Change</Trans>
          </Button>
        ),
      },
    ];
  }, [t, mayChange]);
  return (
    <>
      <PageHead
        title={[t`How agreements are reviewed and signed`, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>How they are reviewed and signed</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={<Trans>How agreements are reviewed and signed</Trans>}
        lead={
          <Trans>
            What shares student records always passes privacy review. A change counts for agreements that are
            sent for review later; those under way keep their way.
          </Trans>
        }
      />
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={t`Saved for: ${typeName(done)}`} key={done} />
        </div>
      )}
      {!mayChange && (
        <p className={styles.notice}>
          <Trans>Only the people who keep the district’s settings change this.</Trans>
        </p>
      )}
      <DataTable
        caption={t`How agreements are reviewed and signed, by type`}
        captionHidden
        columns={columns}
        rows={routes}
        rowKey={(route) => route.type}
      />
      <Suspense>
        {open && (
          <RouteDialog
            type={open}
            onClose={() => setOpen(null)}
            onDone={(type) => {
              setOpen(null);
              setDone(type);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
