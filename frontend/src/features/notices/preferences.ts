/** A person's choices while they are changed: what is sent, and what becomes of them when another window was faster. */
import type { PreferenceWrite, PreferencesRead } from "@/api/gen/types.gen";

export type Email = PreferenceWrite["email"];
export type Choice = { in_app: boolean; email: Email };
export type Choices = Record<string, Choice>;

export const emails: readonly Email[] = ["off", "instant", "daily", "weekly"];

export function choicesOf(preferences: PreferencesRead): Choices {
  return Object.fromEntries(
    preferences.items.map(({ kind, in_app: inApp, email }) => [kind, { in_app: inApp, email }]),
  );
}

function isSame(one: Choice | undefined, other: Choice | undefined): boolean {
  return one?.in_app === other?.in_app && one?.email === other?.email;
}

/** What never differed from its default is left out, so that it follows the default when that moves. */
export function toSend(base: PreferencesRead, chosen: Choices): PreferenceWrite[] {
  return base.items.flatMap((item) => {
    const choice = chosen[item.kind] ?? item;
    if (item.is_default && isSame(choice, item)) return [];
    return [{ kind: item.kind, in_app: choice.in_app, email: choice.email }];
  });
}

/** Mine where I changed something, theirs elsewhere; disputed is what both changed, each in another way. */
export function reconcile(base: Choices, mine: Choices, theirs: Choices) {
  const disputed: string[] = [];
  const choices: Choices = {};
  for (const [kind, their] of Object.entries(theirs)) {
    const my = mine[kind] ?? their;
    const isMine = !isSame(my, base[kind]);
    if (isMine && !isSame(their, base[kind]) && !isSame(my, their)) disputed.push(kind);
    choices[kind] = isMine ? my : their;
  }
  return { choices, disputed };
}
