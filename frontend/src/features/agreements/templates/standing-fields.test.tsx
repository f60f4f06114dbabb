import { within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ApiError } from "@/api/problem";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import { screen, showRouted } from "@/testing/render";
import { withServer } from "@/testing/server";
import { anAgreement, id } from "../agreement.test.data";
import { toUpdate, valuesOf, type AgreementValues } from "../form-model";
import { refuseText } from "./refusal";
import { StandingFields } from "./standing-fields";

withServer();

const section = (heading: string, code: string | null = null) => ({
  code,
  is_required: false,
  heading,
  paragraphs: [`${heading} is so.`],
  items: [],
});

const agreement = anAgreement({
  status: "draft",
  can_edit_sections: true,
  sections: [section("Insurance", "insurance"), section("Conduct")],
  template: {
    id: id(8),
    name: "Standing terms",
    is_retired: false,
    version_id: id(9),
    number: 2,
    is_negotiable: true,
    newest: { id: id(9), number: 2 },
  },
});

function Editor({ save }: { save: (values: AgreementValues) => void }) {
  const form = useForm<AgreementValues>({ defaultValues: valuesOf(agreement) });
  const submit = (values: AgreementValues) => {
    try {
      save(values);
    } catch (error) {
      refuseText(form, error);
    }
  };
  return (
    <Form form={form} onSubmit={submit} actions={<Button type="submit">Save</Button>}>
      <StandingFields form={form} agreement={agreement} />
    </Form>
  );
}

test("an author adds a section, moves it up and removes another; a clause of the checklist stays", async () => {
  const save = vi.fn();
  const { user } = await showRouted(<Editor save={save} />);
  await user.click(await screen.findByRole("button", { name: "Add a section" }));
  const added = screen.getByRole("group", { name: "Section 3" });
  expect(within(added).getByLabelText("Heading")).toHaveFocus();
  await user.keyboard("Photographs");
  await user.type(within(added).getByLabelText(/^Text/), "None without consent.");
  await user.click(within(added).getByRole("button", { name: /^Move up/ }));
  await user.click(screen.getByRole("button", { name: "Remove Conduct" }));
  const clause = screen.getByRole("group", { name: "Insurance" });
  expect(within(clause).getByText(/^It stays: a clause of the checklist/)).toBeVisible();
  expect(within(clause).queryByRole("button", { name: /^Remove/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(save).toHaveBeenCalled());
  const sent = toUpdate(["sections"], save.mock.lastCall?.[0]).sections;
  expect(sent?.map(({ code, heading }) => [code, heading])).toEqual([
    ["insurance", "Insurance"],
    [null, "Photographs"],
  ]);
});

test("an unknown name in braces is refused in the section that says it", async () => {
  const errors = [
    { pointer: "/sections/1/paragraphs/0", code: "unknown_placeholder", detail: "In braces only" },
  ];
  const refused = new ApiError(422, { title: "Refused", errors });
  const { user } = await showRouted(
    <Editor
      save={() => {
        throw refused;
      }}
    />,
  );
  await user.click(await screen.findByRole("button", { name: "Save" }));
  const wrong = screen.getByRole("group", { name: "Conduct" });
  expect(await within(wrong).findByText(/^In braces only one of these/)).toBeVisible();
  expect(within(wrong).getByLabelText(/^Text/)).toHaveAccessibleDescription(/In braces only/);
});
