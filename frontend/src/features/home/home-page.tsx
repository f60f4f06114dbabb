/** Home: who is here, where, and on which day. */
import { Trans, useLingui } from "@lingui/react/macro";
import { formatDay } from "@/lib/dates";
import { SummaryList } from "@/ui/data/summary-list";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { standing, useSession } from "@/features/auth";

export function HomePage() {
  const { t } = useLingui();
  const me = useSession();
  const name = me.person?.name.split(" ")[0] ?? me.tenant.name;
  return (
    <>
      <PageHead
        title={t`Home`}
        heading={<Trans>Good morning, {name}.</Trans>}
        asOf={<Trans>Showing {formatDay(me.tenant.today, "full")}.</Trans>}
      />
      <Section heading={<Trans>Where you work</Trans>}>
        <SummaryList
          facts={[
            { key: "place", term: t`District or network`, value: me.tenant.name },
            { key: "role", term: t`Your role`, value: standing(me) },
          ]}
        />
      </Section>
    </>
  );
}
