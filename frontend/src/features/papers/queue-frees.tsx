/** What accepting a paper changes, and what is missing even then. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { PaperRead, WaitingPaper } from "@/api/gen/types.gen";
import { problemSentence } from "@/api/form-problems";
import { reasonWords } from "@/api/spoken/reasons";
import { listOf } from "@/lib/lists";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Section } from "@/ui/page/section";
import { unlocksQuery } from "./api";
import { clearWords, freesWords, paperName } from "./queue-words";
import styles from "./queue.module.css";

type Props = { paper: PaperRead; next: WaitingPaper | undefined };

export function QueueFrees({ paper, next }: Props) {
  return (
    <>
      {paper.status === "submitted" && <Frees paper={paper} />}
      <Section side heading={<Trans>The partner</Trans>}>
        <p>
          <Link to="/partners/$partnerId" params={{ partnerId: paper.partner.id }}>
            {paper.partner.name}
          </Link>
        </p>
      </Section>
      {next && (
        <Section side heading={<Trans>Next in the queue</Trans>}>
          <p>
            <Link to="/papers/queue/$paperId" params={{ paperId: next.id }}>
              <Trans>
                {paperName(next)} of {next.partner.name}
              </Trans>
            </Link>
          </p>
          <p className={styles.quiet}>{freesWords(next.unlocks)}.</p>
        </Section>
      )}
    </>
  );
}

function Frees({ paper }: { paper: PaperRead }) {
  const { t } = useLingui();
  const { data, error } = useQuery(unlocksQuery(paper.id));
  return (
    <Section side heading={<Trans>What it frees</Trans>}>
      {error && <Notice kind="bad">{problemSentence(error)}</Notice>}
      {!data && !error && <Skeleton label={t`Loading what it frees`} shape="lines" count={3} />}
      {data && (
        <>
          <p>{clearWords(data)}</p>
          {data.left.length > 0 && (
            <>
              <p className={styles.quiet}>
                <Trans>Missing even then:</Trans>
              </p>
              <ul className={styles.left}>
                {data.left.map((left) => (
                  <li key={left.words}>
                    {reasonWords(left.said)} <small>{listOf(left.schools)}</small>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Section>
  );
}
