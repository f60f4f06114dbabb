/** A choice in words. */
import { t } from "@lingui/core/macro";
import type { Choice, Email } from "./preferences";

export function emailName(email: Email): string {
  const names = {
    off: t`No e-mail`,
    instant: t`At once`,
    daily: t`Once a day`,
    weekly: t`Once a week`,
  };
  return names[email];
}

export function choiceWords(choice: Choice | undefined): string {
  if (!choice) return "";
  const email = emailName(choice.email);
  return choice.in_app ? t`In the app. By e-mail: ${email}` : t`Not in the app. By e-mail: ${email}`;
}
