/** Programs that fit a need, best first, each with the same reasons in the same order, and what to ask them. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { askedSaid, CoverTag, NeedGap, needQuery } from "@/features/needs";
import { formatDay, formatSchoolYear } from "@/lib/dates";
import { formatCount } from "@/lib/numbers";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section, Source } from "@/ui/page/section";
import { needCoverQuery, needFitsQuery } from "./fits-api";
import { everyQuestion, fitsFinding } from "./fits-words";
import { NeedFitsProgram } from "./need-fits-program";
import { NeedFitsUnfit } from "./need-fits-unfit";
import styles from "./need-fits.module.css";

/** As many as somebody reads before choosing; the rest is one press away. */
const first = 5;

type Props = { needId: string; effectiveOn?: string | undefined };

export function NeedFitsPage({ needId, effectiveOn }: Props) {
  const { t } = useLingui();
  const found = useSuspenseQuery(needFitsQuery(needId, effectiveOn)).data;
  const cover = useSuspenseQuery(needCoverQuery(needId, effectiveOn)).data;
  const need = useSuspenseQuery(needQuery(needId)).data;
  const [all, setAll] = useState(false);
  const fits = found.items;
  const shown = all ? fits : fits.slice(0, first);
  const rest = fits.length - shown.length;
  const ruledOut = found.considered - found.matching;
  const lead = shown.findIndex((fit) => fit.may_start);
  return (
    <>
      <PageHead
        title={[t`Programs that fit`, need.title, t`Needs`]}
        trail={
          <Breadcrumbs here={<Trans>Programs that fit</Trans>}>
            <Link to="/needs" search={{ school: need.school.id }}>
              <Trans>Needs of {need.school.name}</Trans>
            </Link>
            <Link to="/needs/$needId" params={{ needId }}>
              {need.title}
            </Link>
          </Breadcrumbs>
        }
        kind={
          <>
            {need.area.label}, {formatSchoolYear(need.assessment.school_year)}
            <CoverTag state={cover.state} />
          </>
        }
        heading={need.title}
        lead={
          <>
            {askedSaid(found.need)}. {fitsFinding(fits)}{" "}
            {fits.length > 0 && <Trans>Talk with one or two before you choose.</Trans>}
          </>
        }
      />
      <NeedGap need={need} />
      <Section
        heading={<Plural value={fits.length} one="# program" other="# programs, best fit first" />}
        note={
          <Trans>
            Ranked by how many criteria are met, the same criteria for every program. Not known is not no:
            ask.
          </Trans>
        }
      >
        {fits.length === 0 ? (
          <EmptyState level={3} title={<Trans>No program is known to fit.</Trans>}>
            <Trans>
              None of the {formatCount(found.considered)} programs looked at matches in area and grades. Ask
              the district office which partners it expects.
            </Trans>
          </EmptyState>
        ) : (
          <ol className={styles.fits}>
            {shown.map((fit, index) => (
              <NeedFitsProgram
                key={fit.program.id}
                fit={fit}
                place={index + 1}
                need={found.need}
                isFirst={index === lead}
              />
            ))}
          </ol>
        )}
        {rest > 0 && (
          <div className={styles.more}>
            <Button onClick={() => setAll(true)}>
              <Plural value={rest} one="Show # more program" other="Show # more programs" />
            </Button>
          </div>
        )}
        {ruledOut > 0 && <NeedFitsUnfit needId={needId} effectiveOn={effectiveOn} count={ruledOut} />}
        <Source>
          <Trans>
            From each program’s own profile and the district’s approvals on{" "}
            {formatDay(found.effective_on, "long")}. {formatCount(found.considered)} programs were looked at.
          </Trans>
        </Source>
      </Section>
      <Section
        heading={<Trans>Questions for every first conversation</Trans>}
        note={
          <Trans>
            What a program leaves open stands below its reasons. Print the page and take it along.
          </Trans>
        }
      >
        <ol className={styles.questions}>
          {everyQuestion().map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      </Section>
    </>
  );
}
