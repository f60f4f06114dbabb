/** What each step of a paper is called and does. */
import { t } from "@lingui/core/macro";
import type { Paper } from "./api";
import { paperName } from "./paper-words";
import type { PaperVerb } from "./paper-write";

export type PaperActWords = {
  heading: string;
  effect: string;
  action: string;
  working: string;
  done: string;
  /** The question whose answer is the reason. */
  asks?: string;
};

export function paperActWords(verb: PaperVerb, paper: Paper): PaperActWords {
  const name = paperName(paper);
  switch (verb) {
    case "submit":
      return {
        heading: t`Hand it in`,
        effect: t`The district looks at it and accepts it or says why not. It no longer changes meanwhile.`,
        action: t`Hand it in`,
        working: t`Handing in…`,
        done: t`Handed in. The district looks at it now.`,
      };
    case "accept":
      return {
        heading: t`Accept: ${name}`,
        effect: t`It counts from today.`,
        action: t`Accept`,
        working: t`Accepting…`,
        done: t`Accepted. It counts from today.`,
      };
    case "reject":
      return {
        heading: t`Turn down: ${name}`,
        effect: t`It goes back to the partner with your reason, and can be corrected and handed in again.`,
        action: t`Turn it down`,
        working: t`Turning down…`,
        done: t`Turned down. The partner reads why.`,
        asks: t`What is wrong with it`,
      };
    case "withdraw":
      return {
        heading: t`Take it back: ${name}`,
        effect:
          paper.status === "accepted"
            ? t`It no longer counts, from today on. Programs that need it may not work until another one is accepted.`
            : t`Nobody looks at it any longer. It stays in the record as taken back.`,
        action: t`Take it back`,
        working: t`Taking back…`,
        done: t`Taken back.`,
        asks: t`Why`,
      };
  }
}
