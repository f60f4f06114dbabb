/**
 * July, as one partner with one program at fourteen schools: from not being known to being cleared at all of them.
 * What the partner enters is counted, field by field; what others do (the office, the principals) is theirs.
 */
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, password, people, test } from "../world";

/** A step that cannot be taken says so, long before the whole journey's time is over. */
test.use({ actionTimeout: 20_000 });

/** What a partner's year may ask of somebody who runs it beside everything else. */
const bar = 60;

const places = [
  ["Alderbrook School", "principal@demo.example.org"],
  ["Birchwell School", "omar.haddad@schools.example"],
  ["Cobbler Street School", "yvonne.sirois@schools.example"],
  ["Dunmore Park School", "hal.brennan@schools.example"],
  ["Eastlight Academy", "ruth.delgado@schools.example"],
  ["Foxglove School", "teodora.ruiz@schools.example"],
  ["Granary School", "peter.lund@schools.example"],
  ["Hollis Point School", "joan.mbeki@schools.example"],
  ["Ironbridge School", "curtis.vance@schools.example"],
  ["Juniper Court School", "bea.holloway@schools.example"],
  ["Kestrel Park School", "anselm.grady@schools.example"],
  ["Larkspur School", "miriam.stroud@schools.example"],
  ["Quarry Hill School", "noel.castro@schools.example"],
  ["Fernhollow High School", "georgia.pruitt@schools.example"],
] as const;

/** Enters for the partner and counts: a text, a choice, a tick, a date and an upload are one field each. */
class Pen {
  readonly entered: string[] = [];
  private note(what: Locator): void {
    this.entered.push(String(what));
  }
  async fill(field: Locator, text: string): Promise<void> {
    this.note(field);
    await field.fill(text);
  }
  async choose(field: Locator, label: string | RegExp): Promise<void> {
    this.note(field);
    const option = field.locator("option", { hasText: label }).first();
    await field.selectOption((await option.getAttribute("value")) ?? "");
  }
  async tick(...boxes: Locator[]): Promise<void> {
    for (const box of boxes) {
      this.note(box);
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person does
      await box.check();
    }
  }
  async pick(box: Locator, text: string): Promise<void> {
    this.note(box);
    await box.fill(text);
    await box.page().getByRole("option", { name: text }).first().click();
    await box.press("Escape");
  }
  async day(group: Locator, [month, day, year]: [string, string, string]): Promise<void> {
    this.note(group);
    await group.getByLabel("Month").fill(month);
    await group.getByLabel("Day", { exact: true }).fill(day);
    await group.getByLabel("Year").fill(year);
  }
  async upload(input: Locator, name: string): Promise<void> {
    this.note(input);
    const buffer = Buffer.from("%PDF-1.4\n% a scan\n%%EOF\n");
    await input.setInputFiles({ name, mimeType: "application/pdf", buffer });
  }
}

type Asked = { items: { id: string; agreement?: { id: string; school?: { name: string } } }[] };

/** A link's page asks without a session: its secret is the credential. */
async function decide(page: Page, path: string, body: object): Promise<Asked> {
  return page.evaluate(
    async ([address, sent]) => {
      const answer = await fetch(`/api/v1${address}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(sent),
      });
      if (!answer.ok) throw new Error(`${address}: ${await answer.text()}`);
      return answer.json();
    },
    [path, body] as const,
  );
}

type Found = {
  id: string;
  version: number;
  text: string;
  status: string;
  items: { id: string; name: string }[];
};

/** Asks the API as whoever is signed in on this page. */
async function api(page: Page, path: string, body?: object): Promise<Found> {
  return page.evaluate(
    async ([address, sent]) => {
      const answer = await fetch(`/api/v1${address}`, {
        ...(sent && {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(sent),
        }),
      });
      if (!answer.ok) throw new Error(`${address}: ${await answer.text()}`);
      return answer.status === 204 ? {} : answer.json();
    },
    [path, body] as const,
  );
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await api(page, "/session", { email, password });
}

/** The secret of the newest link in somebody's mailbox that asks about this agreement. */
async function linkFor(page: Page, title: string): Promise<string> {
  let link = "";
  await expect(async () => {
    for (const { id } of (await api(page, "/me/mailbox?limit=5")).items) {
      const { text } = await api(page, `/me/mailbox/${id}`);
      if (text.includes(title)) link = /\/decide#(\S+)/.exec(text)?.[1] ?? "";
      if (link) return;
    }
    throw new Error("not there yet");
  }).toPass({ timeout: 90_000, intervals: [1000] });
  return link;
}

test("a partner of fourteen schools is through its July in sixty fields", async ({ page, browser }) => {
  test.setTimeout(420_000);
  const pen = new Pen();
  const name = `Lantern Readers ${Date.now() % 1_000_000}`;
  const email = `director${Date.now()}@lantern.example`;

  await test.step("register", async () => {
    await page.goto("/join");
    await pen.choose(page.getByLabel("District"), /Chicago/);
    await pen.fill(page.getByLabel("Name of the organization"), name);
    await pen.choose(page.getByLabel("Type"), /Nonprofit/i);
    await pen.fill(page.getByLabel("Your name"), "June Okello");
    await pen.fill(page.getByLabel("Your e-mail"), email);
    await page.getByRole("button", { name: "Send me the link" }).click();
    await page.getByRole("link", { name: "Open the link of the e-mail" }).click();
    await pen.fill(page.getByLabel("Password"), "lanterns in the evening");
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });

  const main = page.getByRole("main");
  const dialog = page.getByRole("dialog");
  const save = async (button: string) => {
    await dialog.getByRole("button", { name: button, exact: true }).click();
    await expect(dialog).toBeHidden();
  };

  await test.step("profile, signatory and program", async () => {
    // all topics stand on the last page, where what is said is checked
    await page.getByRole("link", { name: "Check your answers" }).click();
    await page.getByRole("button", { name: /Edit.*How to reach it/ }).click();
    for (const [label, text] of [
      ["Phone", "(312) 555-0188"],
      ["Street address", "12 Lantern Street"],
      ["City", "Chicago"],
      ["State", "IL"],
      ["ZIP code", "60601"],
    ] as const)
      await pen.fill(dialog.getByLabel(label), text);
    await save("Save");
    await page.getByRole("button", { name: /Edit.*About the organization/ }).click();
    await pen.fill(dialog.getByLabel("Mission"), "Every child reads by the light of somebody who listens.");
    await save("Save");
    await page.getByRole("button", { name: /Edit.*In law and with the district/ }).click();
    await pen.fill(
      dialog.getByRole("textbox", { name: "EIN (optional)", exact: true }),
      `36-${String(Date.now() % 10_000_000).padStart(7, "0")}`,
    );
    await save("Save");
    await page.getByRole("button", { name: "Add a contact" }).click();
    await expect(dialog.getByLabel("For what")).toHaveValue("authorized_signatory");
    await pen.fill(dialog.getByLabel("Name"), "June Okello");
    await pen.fill(dialog.getByLabel("Position"), "Director");
    await pen.fill(dialog.getByLabel("E-mail"), email);
    await save("Save");
    await page.getByRole("button", { name: "Add a program" }).click();
    await pen.fill(dialog.getByLabel("Name of the program"), "Lantern afternoons");
    await pen.fill(dialog.getByLabel("What it does"), "Reading aloud in groups of four.");
    await pen.pick(dialog.getByRole("combobox", { name: "Needs it works on" }), "Reading");
    await pen.tick(
      ...["3", "4", "5"].map((grade) => dialog.getByRole("checkbox", { name: grade, exact: true })),
    );
    await pen.tick(
      dialog.getByRole("checkbox", { name: "After school" }),
      dialog.getByRole("checkbox", { name: "Tuesday" }),
      dialog.getByRole("checkbox", { name: "Thursday" }),
    );
    await pen.choose(dialog.getByLabel("How"), /In person/i);
    await pen.fill(dialog.getByLabel("Room for"), "24");
    await pen.fill(dialog.getByLabel("Cost to the school"), "0");
    await save("Save the program");
    await page.getByRole("button", { name: "Submit for review" }).click();
    await save("Submit for review");
  });

  const office = await (await browser.newContext()).newPage();
  await signIn(office, people.district);
  const partner = (await api(office, `/partners?q=${encodeURIComponent(name)}`)).items[0]?.id ?? "";
  const program = (await api(office, `/programs?partner=${partner}`)).items[0]?.id ?? "";
  await test.step("the office approves it, and the schools want it", async () => {
    await api(office, `/partners/${partner}/start-review`, {});
    await api(office, `/partners/${partner}/approve`, {});
    for (const [school] of places) {
      const found = (await api(office, `/schools?q=${encodeURIComponent(school)}`)).items;
      const id = found.find((each) => each.name === school)?.id;
      await api(office, "/partnerships", { program_id: program, school_id: id });
    }
  });

  await test.step("papers, and the staff list in one paste", async () => {
    await page.goto("/papers");
    await page.getByRole("link", { name: "Hand it in" }).first().click();
    await expect(page.getByLabel("Kind of paper")).toHaveValue("insurance_certificate");
    await pen.fill(page.getByLabel("Insurance company"), "Prairie Mutual");
    await pen.fill(page.getByLabel("Policy number"), "GL-2020-118");
    await pen.fill(page.getByLabel("Limit for each occurrence"), "1,000,000");
    await pen.fill(page.getByLabel("Limit in all (aggregate)"), "2,000,000");
    await pen.day(page.getByRole("group", { name: "First day" }), ["1", "1", "2020"]);
    await pen.day(page.getByRole("group", { name: "Last day" }), ["12", "31", "2020"]);
    await pen.upload(page.getByLabel("Scan of the paper"), "certificate.pdf");
    await page.getByRole("button", { name: "Hand it in" }).click();
    await expect(
      page.getByRole("heading", { name: "Handed in. The district looks at it now." }),
    ).toBeVisible();

    await page.goto("/papers/new");
    await pen.choose(page.getByLabel("Kind of paper"), /letter/i);
    await pen.day(page.getByRole("group", { name: "First day" }), ["1", "2", "2020"]);
    await pen.day(page.getByRole("group", { name: "Last day" }), ["12", "31", "2020"]);
    await pen.upload(page.getByLabel("Scan of the paper"), "letter.pdf");
    await page.getByRole("button", { name: "Hand it in" }).click();
    await expect(
      page.getByRole("heading", { name: "Handed in. The district looks at it now." }),
    ).toBeVisible();

    await page.goto("/papers/staff");
    await main.getByRole("button", { name: "Add people" }).click();
    const tutors = Array.from(
      { length: 16 },
      (_, place) => `Tutor ${place + 1} Lantern\tTutor\tt${place}@lantern.example`,
    );
    await pen.fill(dialog.getByLabel("People, one a line"), tutors.join("\n"));
    await dialog.getByRole("button", { name: "Add 16 people" }).click();
    await expect(dialog).toBeHidden({ timeout: 30_000 });
  });
  const risk = await (await browser.newContext()).newPage();
  await signIn(risk, people.risk);
  for (const { id } of (await api(risk, `/papers?partner=${partner}`)).items)
    await api(risk, `/papers/${id}/accept`, {});

  let agreement = "";
  await test.step("one agreement over fourteen schools", async () => {
    const first = (await api(page, `/partnerships?partner=${partner}&limit=50`)).items[0]?.id ?? "";
    await page.goto(`/partnerships/${first}`);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Draft one for all 14 schools" }).click();
    await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
    agreement = page.url().split("/").pop() ?? "";
    await page.getByRole("button", { name: "Send for review" }).first().click();
    await dialog.getByRole("button", { name: "Send for review" }).click();
    await expect(dialog).toBeHidden();
  });
  const now = async () => api(office, `/agreements/${agreement}`);

  await test.step("each principal answers by link, without signing in", async () => {
    for (const [school, address] of places) {
      const mailbox = await (await browser.newContext()).newPage();
      await signIn(mailbox, address);
      const token = await linkFor(mailbox, "Lantern afternoons at 14 schools");
      const phone = await (await browser.newContext()).newPage();
      await phone.goto("/decide");
      const asked = await decide(phone, "/decisions/open", { token });
      const mine = asked.items.find((each) => each.agreement?.id === agreement);
      expect(mine?.agreement?.school?.name).toBe(school);
      await decide(phone, "/decisions/answers", { answers: [{ id: mine?.id, answer: "yes" }] });
      await phone.context().close();
      await mailbox.context().close();
    }
    await api(office, `/agreements/${agreement}/start-review`, {});
    await api(office, `/agreements/${agreement}/approve`, {});
    await api(office, `/agreements/${agreement}/send-for-signature`, {});
    expect((await now()).status).toBe("out_for_signature");
  });

  await test.step("both sides sign", async () => {
    await page.goto(`/agreements/${agreement}`);
    await page.getByRole("button", { name: "Sign", exact: true }).first().click();
    await pen.fill(dialog.getByLabel("Your full name"), "June Okello");
    await pen.fill(dialog.getByLabel("Your title"), "Director");
    await pen.tick(dialog.getByRole("checkbox", { name: /^I agree to sign electronically/ }));
    await save("Sign");
    const signer = await (await browser.newContext()).newPage();
    await signIn(signer, people.signatory);
    await api(signer, `/agreements/${agreement}/sign`, {
      name: "Harold Lindqvist",
      title: "Chief of schools",
      consents: true,
    });
    expect((await now()).status).toBe("executed");
  });

  const cleared = (await api(page, `/partnerships?partner=${partner}&cleared=true&limit=50`)).items;
  expect(cleared, "cleared at every school").toHaveLength(places.length);
  await page.goto("/");
  await expect(main.getByRole("link", { name: "Fernhollow High School" }).first()).toBeVisible();
  await expectAccessible(page);
  test.info().annotations.push({ type: "fields", description: String(pen.entered.length) });
  expect(pen.entered.length, pen.entered.join("\n")).toBeLessThanOrEqual(bar);
});
