/** How much room the district's files take, what takes it, and what to do before there is none. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getStorageOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { StorageKept } from "@/api/gen/types.gen";
import { formatCount } from "@/lib/numbers";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Notice } from "@/ui/feedback/notice";
import { Progress } from "@/ui/feedback/progress";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { OfficeTabs } from "./office-tabs";
import { keptWords, sizeWords, storageFinding } from "./storage-words";

export const storageQuery = () => getStorageOptions();

export function StoragePage() {
  const { t } = useLingui();
  const storage = useSuspenseQuery(storageQuery()).data;
  const free = sizeWords(Math.max(0, storage.allowed_bytes - storage.used_bytes));
  const columns: Column<StorageKept>[] = [
    { id: "what", header: t`What`, cell: ({ what }) => keptWords(what) },
    { id: "files", header: t`Files`, cell: ({ files }) => formatCount(files), number: true },
    { id: "size", header: t`Size`, cell: ({ bytes }) => sizeWords(bytes), number: true },
  ];
  return (
    <>
      <PageHead
        title={[t`Room for files`, t`Papers`]}
        heading={storageFinding(storage)}
        lead={
          <Trans>
            When there is no room left, no file is taken any more. Everything that is here stays, and all
            other work goes on.
          </Trans>
        }
      />
      <OfficeTabs />
      {storage.state !== "roomy" && (
        <Notice
          kind={storage.state === "filling" ? "warn" : "bad"}
          level={2}
          title={
            storage.state === "filling" ? (
              <Trans>More than 80% of the room is used</Trans>
            ) : (
              <Trans>More than 95% of the room is used</Trans>
            )
          }
        >
          <Trans>
            Ask whoever runs Alongside for your district for more room before partners’ papers are refused.
          </Trans>
        </Notice>
      )}
      <Section
        heading={<Trans>What takes the room</Trans>}
        note={
          <Trans>
            A <Link to="/import">spreadsheet</Link> that you give up makes room at once. Papers and agreements
            stay with what they are about.
          </Trans>
        }
      >
        <Progress label={t`Room that is used`} value={storage.used_bytes} max={storage.allowed_bytes}>
          <Trans>{free} are left.</Trans>
        </Progress>
        <DataTable
          caption={t`What takes the room`}
          captionHidden
          columns={columns}
          rows={storage.kept}
          rowKey={({ what }) => what}
          phone="across"
        />
      </Section>
    </>
  );
}
