/** What each step is called, what it does and does not do, and what is said once it is done. */
import { t } from "@lingui/core/macro";
import type { Agreement } from "./api";
import type { Act } from "./next-step";
import { reviewName } from "./words";

export type ActWords = {
  /** The step as a heading: “Confirm this agreement for Alderbrook School”. */
  heading: string;
  /** What it does, what it does not do, and who reads it. */
  effect: string;
  /** The verb on the button, and while it works. */
  action: string;
  working: string;
  /** What is said when it is done. */
  done: string;
  /** For a step that cannot be taken back. */
  isDanger?: boolean;
  /** The question for the person's own words; `optional` when they may be left out. */
  asks?: { label: string; hint: string; optional?: boolean };
};

const everybodyReads = () => t`Everybody who sees the agreement reads it.`;

export function actWords(act: Act, agreement: Agreement): ActWords {
  const partner = agreement.partner.name;
  switch (act.verb) {
    case "submit":
      return {
        heading: t`Send it for review`,
        effect: t`The district office and each school’s principal can answer it. The text does not change while they do.`,
        action: t`Send for review`,
        working: t`Sending…`,
        done: t`Sent for review.`,
      };
    case "start-review":
      return {
        heading: t`Start the review`,
        effect: t`Both sides see that the office is reading it. It decides nothing.`,
        action: t`Start review`,
        working: t`Starting…`,
        done: t`The review has started.`,
      };
    case "request-changes":
      return {
        heading: t`Ask for changes`,
        effect: t`It goes back to the side that wrote it. Reviews given so far are asked again; each school’s answer stays.`,
        action: t`Ask for changes`,
        working: t`Sending back…`,
        done: t`It went back with what has to change.`,
        asks: { label: t`What has to change?`, hint: everybodyReads() },
      };
    case "approve":
      return {
        heading: t`Approve it for signature`,
        effect: t`The office agrees to what it says. It signs nothing; the text is sent for signature as the next step.`,
        action: t`Approve`,
        working: t`Approving…`,
        done: t`Approved.`,
      };
    case "reject":
      return {
        heading: t`Turn it down`,
        effect: t`It ends here for good. To ask for another text instead, ask for changes.`,
        action: t`Turn it down`,
        working: t`Turning it down…`,
        done: t`Turned down.`,
        isDanger: true,
        asks: { label: t`Why is it turned down?`, hint: everybodyReads() },
      };
    case "send-for-signature":
      return {
        heading: t`Send it for signature`,
        effect: t`The text is fixed as it is now. One person signs for ${partner} and another for the district.`,
        action: t`Send for signature`,
        working: t`Sending…`,
        done: t`Sent for signature. The text is fixed.`,
      };
    case "sign":
      return {
        heading: t`Sign the agreement`,
        effect: t`You sign the text as it is, dated today. With both signatures it is fully signed.`,
        action: t`Sign`,
        working: t`Signing…`,
        done: t`You signed.`,
      };
    case "recall":
      return {
        heading: t`Call it back from signature`,
        effect: t`Signatures given so far no longer count; they stay on the record. It is approved and can be sent again.`,
        action: t`Call it back`,
        working: t`Calling back…`,
        done: t`Called back from signature.`,
      };
    case "suspend":
      return {
        heading: t`Put it on hold`,
        effect: t`Its programs stop at every school until the hold ends. The last day stays as it is.`,
        action: t`Put on hold`,
        working: t`Putting on hold…`,
        done: t`On hold.`,
        asks: { label: t`Why is it put on hold?`, hint: everybodyReads() },
      };
    case "reinstate":
      return {
        heading: t`End the hold`,
        effect: t`Its programs may work again until the last day, where nothing else is missing.`,
        action: t`End the hold`,
        working: t`Ending the hold…`,
        done: t`The hold has ended.`,
      };
    case "terminate":
      return {
        heading: t`End it early`,
        effect: t`It ends for good at every school from the day you choose, and cannot be taken back. Another agreement would have to take its place.`,
        action: t`End the agreement`,
        working: t`Ending…`,
        done: t`The end is set.`,
        isDanger: true,
        asks: { label: t`Why does it end?`, hint: everybodyReads() },
      };
    case "withdraw":
      return {
        heading: t`Withdraw it`,
        effect: t`It ends here for good, before anybody signed. What was written stays readable.`,
        action: t`Withdraw`,
        working: t`Withdrawing…`,
        done: t`Withdrawn.`,
        isDanger: true,
      };
    case "confirm": {
      const school = act.school.name;
      return {
        heading: t`Confirm this agreement for ${school}`,
        effect: t`Confirming says that the school wants it and can give what it promises. It does not sign anything.`,
        action: t`Confirm for ${school}`,
        working: t`Confirming…`,
        done: t`Confirmed for ${school}.`,
      };
    }
    case "decline": {
      const school = act.school.name;
      return {
        heading: t`Not for ${school}`,
        effect: t`The school takes no part. The other schools are not held up, and you may still confirm later.`,
        action: t`Decline for ${school}`,
        working: t`Declining…`,
        done: t`Declined for ${school}.`,
        asks: { label: t`Why not?`, hint: everybodyReads() },
      };
    }
    case "review": {
      const step = reviewName(act.step);
      return {
        heading: t`Give your word: ${step}`,
        effect: t`You say that this step is passed. The office still decides on the whole.`,
        action: t`Approve this step`,
        working: t`Approving…`,
        done: t`Your word is given.`,
        asks: { label: t`A comment`, hint: everybodyReads(), optional: true },
      };
    }
    case "renew": {
      const isAgainst = agreement.follow_ups.some((each) => each.kind === "renewal" && each.asks_reason);
      return {
        ...(isAgainst && {
          asks: {
            label: t`Why does it go on?`,
            hint: t`At the last annual revisit both sides said that it should end. Everybody who sees the agreement reads your reason.`,
          },
        }),
        heading: t`Start the renewal`,
        effect: t`A draft for the next term is prepared from this one with ${partner}. Nothing is sent until you send it.`,
        action: t`Start the renewal`,
        working: t`Preparing…`,
        done: t`The renewal is drafted.`,
      };
    }
    case "replace":
      return {
        heading: t`Draft another in its place`,
        effect: t`A new agreement is drafted from this one. Once it is fully signed, this one counts until the day before the new one begins.`,
        action: t`Draft another in its place`,
        working: t`Preparing…`,
        done: t`The new agreement is drafted.`,
      };
    case "amend":
      return {
        heading: t`Draft an amendment`,
        effect: t`What was signed stays in force. A draft of the change is prepared from it, to be reviewed and signed.`,
        action: t`Draft an amendment`,
        working: t`Preparing…`,
        done: t`The amendment is drafted.`,
      };
  }
}
