/** Views of the directory that people come back to. */
import { useLingui } from "@lingui/react/macro";
import { ViewTabs } from "@/features/saved-views";
import { Link } from "@/ui/actions/link";
import { directory } from "./saved";
import type { PartnersSearch } from "./search";

export function DirectoryViews({ search, reviews }: { search: PartnersSearch; reviews: boolean }) {
  const { t } = useLingui();
  const own: { label: string; search: PartnersSearch }[] = [
    { label: t`All partners`, search: {} },
    { label: t`Approved`, search: { approved: true } },
    ...(reviews
      ? [
          { label: t`Approval ran out`, search: { status: "approved", approved: false } },
          { label: t`Applying`, search: { status: "submitted,under_review,changes_requested" } },
          { label: t`On hold`, search: { status: "suspended" } },
        ]
      : []),
  ];
  return (
    <ViewTabs of={directory} search={search} own={own} link={(view) => <Link to="/partners" {...view} />} />
  );
}
