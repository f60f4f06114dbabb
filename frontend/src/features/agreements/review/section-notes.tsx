/** A reviewer's notes beside sections of the text, each under what that section says now. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { UseFormReturn } from "react-hook-form";
import { Disclosure } from "@/ui/page/disclosure";
import { TextArea } from "@/ui/fields/text-area";
import { textQuery } from "../api";
import { sectionKeys, sectionName, sectionOf, type SectionKey } from "./words";
import styles from "./review.module.css";

export type NotesValues = { reason: string; notes: Record<SectionKey, string> };

export const noNotes: Record<SectionKey, string> = {
  parties: "",
  purpose: "",
  programs: "",
  schools: "",
  students: "",
  schedule: "",
  promises: "",
  costs: "",
  records: "",
  terms: "",
  term: "",
};

/** What was written, in the order of the text. */
export function writtenNotes(notes: Record<SectionKey, string>): { section: SectionKey; text: string }[] {
  return sectionKeys
    .map((section) => ({ section, text: notes[section].trim() }))
    .filter(({ text }) => text !== "");
}

export function SectionNotes({
  form,
  agreementId,
}: {
  form: UseFormReturn<NotesValues>;
  agreementId: string;
}) {
  const { t } = useLingui();
  const text = useQuery(textQuery(agreementId)).data;
  const { errors } = form.formState;
  const said = (section: SectionKey) =>
    (text?.document.sections ?? [])
      .filter((each) => sectionOf(each.heading) === section)
      .flatMap((each) => [...each.paragraphs, ...each.items]);
  return (
    <Disclosure summary={t`Write beside a section of the text`}>
      <p className={styles.hint}>
        <Trans>
          Write only where something is to say. Whoever changes the text reads it beside that section.
        </Trans>
      </p>
      {sectionKeys.map((section) => {
        const lines = said(section);
        return (
          <TextArea
            key={section}
            label={sectionName(section)}
            hint={lines.length > 0 ? lines.join(" · ") : t`It says nothing now.`}
            optional
            rows={2}
            error={errors.notes?.[section]?.message}
            {...form.register(`notes.${section}`, {
              maxLength: { value: 4000, message: t`Use at most 4,000 characters` },
            })}
          />
        );
      })}
    </Disclosure>
  );
}
