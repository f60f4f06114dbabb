import { expect, expectAccessible, expectNoOverflow, test } from "../world";

const scan = {
  name: "endorsement.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
};

test("a partner hands in what is asked, reads what it unlocks, and takes it back", async ({
  page,
  signInAs,
  complaints,
}) => {
  await signInAs("partner");
  await page.goto("/papers");
  const main = page.getByRole("main");
  await expect(main).toContainText("Hand in: Additional insured endorsement");
  await expectAccessible(page);
  await main.getByRole("link", { name: "Hand it in" }).first().click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Hand in: Additional insured endorsement" }),
  ).toBeFocused();
  await expect(page.getByLabel("Kind of paper")).toHaveValue("endorsement");

  // what only calls itself a PDF is refused by the server, and what was entered stays
  await page.getByLabel("What it covers").selectOption("general_liability");
  await page.getByLabel("Policy number").fill("GL-2020-7");
  await page.getByRole("checkbox", { name: "The district is named as additional insured" }).check();
  for (const [group, date] of [
    ["First day", ["1", "1", "2020"]],
    ["Last day", ["12", "31", "2020"]],
  ] as const) {
    const day = page.getByRole("group", { name: group });
    await day.getByLabel("Month").fill(date[0]);
    await day.getByLabel("Day", { exact: true }).fill(date[1]);
    await day.getByLabel("Year").fill(date[2]);
  }
  const file = page.getByLabel("Scan of the paper");
  await file.setInputFiles({ ...scan, buffer: Buffer.from("no PDF at all") });
  await page.getByRole("button", { name: "Hand it in" }).click();
  await expect(page.getByRole("link", { name: /This is not a PDF, PNG or JPEG file/ })).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("415")]);
  await expect(page.getByLabel("Policy number")).toHaveValue("GL-2020-7");
  await expect(page.getByRole("group", { name: "Last day" }).getByLabel("Year")).toHaveValue("2020");
  await expectAccessible(page);

  await file.setInputFiles(scan);
  await page.getByRole("button", { name: "Hand it in" }).click();
  await expect(page.getByRole("heading", { name: "Handed in. The district looks at it now." })).toBeVisible();
  await expect(main).toContainText(/Clear at \d+ of \d+ schools/);
  await expect(main.getByRole("link", { name: /endorsement\.pdf/ })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 720 });
  await expectNoOverflow(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  // pressed again after the refusal, the same paper went on: there is one, not two
  const rows = await page.evaluate(async () => {
    const body: { items: { kind: string; effective_on: string | null }[] } = await (
      await fetch("/api/v1/papers?limit=100")
    ).json();
    return body.items.filter(
      ({ kind, effective_on }) => kind === "endorsement" && effective_on === "2020-01-01",
    ).length;
  });
  expect(rows).toBe(1);

  await page.getByRole("button", { name: "Take it back" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why").fill("The company sends a corrected one");
  await dialog.getByRole("button", { name: "Take it back" }).click();
  await expect(main).toContainText("The company sends a corrected one");
});

test("people are put on the staff list by keyboard, and may enter nowhere before it is said where", async ({
  page,
  signInAs,
}) => {
  await signInAs("partner");
  await page.goto("/papers/staff");
  await page.getByRole("button", { name: "Add people" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Add people" })).toBeFocused();

  await page.keyboard.press("Enter");
  await dialog.getByLabel("People, one a line").focus();
  await page.keyboard.type("Ada Lowe, Tutor");
  await dialog.getByRole("button", { name: "Add to the list" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  const kept = page.getByRole("region", { name: "May not enter" }).getByRole("row", { name: /Ada Lowe/ });
  await expect(kept).toContainText("Say first where they enter");
});
