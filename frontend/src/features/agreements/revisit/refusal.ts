/** Why a word was refused, when the server says that it stands elsewhere by now. */
import { t } from "@lingui/core/macro";
import { isApiError } from "@/api/problem";

export function wordRefusal(error: unknown): string | null {
  if (!isApiError(error)) return null;
  if (error.isConflict)
    return t`Somebody gave a word or changed the agreement meanwhile. What was said is shown on this page now; what you entered is kept. Send it again if it still holds.`;
  switch (error.slug) {
    case "spoke-for-other-side":
      return t`You gave the other side’s word already. Nobody gives both; ask somebody else of this side.`;
    case "revisit-answered":
      return t`Both sides have answered by now, so the word can no longer be changed.`;
    case "revisit-not-open":
      return t`This revisit is not open.`;
    case "not-your-revisit":
      return t`This word is somebody else’s to give.`;
    default:
      return null;
  }
}
