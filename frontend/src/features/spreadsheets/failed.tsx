/** A step that was not done: why, what became of the file, and how to go on. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { isWorkedOn, spreadsheetQuery, type Acting, type Spreadsheet } from "./api";
import { slugOf, stepSentence } from "./file-words";
import styles from "./import.module.css";

type Props = { sheet: Spreadsheet; act: Acting; onCheck?: () => void };

export function Failed({ sheet, act, onCheck }: Props) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  if (act.isPending || isWorkedOn(sheet)) return null;
  const slug = act.isError ? slugOf(act.error) : sheet.work?.failed;
  if (slug === undefined || slug === null) return null;
  const isElsewhere = slug === "spreadsheet-cannot-move" || slug === "optimistic-lock-failed";
  const load = async () => {
    await queries.invalidateQueries({ queryKey: spreadsheetQuery(sheet.id).queryKey });
    act.reset();
  };
  return (
    <div className={styles.notice} lang={i18n.locale}>
      <Notice
        kind={slug === "spreadsheet-outdated" ? "warn" : "bad"}
        live
        focus
        level={2}
        title={
          slug === "spreadsheet-outdated" ? (
            <Trans>Something changed meanwhile</Trans>
          ) : (
            <Trans>That did not work</Trans>
          )
        }
        actions={
          isElsewhere ? (
            <Button onClick={() => void load()}>
              <Trans>Load it as it is now</Trans>
            </Button>
          ) : onCheck ? (
            <Button onClick={onCheck}>
              <Trans>Check again</Trans>
            </Button>
          ) : undefined
        }
      >
        {stepSentence(slug, act.error)}
      </Notice>
    </div>
  );
}
