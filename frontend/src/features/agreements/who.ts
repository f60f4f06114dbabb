/** Who acts: people by name, else their role. */
import { t } from "@lingui/core/macro";
import type { Blocker } from "./needs";
import { roleName, sideName } from "./words";

/** “You”, “Renee Castellano or Wes Tanaka”, or “the district office” when nobody holds the role. */
export function whoActs(who: Blocker["who"], myName: string | undefined): string {
  if (myName !== undefined && who.names.includes(myName)) return t`you`;
  const [first, second, ...more] = who.names;
  if (first === undefined) {
    const role = who.roles[0];
    return role ? roleName(role) : who.party ? sideName(who.party) : t`nobody`;
  }
  if (second === undefined) return first;
  const last = more[0];
  return last === undefined ? t`${first} or ${second}` : t`${first}, ${second} or ${last}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
