/** Saves what a list is asked now; what is shown under a saved name already is renamed, shared or removed instead. */
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { LinkButton } from "@/ui/actions/link-button";
import type { Asked, SavedView } from "./api";

const SaveViewDialog = lazy(() =>
  import("./save-view-dialog").then((module) => ({ default: module.SaveViewDialog })),
);
const ChangeViewDialog = lazy(() =>
  import("./change-view-dialog").then((module) => ({ default: module.ChangeViewDialog })),
);

type Props = {
  asked: Asked;
  /** The saved view that the list shows now. */
  current: SavedView | undefined;
};

export function KeepView({ asked, current }: Props) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (current && !current.can_edit) {
    const name = current.owner.name;
    return (
      <span>
        <Trans>{name} shares this view.</Trans>
      </span>
    );
  }
  return (
    <>
      <LinkButton aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {current ? <Trans>Change this view</Trans> : <Trans>Save this view</Trans>}
      </LinkButton>
      {isOpen && (
        <Suspense fallback={null}>
          {current ? (
            <ChangeViewDialog id={current.id} onClose={close} />
          ) : (
            <SaveViewDialog asked={asked} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  );
}
