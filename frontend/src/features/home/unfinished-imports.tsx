/** Spreadsheets of the office that were begun and not finished: nothing of them is written yet. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useSession } from "@/features/auth";
import { formatInstant } from "@/lib/dates";
import { can } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { Section } from "@/ui/page/section";
import { spreadsheetsQuery } from "./api";

export function UnfinishedImports() {
  const me = useSession();
  const brought = useQuery({ ...spreadsheetsQuery, enabled: can(me, "imports:write") }).data?.items ?? [];
  const [first, ...more] = brought.filter(({ stage }) => stage !== "committed");
  if (!first) return null;
  const begun = formatInstant(first.created_at, me.tenant.time_zone);
  return (
    <Section
      heading={<Trans>A spreadsheet left half-way</Trans>}
      link={
        more.length > 0 ? (
          <Link to="/import">
            <Trans>All of them</Trans>
          </Link>
        ) : undefined
      }
    >
      <p>
        <Link to="/import/$spreadsheetId" params={{ spreadsheetId: first.id }}>
          <Trans>Go on with {first.name}</Trans>
        </Link>
      </p>
      <p>
        <Trans>Begun on {begun}. Nothing of it is written yet.</Trans>
      </p>
    </Section>
  );
}
