/** After checking again: what is different from the check before. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Notice } from "@/ui/feedback/notice";
import { whatChanged, type Change, type Counts } from "./what-changed";
import styles from "./import.module.css";

export function CheckedAgain({ was, is }: { was: Counts; is: Counts }) {
  const { t } = useLingui();
  const changes = whatChanged(was, is);
  const names = {
    partners: t`Partners`,
    contacts: t`Contacts`,
    programs: t`Programs`,
    agreements: t`Agreements`,
  };
  const said = (counts: Change["is"]) =>
    t`${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged`;
  return (
    <div className={styles.notice}>
      <Notice live focus level={2} title={<Trans>Checked again</Trans>}>
        {changes.length === 0 ? (
          <Trans>As many records as before are new and changed, but not all with the same content.</Trans>
        ) : (
          <ul>
            {changes.map((change) => (
              <li key={change.noun}>
                {names[change.noun]}: {said(change.is)} (<Trans>before: {said(change.was)}</Trans>)
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
