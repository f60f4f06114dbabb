/** What a paper unlocks once it is accepted: at how many schools, and what still keeps programs out elsewhere. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Section } from "@/ui/page/section";
import { unlocksQuery } from "./api";
import { leftWords, unlockWords } from "./paper-words";

export function PaperUnlocks({ id, short = false }: { id: string; short?: boolean }) {
  const { data } = useQuery(unlocksQuery(id));
  if (!data) return null;
  if (short) return <p>{unlockWords(data)}</p>;
  return (
    <Section heading={<Trans>What it unlocks</Trans>}>
      <p>{unlockWords(data)}</p>
      {data.left.length > 0 && (
        <>
          <p>
            <Trans>What still keeps programs out then:</Trans>
          </p>
          <ul>
            {data.left.map((left) => (
              <li key={left.words}>{leftWords(left)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
