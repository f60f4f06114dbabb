import { expect, test, vi } from "vitest";
import { screen, show } from "@/testing/render";
import { Button } from "../actions/button";
import { Form, listErrors } from "./form";
import { TextField } from "./text-field";
import { useForm } from "./use-form";

function Sample({ onSubmit }: { onSubmit: (values: { name: string }) => void }) {
  const form = useForm({ defaultValues: { name: "" } });
  return (
    <Form form={form} onSubmit={onSubmit} actions={<Button type="submit">Save</Button>}>
      <title>Program</title>
      <TextField
        label="Name"
        error={form.formState.errors.name?.message}
        {...form.register("name", { required: "Enter the name" })}
      />
    </Form>
  );
}

test("a refused form sends the focus to what is wrong, says so in the title, and leads to the field", async () => {
  document.title = "Program";
  const saved = vi.fn();
  const { user } = show(<Sample onSubmit={saved} />);
  await user.click(screen.getByRole("button", { name: "Save" }));
  const summary = screen.getByRole("group", { name: "One thing needs fixing" });
  expect(summary).toHaveFocus();
  expect(document.title).toBe("Error: Program");
  await user.click(screen.getByRole("link", { name: "Enter the name" }));
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
  await user.keyboard("Chess");
  expect(screen.queryByRole("group", { name: /fixing/ })).not.toBeInTheDocument();
  expect(document.title).toBe("Program");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(saved).toHaveBeenCalledWith({ name: "Chess" }, expect.anything());
});

test("the focus comes back to the summary with every refused attempt", async () => {
  const { user } = show(<Sample onSubmit={() => undefined} />);
  await user.click(screen.getByRole("button", { name: "Save" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(screen.getByRole("group", { name: "One thing needs fixing" })).toHaveFocus();
});

test("errors of rows and of the whole form are all listed", () => {
  const listed = listErrors({
    name: { type: "required", message: "Enter the name" },
    students: [undefined, { grade: { type: "x", message: "Enter a grade" } }] as never,
    root: { server: { type: "server", message: "On hold" } } as never,
  });
  expect(listed).toEqual([
    { field: "name", message: "Enter the name" },
    { field: "students.1.grade", message: "Enter a grade" },
    { message: "On hold" },
  ]);
});
