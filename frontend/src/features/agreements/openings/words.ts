/** Opening to other districts in words: states, what is in the way, and what an adopted agreement says otherwise. */
import { t } from "@lingui/core/macro";
import { formatDay } from "@/lib/dates";
import type { StatusLook } from "@/ui/data/status-tag";
import type { Opening, OpenRow, Verb } from "./api";

export function openingState(opening: Opening): { look: StatusLook; words: string } {
  const until = formatDay(opening.open_until, "long");
  switch (opening.status) {
    case "proposed":
      return { look: "review", words: t`Waits for the partner’s word` };
    case "open":
      return opening.is_open
        ? { look: "good", words: t`Open to other districts until ${until}` }
        : { look: "ended", words: t`Was open to other districts until ${until}` };
    case "refused":
      return { look: "ended", words: t`The partner said no` };
    case "withdrawn":
      return { look: "ended", words: t`Taken back` };
    case "closed":
      return { look: "ended", words: closedWords(opening) };
  }
}

function closedWords({ closed_by: by, closed_on: on }: Opening): string {
  const day = on ? formatDay(on, "long") : "";
  if (by === "partner") return t`Closed by the partner on ${day}`;
  if (by === "district") return t`Closed by the district on ${day}`;
  return t`Closed on ${day}, with the agreement or its last day`;
}

export function openingNeed(code: string): string {
  const names: Record<string, string> = {
    in_force: t`The agreement fully signed and not on hold`,
    term_not_over: t`A last day that has not passed`,
    not_an_amendment: t`The agreement that this one changes, instead of the amendment`,
    not_amended: t`One text: an amendment changed it, so its text no longer stands alone`,
    own_terms: t`Terms of its own: it adopts another district’s, and others join where those were signed`,
    text_kept: t`Its own words: it was signed elsewhere, and they are not kept here`,
  };
  return names[code] ?? code.replaceAll("_", " ");
}

type Words = { button: string; title: string; effect: string; done: string; asks?: string };

export function verbWords(verb: Verb, title: string, partner: string): Words {
  switch (verb) {
    case "agree":
      return {
        button: t`Let other districts join`,
        title: t`Let other districts join “${title}”`,
        effect: t`Offices of other districts read the signed text and its terms. Each that wants them makes an agreement of its own, which ${partner} signs or not. Either side can close this at any time.`,
        done: t`Other districts read it now.`,
      };
    case "refuse":
      return {
        button: t`Say no`,
        title: t`Do not let other districts join`,
        effect: t`Nobody outside the district reads anything. The office reads why.`,
        done: t`The office reads your answer.`,
        asks: t`Why not?`,
      };
    case "withdraw":
      return {
        button: t`Take it back`,
        title: t`Take the proposal back`,
        effect: t`${partner} is no longer asked. You can propose it again.`,
        done: t`Taken back.`,
      };
    case "note":
      return {
        button: t`Note the answer`,
        title: t`Note what ${partner} answered`,
        effect: t`It no longer waits on the office’s first page. What was answered stays as it is.`,
        done: t`Noted.`,
      };
    case "close":
      return {
        button: t`Close to other districts`,
        title: t`Close “${title}” to other districts`,
        effect: t`Its text is no longer shown to them and nobody joins any more. Who has signed keeps what was signed.`,
        done: t`Closed to other districts.`,
        asks: t`Why?`,
      };
  }
}

export function originState(state: OpenRow["state"]): { look: StatusLook; words: string } {
  switch (state) {
    case "open":
      return { look: "good", words: t`Open` };
    case "on_hold":
      return { look: "warn", words: t`On hold there` };
    case "closed":
      return { look: "ended", words: t`Closed to other districts` };
    case "over":
      return { look: "bad", words: t`Ended there` };
  }
}

export function termName(code: string): string {
  const names: Record<string, string> = {
    type: t`the type`,
    is_binding: t`whether it binds`,
    sections: t`the standing terms`,
    expectations: t`who does what`,
    resources: t`who gives what`,
    financial_terms: t`the financial terms`,
    notice_days: t`the notice`,
    shares_student_records: t`student records`,
    data_terms: t`the terms about student records`,
  };
  return names[code] ?? code.replaceAll("_", " ");
}
