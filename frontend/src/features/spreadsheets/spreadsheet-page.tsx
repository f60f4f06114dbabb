/** One file on its way in: match its columns, look what would happen, take it in. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { isWorkedOn, spreadsheetQuery, type Spreadsheet } from "./api";
import { CheckedSheet } from "./checked-sheet";
import { ImportSteps, type ImportStep } from "./import-steps";
import { MatchForm } from "./match-form";
import type { ImportSearch } from "./search";

export function SpreadsheetPage({ id, search }: { id: string; search: ImportSearch }) {
  const { t } = useLingui();
  const sheet = useSuspenseQuery(spreadsheetQuery(id)).data;
  const at = stepOf(sheet, search);
  const written = sheet.outcome?.counts.rows.new ?? 0;
  const refused = sheet.outcome?.counts.rows.refused ?? 0;
  const changed = sheet.outcome?.counts.rows.changed ?? 0;
  const isNews = written + changed > 0;
  const news = plural(written, { one: "# row is new", other: "# rows are new" });
  const found = refused > 0 ? t`${news}, ${refused} cannot be taken yet` : news;
  const headings = {
    upload: t`This file was discarded`,
    match: t`What do the columns hold?`,
    check: !sheet.outcome ? t`The file is being checked` : isNews ? found : t`Nothing in this file is new`,
    done: isNews
      ? t`The file is in: ${plural(written, { one: "# row was new", other: "# rows were new" })}`
      : t`The file is in: nothing was new`,
  };
  return (
    <>
      <PageHead
        key={at}
        title={[sheet.name, t`Bring a spreadsheet`]}
        trail={
          <Breadcrumbs here={sheet.name}>
            <Link to="/import">
              <Trans>Bring a spreadsheet</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={headings[at]}
        lead={
          at === "check" ? (
            <Trans>Nothing is written yet.</Trans>
          ) : at === "match" ? (
            <Trans>
              Each column is proposed from its name and values. Look through, then check the file.
            </Trans>
          ) : undefined
        }
      />
      <ImportSteps at={at} />
      {at === "match" && <MatchForm key={JSON.stringify(sheet.matching)} sheet={sheet} />}
      {(at === "check" || at === "done") && <CheckedSheet sheet={sheet} />}
      {at === "upload" && (
        <Notice level={2} title={<Trans>Nothing of it was kept</Trans>}>
          <Link to="/import">
            <Trans>Bring another file</Trans>
          </Link>
        </Notice>
      )}
    </>
  );
}

function stepOf(sheet: Spreadsheet, search: ImportSearch): ImportStep {
  if (sheet.stage === "committed") return "done";
  if (sheet.stage === "abandoned") return "upload";
  if (isWorkedOn(sheet)) return "check";
  return sheet.stage === "checked" && !search.match ? "check" : "match";
}
