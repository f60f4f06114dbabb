/** Asks before a page is left with something typed that nobody saved. */
import { Trans } from "@lingui/react/macro";
import { useBlocker } from "@tanstack/react-router";
import { lazy, Suspense } from "react";

const ConfirmDialog = lazy(() =>
  import("@/ui/overlays/confirm-dialog").then((module) => ({ default: module.ConfirmDialog })),
);

export function KeepTyped({ isTyped }: { isTyped: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isTyped,
    enableBeforeUnload: isTyped,
    withResolver: true,
  });
  if (status !== "blocked") return null;
  return (
    <Suspense>
      <ConfirmDialog
        open
        onClose={reset}
        onConfirm={proceed}
        title={<Trans>Leave without saving?</Trans>}
        action={<Trans>Leave the page</Trans>}
        danger
      >
        <p>
          <Trans>What you typed is not saved yet.</Trans>
        </p>
      </ConfirmDialog>
    </Suspense>
  );
}
