/** Whether somebody takes steps of agreements at all. */
import { can, type SessionFacts } from "@/lib/session";

const scopes = [
  "agreements:write",
  "agreements:review",
  "agreements:confirm",
  "agreements:sign",
  "agreements:approve",
];

export function actsOnAgreements(me: SessionFacts): boolean {
  return scopes.some((scope) => can(me, scope));
}
