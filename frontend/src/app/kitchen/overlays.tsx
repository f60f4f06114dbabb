/** What opens over the page. */
import { useState } from "react";
import { Actions, Button, buttonClass } from "@/ui/actions/button";
import { TextArea } from "@/ui/fields/text-area";
import { ConfirmDialog } from "@/ui/overlays/confirm-dialog";
import { Dialog, Drawer } from "@/ui/overlays/dialog";
import { Menu } from "@/ui/overlays/menu";
import { ReasonDialog } from "@/ui/overlays/reason-dialog";
import { Tooltip } from "@/ui/overlays/tooltip";
import { announce } from "@/lib/announcer";
import { Shelf } from "./shelf";

type Open = "dialog" | "confirm" | "danger" | "reason" | "drawer" | null;

export function OverlaySamples() {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <Shelf name="Overlays">
      <Actions>
        <Button onClick={() => setOpen("dialog")}>Open a dialog</Button>
        <Button onClick={() => setOpen("confirm")}>Ask to confirm</Button>
        <Button onClick={() => setOpen("danger")}>Ask before an end</Button>
        <Button onClick={() => setOpen("reason")}>Ask for the reason</Button>
        <Button onClick={() => setOpen("drawer")}>Open a drawer</Button>
        <Menu
          label="More"
          acts={[
            { id: "copy", label: "Copy the link", onAct: () => announce("Copied") },
            { id: "print", label: "Print", onAct: () => announce("Printing") },
            { id: "end", label: "End early", danger: true, onAct: () => setOpen("danger") },
          ]}
        />
        <Tooltip text="Both sides see the same list">
          <button type="button" className={buttonClass({ kind: "quiet" })}>
            Who sees this
          </button>
        </Tooltip>
      </Actions>
      <Dialog open={open === "dialog"} onClose={close} title="Note for the partner">
        <TextArea label="Note" name="note" hint="Kept with the agreement; may be a public record" />
        <p>Escape, Close or a press outside leaves without sending.</p>
      </Dialog>
      <ConfirmDialog
        open={open === "confirm"}
        onClose={close}
        onConfirm={close}
        title="Confirm for Alderbrook?"
        action="Confirm for Alderbrook"
      >
        <p>Dana Fitch at North Branch Mentors and Renee Castellano will be told.</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={open === "danger"}
        onClose={close}
        onConfirm={close}
        title="End this agreement early?"
        action="End it on January 31"
        danger
        failure="Renee Castellano ended it a minute ago."
      >
        <p>North Branch Mentors and five schools will be told. It cannot be taken back.</p>
      </ConfirmDialog>
      {open === "reason" && (
        <ReasonDialog
          onClose={close}
          send={() => Promise.reject(new Error("taken back"))}
          onRefused={(form) =>
            form.setError("root.server", { message: "Somebody took it back a minute ago." })
          }
          title="Put it on hold"
          effect="From now on the front office sends North Branch Mentors away."
          action="Put on hold"
          question="Why is it put on hold?"
          hint="The school, the partner and the district read it."
        />
      )}
      <Drawer open={open === "drawer"} onClose={close} title="Filters">
        <p>What narrows the list stands here on a phone.</p>
      </Drawer>
    </Shelf>
  );
}
