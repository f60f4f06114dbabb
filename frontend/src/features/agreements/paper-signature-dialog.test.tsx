import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { rememberTag } from "@/api/entity-tags";
import { zMe } from "@/api/gen/zod.gen";
import { screen, showRouted } from "@/testing/render";
import { answer, server, withServer } from "@/testing/server";
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

/** All that the dialog asks for, with the answer that the server gives to its file. */
async function handIn(status: number, title: string, errors?: unknown) {
  const opened = await open();
  server.use(
    http.post(`*${at}/documents`, () =>
      HttpResponse.json(
        { type: "urn:alongside:problem:refused", title, status, errors },
        { status, headers: { "Content-Type": "application/problem+json" } },
      ),
    ),
  );
  const { user } = opened;
  const fill = async (label: string, words: string) => {
    await user.click(await screen.findByLabelText(label));
    await user.paste(words);
  };
  await fill("Name below the signature", "Ann Lee");
  await fill("Title below the signature", "Director");
  await fill("Fingerprint printed on the paper", "a".repeat(64));
  const file = screen.getByLabelText("Scan of the signed paper");
  const submit = screen.getByRole("button", { name: "Enter the signature" });
  return { ...opened, file, submit, scan: new File(["scan"], "scan.pdf", { type: "application/pdf" }) };
}

test("a scan of another kind is refused at the file, where the summary leads", async () => {
  const why = "Only PDF, PNG, JPEG and Word files are kept";
  const { user, closed, file, submit, scan } = await handIn(415, why);
  await user.click(submit);
  expect(file).toHaveAccessibleDescription(/Attach the scan of the signed paper/);
  await user.upload(file, scan);
  expect(file).not.toHaveAccessibleDescription(/Attach the scan/);
  await user.click(submit);
  const link = await screen.findByRole("link", { name: why });
  expect(file).toHaveAccessibleDescription(new RegExp(why));
  await user.click(link);
  expect(file).toHaveFocus();
  expect(closed).not.toHaveBeenCalled();
});

test("a scan for which there is no room is refused at the file", async () => {
  const full = "9.9 GB of the 10 GB for the district’s files are used, and this one does not fit";
  const { user, closed, file, submit, scan } = await handIn(422, "There is no room left", [
    { pointer: "/file", code: "storage_full", detail: full },
  ]);
  await user.upload(file, scan);
  await user.click(submit);
  expect(await screen.findByRole("link", { name: full })).toBeVisible();
  expect(file).toHaveAccessibleDescription(new RegExp(full));
  expect(closed).not.toHaveBeenCalled();
});
