/** A page that is on its way. */
import { useLingui } from "@lingui/react/macro";
import { Skeleton } from "@/ui/feedback/skeleton";

export function PagePending() {
  const { t } = useLingui();
  return <Skeleton label={t`Loading the page`} shape="page" after={0} />;
}
