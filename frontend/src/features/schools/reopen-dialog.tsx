/** Asks once before a school is opened again, or its closing called off. */
import { Trans, useLingui } from "@lingui/react/macro";
import { problemSentence } from "@/api/form-problems";
import type { SchoolRead } from "@/api/gen/types.gen";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { useReopen } from "./api";

type Props = { school: SchoolRead; onClose: () => void; onDone: () => void };

export function ReopenDialog({ school, onClose, onDone }: Props) {
  const { t } = useLingui();
  const reopen = useReopen(school);
  const isAhead = school.status === "active";
  const { name } = school;
  // Once the school is open the page has no place for this dialog: what follows must not depend on its being there.
  const confirm = () => reopen.mutateAsync().then(onDone, () => undefined);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      title={isAhead ? t`Call off the closing of ${name}` : t`Open ${name} again`}
      action={isAhead ? t`Call it off` : t`Open it again`}
      working={reopen.isPending ? t`Saving…` : undefined}
      failure={reopen.isError ? problemSentence(reopen.error) : undefined}
    >
      <p>
        {isAhead ? (
          <Trans>The school stays open, and everything that covers it goes on.</Trans>
        ) : (
          <Trans>
            What covers it covers it again from today. The days on which it was closed stay closed.
          </Trans>
        )}
      </p>
    </ConfirmDialog>
  );
}
