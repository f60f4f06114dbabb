/** The whole of what the directory shows as a file, and one step for all of it. */
import { Plural, Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import type { PartnersSearch } from "./search";
import styles from "./directory.module.css";

const BulkDialog = lazy(() => import("./bulk-dialog").then((module) => ({ default: module.BulkDialog })));

type Props = {
  search: PartnersSearch;
  total: number | undefined;
  /** Acts for the office. */
  moves: boolean;
};

export function DirectoryTools({ search, total, moves }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState<string>();
  const close = (done?: string) => {
    setOpen(false);
    setTold(done);
  };
  return (
    <>
      {told && (
        <div className={styles.notice}>
          <Notice kind="good" live focus>
            {told}
          </Notice>
        </div>
      )}
      {total !== undefined && total > 0 && (
        <div className={styles.tools}>
          <p className={styles.files}>
            <Plural value={total} one="The # partner as a file:" other="All # partners as a file:" />{" "}
            <a href={fileAddress("csv", search)} download>
              <Trans>CSV</Trans>
            </a>{" "}
            <a href={fileAddress("xlsx", search)} download>
              <Trans>Excel</Trans>
            </a>
          </p>
          {moves && (
            <Button small aria-haspopup="dialog" onClick={() => setOpen(true)}>
              <Plural value={total} one="One step for this partner" other="One step for all # partners" />
            </Button>
          )}
        </div>
      )}
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
