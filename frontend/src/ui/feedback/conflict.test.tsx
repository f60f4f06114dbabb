import { expect, test, vi } from "vitest";
import { screen, show } from "@/testing/render";
import { Conflict } from "./conflict";

test("both values are shown, one's own is kept unless the other is chosen", async () => {
  const chosen = vi.fn();
  const { user } = show(
    <Conflict
      differences={[
        { field: "phone", label: "Phone", mine: "555-0100", theirs: "555-0199" },
        { field: "name", label: "Name", mine: "Lantern", theirs: "Lantern Center" },
      ]}
      onChoose={chosen}
    />,
  );
  expect(screen.getByRole("heading", { name: /changed this/ })).toBeInTheDocument();
  expect(screen.getByRole("radio", { name: "555-0100" })).toBeChecked();
  await user.click(screen.getByRole("radio", { name: "Lantern Center" }));
  await user.click(screen.getByRole("button", { name: "Use these and save" }));
  expect(chosen).toHaveBeenCalledWith({ phone: "mine", name: "theirs" });
});
