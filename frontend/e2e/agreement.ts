/** Agreements made without the editor, for journeys that are about later steps. */
import type { Page } from "@playwright/test";

type Terms = {
  type?: string;
  title: string;
  starts_on: string;
  ends_on: string;
  purpose?: string;
  populations?: string;
  shares_student_records?: boolean;
  template_version_id?: string;
  /** Of which program; the first that is called after reading unless told. */
  program?: string;
};

/** Riverbend's reading at Alderbrook, drafted by whoever is signed in on this page and led through these steps. */
export async function makeAgreement(
  page: Page,
  terms: Terms,
  verbs: readonly string[] = [],
): Promise<string> {
  return page.evaluate(
    async ({ terms: { program = "Reading", ...terms }, verbs }) => {
      // other journeys bring partners of much the same name
      const first = async (list: string, name?: string): Promise<string> =>
        (await (await fetch(list)).json()).items.find((each: { name: string }) => !name || each.name === name)
          .id;
      const send = async (path: string, body?: object) => {
        const answer = await fetch(`/api/v1/agreements${path}`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          ...(body && { body: JSON.stringify(body) }),
        });
        if (!answer.ok) throw new Error(await answer.text());
        return answer.json();
      };
      const partner = await first("/api/v1/partners?q=Riverbend%20Learning", "Riverbend Learning");
      const made = await send("", {
        partner_id: partner,
        type: "moa",
        ...terms,
        program_ids: [await first(`/api/v1/programs?partner=${partner}&q=${program}`)],
        school_ids: [await first("/api/v1/schools?q=Alderbrook%20School")],
      });
      for (const verb of verbs) await send(`/${made.id}/${verb}`);
      return made.id;
    },
    { terms, verbs },
  );
}

/** One step of an agreement by whoever is signed in, without its dialog. */
export async function step(page: Page, id: string, path: string, body?: object): Promise<void> {
  await page.evaluate(
    async ({ id, path, body }) => {
      const answer = await fetch(`/api/v1/agreements/${id}/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    { id, path, body },
  );
}
