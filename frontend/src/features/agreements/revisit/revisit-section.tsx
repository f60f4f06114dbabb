/** On an agreement's page: where its annual revisit stands, and the way to it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { formatSchoolYear } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Section } from "@/ui/page/section";
import { revisitsQuery } from "./api";
import { chosen, heading, lead, stateLooks, stateName } from "./words";

type Props = { agreementId: string; effectiveOn?: string | undefined };

export function RevisitSection({ agreementId, effectiveOn }: Props) {
  const { t } = useLingui();
  const revisits = useQuery(revisitsQuery(agreementId, effectiveOn)).data;
  const revisit = revisits && chosen(revisits);
  if (!revisits || !revisit) return null;
  const year = formatSchoolYear(revisit.school_year);
  return (
    <Section
      heading={t`Annual revisit ${year}`}
      link={
        <Link
          to="/agreements/$agreementId/revisit"
          params={{ agreementId }}
          search={effectiveOn ? { effective_on: effectiveOn } : {}}
        >
          <Trans>Open the revisit</Trans>
        </Link>
      }
    >
      <p>
        <StatusTag look={stateLooks[revisit.state]}>{stateName(revisit.state)}</StatusTag>{" "}
        {heading(revisit, revisits.partner.name, true)}. {lead(revisit)}
      </p>
    </Section>
  );
}
