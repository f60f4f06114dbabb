/** The scans of a paper: pictures stand on the page, a PDF is opened from it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { FileText } from "lucide-react";
import type { PaperRead } from "@/api/gen/types.gen";
import { formatNumber } from "@/lib/numbers";
import { AnchorButton } from "@/ui/actions/link";
import styles from "./queue.module.css";

export function QueueScan({ paper }: { paper: PaperRead }) {
  const { t } = useLingui();
  if (paper.documents.length === 0)
    return (
      <p className={styles.quiet}>
        <Trans>No scan is attached.</Trans>
      </p>
    );
  return (
    <ul className={styles.scans}>
      {paper.documents.map((scan) => {
        const address = `/api/v1/papers/${paper.id}/documents/${scan.id}`;
        const size = `${formatNumber(Math.max(1, scan.size / 1000), 0)} KB`;
        return (
          <li key={scan.id}>
            {scan.media_type.startsWith("image/") && <img src={address} alt={t`Scan: ${scan.name}`} />}
            <AnchorButton href={address} download={scan.name} icon={FileText}>
              <Trans>
                Open {scan.name} ({size})
              </Trans>
            </AnchorButton>
          </li>
        );
      })}
    </ul>
  );
}
