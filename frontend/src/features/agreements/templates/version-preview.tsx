/** A version as an agreement made from it would begin, by an example. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { problemSentence } from "@/api/form-problems";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Section } from "@/ui/page/section";
import { versionQuery } from "./api";
import styles from "./templates.module.css";

export function VersionPreview({ templateId, number }: { templateId: string; number: number }) {
  const { t } = useLingui();
  const { data, error } = useQuery(versionQuery(templateId, number));
  return (
    <Section
      heading={t`Version ${number}, by an example`}
      note={<Trans>The names and days are invented; each agreement fills in its own.</Trans>}
    >
      {error ? (
        <Notice kind="bad">{problemSentence(error)}</Notice>
      ) : data ? (
        <div className={styles.text}>
          {data.document.sections.map((section) => (
            <div key={section.heading}>
              <h3>{section.heading}</h3>
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
          ))}
        </div>
      ) : (
        <Skeleton label={t`Loading the text`} shape="lines" count={8} />
      )}
    </Section>
  );
}
