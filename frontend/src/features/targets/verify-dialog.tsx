/** Says of all results that wait for this reader that they are so; they are listed first, as they will stand. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { problemSentence } from "@/api/form-problems";
import { formatDay } from "@/lib/dates";
import { DataTable, type Column } from "@/ui/data/data-table";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { useVerify } from "./acts";
import type { Result, Target } from "./api";
import { FigureWords } from "./figure-words";

type Props = {
  target: Target;
  results: readonly Result[];
  onClose: () => void;
  onDone: (verified: number) => void;
};

export function VerifyDialog({ target, results, onClose, onDone }: Props) {
  const { t } = useLingui();
  const verify = useVerify();
  const columns: Column<Result>[] = [
    { id: "school", header: t`School`, cell: ({ school }) => school.name },
    { id: "day", header: t`Measured`, cell: (each) => formatDay(each.as_of_on) },
    {
      id: "value",
      header: t`Result`,
      number: true,
      cell: (each) => <FigureWords figure={each.figure} target={target} />,
    },
    { id: "by", header: t`Entered by`, cell: (each) => each.entered_by ?? t`Not known` },
  ];
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => verify.mutate(results, { onSuccess: onDone })}
      title={<Plural value={results.length} one="Is this result so?" other="Are these # results so?" />}
      action={<Plural value={results.length} one="Verify the result" other="Verify all #" />}
      working={verify.isPending ? <Trans>Verifying…</Trans> : undefined}
      failure={verify.isError ? problemSentence(verify.error) : undefined}
    >
      <p>
        <Trans>
          Verified results count before those that nobody checked. One that is not so can be turned down on
          the page, with a reason.
        </Trans>
      </p>
      <DataTable
        caption={t`Results to verify`}
        captionHidden
        compact
        columns={columns}
        rows={results}
        rowKey={(each) => each.id}
      />
    </ConfirmDialog>
  );
}
