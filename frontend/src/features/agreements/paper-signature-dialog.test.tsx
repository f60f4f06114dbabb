import { expect, test, vi } from "vitest";
import { rememberTag } from "@/api/entity-tags";
import { zMe } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { answer, withServer } from "@/testing/server";
import { aReader, anAgreement, id } from "./agreement.test.data";
import { PaperSignatureDialog } from "./paper-signature-dialog";

withServer();

const at = `/api/v1/agreements/${id(1)}`;

async function open() {
  answer("get", "/api/v1/me", zMe, aReader());
  const agreement = anAgreement({ paper_parties: ["partner"] });
  rememberTag(at, '"1"');
  const closed = vi.fn();
  const { user } = await showRouted(<PaperSignatureDialog agreement={agreement} onClose={closed} />);
  return { user, closed };
}

test("what is left out is asked for at its field, and nothing is sent", async () => {
  const { user, closed } = await open();
  await user.click(await screen.findByRole("button", { name: "Enter the signature" }));
  expect(screen.getByRole("link", { name: "Type the name of who signed" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Type the title of who signed" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Copy all 64 letters and digits" })).toBeVisible();
  expect(closed).not.toHaveBeenCalled();
});
