/** A file to keep with the agreement. */
import { Trans } from "@lingui/react/macro";
import { useId } from "react";
import { Optional } from "@/ui/fields/field";
import styles from "./agreement.module.css";

export const paperKinds = ".pdf,.png,.jpg,.jpeg,.docx";

export function PaperField({ onChoose }: { onChoose: (file: File | null) => void }) {
  const id = useId();
  return (
    <div className={styles.upload}>
      <label htmlFor={id}>
        <Trans>The signed paper</Trans>
        <Optional />
      </label>
      <p className={styles.hint} id={`${id}-hint`}>
        <Trans>PDF, PNG, JPEG or Word, 10 MB at most. Everybody who sees the agreement can open it.</Trans>
      </p>
      <input
        id={id}
        type="file"
        accept={paperKinds}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChoose(event.target.files?.[0] ?? null)}
      />
    </div>
  );
}
