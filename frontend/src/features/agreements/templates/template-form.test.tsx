import { within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import type { StandingSectionRead, TemplateRead } from "@/api/gen/types.gen";
import { zTemplateRead } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { refuse, server, withServer } from "@/testing/server";
import { id } from "../agreement.test.data";
import { TemplateForm } from "./template-form";

withServer();

const at = `/api/v1/agreement-templates/${id(9)}`;

function aSection(heading: string, code: string | null = null): StandingSectionRead {
  return { code, is_required: false, heading, paragraphs: [`${heading} is so.`], items: [] };
}

function aTemplate(values: Partial<TemplateRead> = {}): TemplateRead {
  return zTemplateRead.parse({
    id: id(9),
    version: 4,
    name: "Student records",
    type: "data_sharing",
    status: "draft",
    copied_from: null,
    published_number: null,
    published_version_id: null,
    draft_number: 1,
    is_negotiable: true,
    note: null,
    sections: [aSection("Security", "data_security"), aSection("Conduct"), aSection("Photographs")],
    kept: ["data_security"],
    versions: [],
    can_edit: true,
    can_discard: false,
    allowed_moves: [],
    created_at: "2020-01-20T15:00:00Z",
    updated_at: "2020-01-20T15:00:00Z",
    ...values,
  } satisfies TemplateRead);
}

async function open(template = aTemplate()) {
  const saved = vi.fn();
  server.use(
    http.patch(`*${at}`, async ({ request }) => {
      saved(request.headers.get("If-Match"), await request.json());
      return HttpResponse.json(template);
    }),
  );
  const done = vi.fn();
  const { user } = await showRouted(<TemplateForm template={template} onClose={vi.fn()} onDone={done} />);
  await screen.findByRole("group", { name: "Section 1" });
  return { user, saved, done };
}

const typed = () => screen.getAllByLabelText<HTMLInputElement>("Heading").map(({ value }) => value);

test("a section is moved by keyboard, keeps the focus and its words, and is saved in its new place", async () => {
  const { user, saved, done } = await open();
  screen.getByRole("button", { name: "Move up: Section 3" }).focus();
  await user.keyboard("{Enter}");
  expect(typed()).toEqual(["Security", "Photographs", "Conduct"]);
  expect(screen.getByRole("button", { name: "Move up: Section 2" })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(typed()).toEqual(["Photographs", "Security", "Conduct"]);
  expect(screen.getByRole("button", { name: "Move down: Section 1" })).toHaveFocus();
  expect(screen.queryByRole("button", { name: "Move up: Section 1" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Move down: Section 3" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Save the text" }));
  await vi.waitFor(() => expect(done).toHaveBeenCalled());
  expect(saved).toHaveBeenCalledWith('"4"', expect.anything());
  const [, body] = saved.mock.calls[0] ?? [];
  expect(body.sections.map(({ heading }: { heading: string }) => heading)).toEqual([
    "Photographs",
    "Security",
    "Conduct",
  ]);
  expect(body.sections[1]).toMatchObject({ code: "data_security", paragraphs: ["Security is so."] });
});

test("what the type has to say cannot be removed and says why; the others can, and come back", async () => {
  const { user } = await open();
  const first = screen.getByRole("group", { name: "Section 1" });
  expect(within(first).queryByRole("button", { name: /Remove/ })).toBeNull();
  expect(within(first).queryByLabelText("It is a clause of the checklist")).toBeNull();
  expect(within(first).getByText(/^It stays: every agreement of this type has to say it/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Remove Section 2" }));
  expect(typed()).toEqual(["Security", "Photographs"]);
  expect(screen.getByRole("button", { name: "Remove Section 2" })).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(typed()).toEqual(["Security", "Conduct", "Photographs"]);
});

test("a name in braces that nobody knows is refused at the section that says it", async () => {
  const { user, done } = await open();
  const wrong = (pointer: string) => ({
    pointer,
    code: "unknown_placeholder",
    detail: "In braces only: partner",
  });
  refuse("patch", at, 422, "data-validation-failed", {
    errors: [wrong("/sections/1/paragraphs/0"), wrong("/sections/2/items/3")],
  });
  await user.click(screen.getByRole("button", { name: "Save the text" }));
  const second = screen.getByRole("group", { name: "Section 2" });
  expect(await within(second).findByText(/^In braces only one of these: \{partner\}/)).toBeVisible();
  expect(within(second).getByLabelText(/^Text/)).toHaveAccessibleDescription(/In braces only/);
  const third = screen.getByRole("group", { name: "Section 3" });
  expect(within(third).getByLabelText(/^List/)).toHaveAccessibleDescription(/In braces only/);
  await user.click(screen.getAllByRole("link", { name: /In braces only/ })[1] ?? document.body);
  expect(within(third).getByLabelText(/^List/)).toHaveFocus();
  expect(done).not.toHaveBeenCalled();
});
