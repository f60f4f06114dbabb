/** A version as an agreement made from it would begin, by an example; what the template says is told from the rest. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { problemSentence } from "@/api/form-problems";
import type { StandingSectionRead } from "@/api/gen/types.gen";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Section } from "@/ui/page/section";
import { versionQuery } from "./api";
import styles from "./templates.module.css";

export function VersionPreview({ templateId, number }: { templateId: string; number: number }) {
  const { t } = useLingui();
  const { data, error } = useQuery(versionQuery(templateId, number));
  const standing = new Map(data?.headings.map((heading, place) => [heading, data.sections[place]]));
  return (
    <Section
      heading={t`Version ${number}, by an example`}
      note={
        <Trans>
          What this template says has a line at its left. The rest each agreement says for itself; its names
          and days here are invented.
        </Trans>
      }
    >
      {error ? (
        <Notice kind="bad">{problemSentence(error)}</Notice>
      ) : data ? (
        <div className={clsx(styles.text, styles.example)}>
          {data.document.sections.map((section) => {
            const own = standing.get(section.heading);
            return (
              <div key={section.heading} className={clsx(own && styles.own)}>
                <h3>
                  {section.heading} {own && <Standing section={own} />}
                </h3>
                {section.paragraphs.map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
                {section.items.length > 0 && (
                  <ul>
                    {section.items.map((item) => (
                      <li key={item}>{item}</li>
                    ))}
                  </ul>
                )}
              </div>
            );
          })}
        </div>
      ) : (
        <Skeleton label={t`Loading the text`} shape="lines" count={8} />
      )}
    </Section>
  );
}

function Standing({ section }: { section: StandingSectionRead }) {
  return (
    <small>
      {section.code === null ? (
        <Trans>Standing term</Trans>
      ) : section.is_required ? (
        <Trans>Clause, finalized before signing</Trans>
      ) : (
        <Trans>Clause</Trans>
      )}
    </small>
  );
}
