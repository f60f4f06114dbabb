import { expect, test } from "vitest";
import { screen, show } from "@/testing/render";
import { Button } from "../actions/button";
import { Folded } from "./folded";
import { Form } from "./form";
import { TextField } from "./text-field";
import { useForm } from "./use-form";

function Sample() {
  const form = useForm({ defaultValues: { room: "" } });
  const { errors, submitCount } = form.formState;
  return (
    <Form form={form} onSubmit={() => undefined} actions={<Button type="submit">Save</Button>}>
      <Folded label="Asked of" said="All programs" isBad={errors.room !== undefined} attempt={submitCount}>
        <TextField
          label="Room"
          error={errors.room?.message}
          {...form.register("room", { required: "Enter it" })}
        />
      </Folded>
    </Form>
  );
}

test("it is closed with its line to read, and opens when something in it is refused, each time", async () => {
  const { user } = show(<Sample />);
  const box = screen.getByText("Asked of").closest("details");
  expect(box?.open).toBe(false);
  expect(screen.getByText("All programs")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(box?.open).toBe(true);
  // the summary keeps the focus, and leads into what was folded
  expect(screen.getByRole("group", { name: "One thing needs fixing" })).toHaveFocus();
  await user.click(screen.getByRole("link", { name: "Enter it" }));
  expect(screen.getByRole("textbox", { name: "Room" })).toHaveFocus();
  await user.click(screen.getByText("Asked of"));
  expect(box?.open).toBe(false);
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(box?.open).toBe(true);
});
