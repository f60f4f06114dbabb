/** The whole text, fetched when somebody opens it. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { textQuery } from "./api";
import styles from "./decisions.module.css";

export function FullText({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  const text = useQuery({ ...textQuery(id), enabled: isOpen });
  return (
    <details className={styles.full} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>Read the whole text</Trans>
      </summary>
      <div className={styles.text}>
        {text.isPending && (
          <p role="status">
            <Trans>Fetching the text…</Trans>
          </p>
        )}
        {text.isError && <p role="alert">{problemSentence(text.error)}</p>}
        {text.data && (
          <>
            <p className={styles.textTitle}>
              {text.data.title}, {text.data.subtitle}
            </p>
            {text.data.sections.map((section) => (
              <section key={section.heading}>
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
              </section>
            ))}
          </>
        )}
      </div>
    </details>
  );
}
