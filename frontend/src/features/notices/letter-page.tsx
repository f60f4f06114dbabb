/** One e-mail as its reader's program would show it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSession } from "@/features/auth";
import { formatInstant } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { SummaryList } from "@/ui/data/summary-list";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { letterQuery } from "./api";
import { LetterText } from "./letter-text";

export function LetterPage({ id }: { id: string }) {
  const { t } = useLingui();
  const me = useSession();
  const letter = useSuspenseQuery(letterQuery(id)).data;
  return (
    <>
      <PageHead
        title={[letter.subject, t`Mailbox`]}
        heading={letter.subject}
        trail={
          <Breadcrumbs here={letter.subject}>
            <Link to="/account">
              <Trans>Your account</Trans>
            </Link>
            <Link to="/mailbox">
              <Trans>Mailbox</Trans>
            </Link>
          </Breadcrumbs>
        }
      />
      <SummaryList
        facts={[
          { key: "from", term: <Trans>From</Trans>, value: letter.sender },
          { key: "to", term: <Trans>To</Trans>, value: letter.to },
          {
            key: "sent",
            term: <Trans>Sent</Trans>,
            value: formatInstant(letter.sent_at, me.tenant.time_zone),
          },
        ]}
      />
      <Section heading={<Trans>Text</Trans>} headingHidden>
        <LetterText text={letter.text} />
      </Section>
    </>
  );
}
