/** Why a step was refused, when somebody else was faster or something is missing by now. */
import { t } from "@lingui/core/macro";
import { isApiError } from "@/api/problem";

export function refusal(error: unknown): string | null {
  if (!isApiError(error)) return null;
  if (error.isConflict)
    return t`Somebody changed this partnership meanwhile. Close this, read it again, then decide.`;
  if (error.isForbidden) return t`This step is somebody else’s to take.`;
  if (error.status === 409)
    return t`It stands elsewhere by now, so this step is no longer possible. Close this and read it again.`;
  return null;
}
