/** A file to keep with the agreement. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { FileField } from "@/ui/fields/file-field";

type Props = {
  label: ReactNode;
  /** What its form calls it, so that the server’s refusals find it. */
  name?: string;
  error?: ReactNode;
  optional?: boolean;
  isTakenAtOnce?: boolean;
  onChoose: (file: File | null) => void;
};

export function PaperField({ name, ...props }: Props) {
  return (
    <FileField
      {...props}
      name={name ?? "paper"}
      id={name}
      accept=".pdf,.png,.jpg,.jpeg,.docx"
      hint={
        <Trans>PDF, PNG, JPEG or Word, 25 MB at most. Everybody who sees the agreement can open it.</Trans>
      }
    />
  );
}
