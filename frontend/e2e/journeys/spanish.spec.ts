/** A signed-in day in Spanish: nothing that the server tells as a reason is read in English. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../world";

type Said = { code: string; words: string };

/** This device speaks Spanish; in which language the person is written to is not touched. */
async function speakSpanish(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem("alongside.language", "es"));
}

async function read<T>(page: Page, path: string): Promise<T> {
  return page.evaluate(async (address) => (await fetch(`/api/v1${address}`)).json(), path);
}

async function storySchool(page: Page): Promise<string> {
  const { items } = await read<{ items: { id: string }[] }>(page, "/schools?q=Alderbrook%20School");
  return items[0]?.id ?? "";
}

/** The Spanish of reasons that name nothing but themselves. */
async function spanish(): Promise<Record<string, string>> {
  const file = new URL("../../src/api/spoken/reasons.es.json", import.meta.url);
  const { reasons }: { reasons: Record<string, string> } = JSON.parse(await readFile(file, "utf8"));
  return reasons;
}

/** Of these reasons the page shows each that is a whole sentence in Spanish, and none in English. */
async function expectInSpanish(page: Page, told: readonly Said[]): Promise<void> {
  const known = await spanish();
  const main = page.getByRole("main");
  expect(told.length).toBeGreaterThan(0);
  for (const { code, words } of told) {
    const sentence = known[code];
    expect(sentence, code).toBeTruthy();
    await expect(main).not.toContainText(words.replaceAll("'", "’"));
    await expect(main).not.toContainText(words);
    if (sentence && !sentence.includes("{")) await expect(main).toContainText(sentence);
  }
}

test("at the door it reads in Spanish who may not enter and why", async ({ page, signInAs }) => {
  await signInAs("coordinator");
  await speakSpanish(page);
  type Entry = { may_enter: boolean; said: Said[]; runs: { standing: string } };
  const lists: Promise<{ items: Entry[] }>[] = [];
  page.on("response", (answer) => {
    if (/\/schools\/[^/]+\/partnerships/.test(answer.url())) lists.push(answer.json());
  });
  await page.goto("/");
  await expect(page.getByText(/ no puede entrar\./).first()).toBeVisible();
  const items = (await Promise.all(lists)).flatMap((list) => list.items);
  const kept = items.filter(({ may_enter, runs }) => !may_enter && !runs.standing.includes("summer"));
  await expectInSpanish(
    page,
    kept.flatMap(({ said }) => said.slice(0, 1)),
  );
  await expectAccessible(page);
});

test("what keeps a program out is told in Spanish, with whose turn it is", async ({ page, signInAs }) => {
  await signInAs("district");
  await speakSpanish(page);
  type Item = { id: string; clearance: { blockers: { said: Said }[] } };
  const { items } = await read<{ items: Item[] }>(
    page,
    "/partnerships?stage=ready_check&cleared=false&limit=20",
  );
  const one = items.find(({ clearance }) => clearance.blockers.length > 0);
  expect(one, "a partnership that waits").toBeTruthy();
  await page.goto(`/partnerships/${one?.id}`);
  await expect(page.getByRole("table", { name: "Lo que impide el programa" })).toBeVisible();
  await expectInSpanish(page, one?.clearance.blockers.map(({ said }) => said) ?? []);
});

test("how programs fit a need is told in Spanish, its times of day too", async ({
  page,
  signInAs,
  complaints,
}) => {
  await signInAs("coordinator");
  await speakSpanish(page);
  const school = await storySchool(page);
  const needs = await read<{ items: { id: string }[] }>(page, `/needs?school=${school}&published=true`);
  type Fit = { criteria: { said: Said }[]; said: Said[] };
  let found: { id: string; fits: Fit[] } | undefined;
  for (const { id } of needs.items) {
    const { items = [] } = await read<{ items?: Fit[] }>(page, `/needs/${id}/fits`);
    if (items.length > 0) found ??= { id, fits: items };
  }
  // a need that no partner is to meet is refused, and the browser notes that
  expect(complaints.splice(0).filter((each) => !/status of 409/.test(each))).toEqual([]);
  await page.goto(`/needs/${found?.id}/fits`);
  await expect(page.getByText("Área de la necesidad:").first()).toBeVisible();
  await expect(page.getByText("Grados:").first()).toBeVisible();
  const main = page.getByRole("main");
  await expect(main).not.toContainText(
    /Need area:|Grades:|Room for|When:|Approved through|of \d+ met|Horario: (before|after|during|in) /,
  );
  await expectInSpanish(page, found?.fits[0]?.criteria.map(({ said }) => said) ?? []);
  await expectAccessible(page);
});

test("a file that is brought says in Spanish what is wrong, on the page and in the report that is kept", async ({
  page,
  signInAs,
  complaints,
}) => {
  await signInAs("district");
  await speakSpanish(page);
  await page.goto("/import");
  const bring = (name: string, buffer: Buffer) =>
    page
      .getByLabel("Libro de Excel (.xlsx) o CSV")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer });

  // the server refuses the file as it is
  await bring("lista.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]));
  await expect(page.getByText(/^Es un archivo antiguo de Excel \(\.xls\)\./)).toBeVisible();
  expect(complaints.splice(0).filter((each) => !/status of 422/.test(each))).toEqual([]);

  const name = `Día en español ${Date.now()}`;
  const rows = [
    "Organization Name,EIN,Website,Agreement Type,Start Date,End Date",
    `${name},12,not a web address,,,`,
    `${name} dos,,,MOU,2020-02-01,2019-02-01`,
  ];
  await bring(`${name}.csv`, Buffer.from(rows.join("\n")));
  await page.getByRole("button", { name: "Revisar el archivo" }).click();
  const wrong = page.getByText("Un EIN son dos cifras, un guion y siete cifras.");
  await expect(wrong.first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("main")).not.toContainText(/This is no|An EIN is|The agreement ends/);

  const address = await page.getByRole("link", { name: "Como CSV" }).getAttribute("href");
  const report = await page.evaluate(async (href) => (await fetch(href)).text(), address ?? "");
  expect(report).toContain("Hoja,Fila,Se toma,Qué está mal,");
  expect(report).toContain("Un EIN son dos cifras, un guion y siete cifras");
  expect(report).not.toMatch(/This is no|An EIN is|The agreement ends/);

  // nothing of it stays
  const given = await page.evaluate(
    async (id) => {
      const answer = await fetch(`/api/v1/spreadsheets/${id}`, {
        method: "DELETE",
        headers: { "If-Match": "*" },
      });
      return answer.status;
    },
    /import\/([0-9a-f-]{36})/.exec(page.url())?.[1],
  );
  expect(given).toBe(204);
});
