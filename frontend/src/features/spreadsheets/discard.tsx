/** Gives a file up, after asking once: what was decided about it goes with it. */
import { Trans } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { useAbandon, type Spreadsheet } from "./api";

const ConfirmDialog = lazy(() =>
  import("@/ui/overlays/confirm-dialog").then((module) => ({ default: module.ConfirmDialog })),
);

export function Discard({ sheet }: { sheet: Spreadsheet }) {
  const abandon = useAbandon(sheet);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        <Trans>Discard this file</Trans>
      </Button>
      {isAsking && (
        <Suspense>
          <ConfirmDialog
            open
            danger
            onClose={() => setAsking(false)}
            onConfirm={() => abandon.mutate(undefined, { onSuccess: () => void navigate({ to: "/import" }) })}
            title={<Trans>Discard this file?</Trans>}
            action={<Trans>Discard</Trans>}
            working={abandon.isPending ? <Trans>Discarding…</Trans> : undefined}
            failure={abandon.isError ? problemSentence(abandon.error) : undefined}
          >
            <p>
              <Trans>Its rows and what you decided about them are deleted. Nothing of it was written.</Trans>
            </p>
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}
