/** Programs that are ruled out by area or grades, and why; read only when somebody asks. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { partsWords } from "@/api/spoken/reasons";
import { LinkButton } from "@/ui/actions/link-button";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { unfitQuery } from "./fits-api";
import styles from "./need-fits.module.css";

type Props = { needId: string; effectiveOn?: string | undefined; count: number };

export function NeedFitsUnfit({ needId, effectiveOn, count }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const unfit = useQuery({ ...unfitQuery(needId, effectiveOn), enabled: open });
  return (
    <div className={styles.more}>
      <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>
        <Plural
          value={count}
          one="# program that does not fit, and why"
          other="# programs that do not fit, and why"
        />
      </LinkButton>
      {open && unfit.isPending && <Skeleton label={t`Loading programs that do not fit`} shape="lines" />}
      {open && unfit.isError && (
        <Notice kind="bad" live>
          {problemSentence(unfit.error)}
        </Notice>
      )}
      {open && unfit.data && (
        <ul className={styles.unfit}>
          {unfit.data.items.map((fit) => (
            <li key={fit.program.id}>
              <strong>{fit.program.name}</strong>, {fit.partner.name}. {partsWords(fit.said)}
            </li>
          ))}
          {unfit.data.matching > unfit.data.items.length && (
            <li>
              <Trans>
                The first {unfit.data.items.length} of {unfit.data.matching} are listed.
              </Trans>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
