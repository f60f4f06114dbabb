/** What the directory shows as a whole: kept under a name, as a file, and one change for all of it. */
import { Plural, Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { formatCount } from "@/lib/numbers";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import type { PartnersSearch } from "./search";
import styles from "./directory.module.css";

const BulkDialog = lazy(() => import("./bulk-dialog").then((module) => ({ default: module.BulkDialog })));

type Props = {
  search: PartnersSearch;
  total: { value: number; relation: string } | null | undefined;
  /** Acts for the office. */
  moves: boolean;
  /** The link that keeps what is asked. */
  children: ReactNode;
};

export function DirectoryTools({ search, total, moves, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<string>();
  const close = (done?: string) => {
    setOpen(false);
    setTold(done);
  };
  const isExact = total?.relation === "eq";
  const counted = formatCount(total?.value ?? 0);
  return (
    <>
      {told && (
        <div className={styles.notice}>
          <Notice kind="good" live focus>
            {told}
          </Notice>
        </div>
      )}
      <div className={styles.tools}>
        {total && total.value > 0 && (
          <p className={styles.files}>
            {isExact ? (
              <Plural value={total.value} one="The # partner as a file:" other="All # partners as a file:" />
            ) : (
              // so many are not counted to the last
              <Trans>All of more than {counted} partners as a file:</Trans>
            )}{" "}
            <a href={fileAddress("csv", search)} download>
              <Trans>CSV</Trans>
            </a>{" "}
            <a href={fileAddress("xlsx", search)} download>
              <Trans>Excel</Trans>
            </a>
          </p>
        )}
        {children}
        {moves && total && total.value > 0 && (
          <Button small className={styles.all} aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {isExact ? (
              <Plural
                value={total.value}
                one="Change the status of this partner"
                other="Change the status of all #"
              />
            ) : (
              <Trans>Change the status of all</Trans>
            )}
          </Button>
        )}
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <BulkDialog search={search} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

function fileAddress(kind: "csv" | "xlsx", search: PartnersSearch): string {
  const words = Object.entries(search).map(([name, value]) => [name, String(value)]);
  return `/api/v1/exports/partners.${kind}?${new URLSearchParams(words).toString()}`;
}
