/** What the district asks of a partner, requirement by requirement: what is there, what is missing, and who acts. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Section } from "@/ui/page/section";
import { PageHead } from "@/ui/page/page-head";
import { partnerPapersQuery } from "./api";

type Props = { partnerId: string; effectiveOn?: string | undefined };

export function PartnerPapersPage({ partnerId, effectiveOn }: Props) {
  const { t } = useLingui();
  const papers = useSuspenseQuery(partnerPapersQuery(partnerId, effectiveOn)).data;
  return (
    <>
      <PageHead title={[t`Our papers`]} heading={<Trans>Our papers</Trans>} />
      {papers.items.map((item) => (
        <Section key={item.requirement.id} heading={item.requirement.name}>
          <ul>
            {item.missing.map((owed) => (
              <li key={owed.words}>{owed.words}</li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
