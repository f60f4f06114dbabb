import { Printer } from "lucide-react";
import { expect, test, vi } from "vitest";
import { screen, show } from "@/testing/render";
import { Button, IconButton } from "./button";

test("a button does what it says, once for each press", async () => {
  const pressed = vi.fn();
  const { user } = show(<Button onClick={pressed}>Send for review</Button>);
  await user.click(screen.getByRole("button", { name: "Send for review" }));
  expect(pressed).toHaveBeenCalledTimes(1);
});

test("a working button says so, keeps the focus and takes no second press", async () => {
  const pressed = vi.fn();
  const submitted = vi.fn((event: SubmitEvent) => event.preventDefault());
  const { user } = show(
    <form onSubmit={(event) => submitted(event.nativeEvent as SubmitEvent)}>
      <Button type="submit" working="Sending…" onClick={pressed}>
        Send
      </Button>
    </form>,
  );
  const button = screen.getByRole("button", { name: "Sending…" });
  await user.click(button);
  expect(pressed).not.toHaveBeenCalled();
  expect(submitted).not.toHaveBeenCalled();
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute("aria-busy", "true");
});

test("a picture button has a name", () => {
  show(<IconButton label="Print" icon={Printer} />);
  expect(screen.getByRole("button", { name: "Print" })).toBeInTheDocument();
});
