import { useState } from "react";
import { expect, test, vi } from "vitest";
import { screen, show } from "@/testing/render";
import { ConfirmDialog } from "./confirm-dialog";
import { Dialog, Drawer } from "./dialog";
import { Menu } from "./menu";
import { ReasonDialog } from "./reason-dialog";
import { Tooltip } from "./tooltip";

function Opener({ insist }: { insist?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Add a note
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Note" insist={insist ?? false}>
        <input aria-label="Words" />
      </Dialog>
    </>
  );
}

test("a dialog takes the focus and gives it back", async () => {
  const { user } = show(<Opener />);
  const opener = screen.getByRole("button", { name: "Add a note" });
  await user.click(opener);
  expect(screen.getByRole("dialog", { name: "Note" })).toContainElement(
    document.activeElement as HTMLElement,
  );
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  await vi.waitFor(() => expect(opener).toHaveFocus());
});

test("a dialog that needs an answer has no way around it", async () => {
  const { user } = show(<Opener insist />);
  await user.click(screen.getByRole("button", { name: "Add a note" }));
  await user.keyboard("{Escape}");
  expect(screen.getByRole("dialog", { name: "Note" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Close" })).not.toBeInTheDocument();
});

test("a drawer is a dialog with a way out", async () => {
  const closed = vi.fn();
  const { user } = show(
    <Drawer open onClose={closed} title="Filters">
      <p>What narrows the list</p>
    </Drawer>,
  );
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect(closed).toHaveBeenCalledTimes(1);
});

test("confirming happens once, and what went wrong is said in the dialog", async () => {
  const confirmed = vi.fn();
  const ask = (working?: string, failure?: string) => (
    <ConfirmDialog
      open
      onClose={() => undefined}
      onConfirm={confirmed}
      title="End it?"
      action="End it on January 31"
      working={working}
      failure={failure}
      danger
    >
      <p>Five schools will be told.</p>
    </ConfirmDialog>
  );
  const { user, rerender } = show(ask());
  await user.click(screen.getByRole("button", { name: "End it on January 31" }));
  rerender(ask("Ending…"));
  await user.click(screen.getByRole("button", { name: "Ending…" }));
  expect(confirmed).toHaveBeenCalledTimes(1);
  rerender(ask(undefined, "Renee Castellano ended it a minute ago."));
  expect(screen.getByRole("alert")).toHaveTextContent("Renee Castellano ended it");
  expect(screen.getByRole("alertdialog", { name: "End it?" })).toBeInTheDocument();
});

test("a menu does the act that was chosen by keyboard", async () => {
  const copied = vi.fn();
  const { user } = show(
    <Menu
      label="More"
      acts={[
        { id: "print", label: "Print", onAct: () => undefined },
        { id: "copy", label: "Copy the link", onAct: copied },
      ]}
    />,
  );
  await user.tab();
  await user.keyboard("{Enter}");
  await user.keyboard("{ArrowDown}{Enter}");
  expect(copied).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("menu")).not.toBeInTheDocument();
});

test("a tooltip describes its control on focus", async () => {
  const { user } = show(
    <Tooltip text="Both sides see the same list">
      <button type="button">Who sees this</button>
    </Tooltip>,
  );
  await user.tab();
  expect(screen.getByRole("tooltip")).toHaveTextContent("Both sides see the same list");
  expect(screen.getByRole("button", { name: "Who sees this" })).toHaveAccessibleDescription(/Both sides/);
});

test("a reason is asked for once, sent without spaces around it, and kept with what the server says of it", async () => {
  const send = vi.fn<(reason: string) => Promise<void>>().mockRejectedValueOnce(new Error("Name no student"));
  const { user } = show(
    <ReasonDialog
      title="Put it on hold"
      effect="The front office sends them away."
      action="Put on hold"
      danger
      question="Why is it put on hold?"
      onClose={() => undefined}
      send={send}
      onRefused={(form, error) => form.setError("reason", { message: (error as Error).message })}
    />,
  );
  expect(screen.getByRole("alertdialog", { name: "Put it on hold" })).toHaveTextContent("sends them away");
  const field = screen.getByLabelText("Why is it put on hold?");
  const act = screen.getByRole("button", { name: "Put on hold" });
  await user.type(field, "  ");
  await user.click(act);
  expect(field).toBeInvalid();
  expect(screen.getByRole("link", { name: "Write down why, so that the others know" })).toBeInTheDocument();
  expect(send).not.toHaveBeenCalled();
  await user.type(field, "Ada missed a day. ");
  await user.click(act);
  expect(await screen.findByRole("link", { name: "Name no student" })).toBeInTheDocument();
  expect(send).toHaveBeenCalledExactlyOnceWith("Ada missed a day.");
  expect(field).toHaveValue("  Ada missed a day. ");
  expect(field).toHaveAccessibleDescription(/Name no student/);
});
