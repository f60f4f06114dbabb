/** Last year's promises beside this year's: what is new, what is no longer made, and what stayed. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Halves, Section } from "@/ui/page/section";
import type { Comparison, Revisits } from "./api";
import styles from "./revisit.module.css";

type Promise = Comparison["promises"][number];

const parties = ["partner", "school", "joint", "district"] as const;

export function DifferencesSection({ revisits, comparison }: { revisits: Revisits; comparison: Comparison }) {
  const { t } = useLingui();
  const names: Record<Promise["party"], ReactNode> = {
    partner: revisits.partner.name,
    school: <Trans>Each school</Trans>,
    joint: <Trans>Both together</Trans>,
    district: <Trans>The district</Trans>,
  };
  const { promises } = comparison;
  const changed = promises.filter(({ change }) => change !== "kept").length;
  return (
    <Section
      heading={t`What each side promised`}
      note={
        promises.length === 0 ? (
          <Trans>Nothing is written down of what each side does or gives.</Trans>
        ) : changed === 0 ? (
          <Trans>The same as the year before.</Trans>
        ) : (
          <Plural
            value={changed}
            one="# promise differs from last year."
            other="# promises differ from last year."
          />
        )
      }
      link={
        <Link to="/agreements/$agreementId/text" params={{ agreementId: revisits.id }}>
          <Trans>Read the full text</Trans>
        </Link>
      }
    >
      {promises.length > 0 && (
        <Halves>
          {parties
            .filter((party) => promises.some((each) => each.party === party))
            .map((party) => (
              <div key={party} className={styles.promises}>
                <h3>{names[party]}</h3>
                <ul>
                  {promises
                    .filter((each) => each.party === party)
                    .map((each) => (
                      <li key={`${each.change}${each.kind}${each.text}`}>
                        <Changed promise={each} />
                      </li>
                    ))}
                </ul>
              </div>
            ))}
        </Halves>
      )}
      <Missed comparison={comparison} revisits={revisits} />
    </Section>
  );
}

function Changed({ promise }: { promise: Promise }) {
  switch (promise.change) {
    case "kept":
      return promise.text;
    case "added":
      return (
        <>
          <ins>{promise.text}</ins>
          <div>
            <StatusTag look="good">
              <Trans>New this year</Trans>
            </StatusTag>
          </div>
        </>
      );
    case "dropped":
      return (
        <>
          <del>{promise.text}</del>
          <div>
            <StatusTag look="none">
              <Trans>No longer promised</Trans>
            </StatusTag>
          </div>
        </>
      );
  }
}

/** What did not come, as the side that should have received it said. */
function Missed({ comparison, revisits }: { comparison: Comparison; revisits: Revisits }) {
  const { t } = useLingui();
  const since = formatDay(comparison.last_year_from, "long");
  const by: Record<Promise["party"], string> = {
    partner: revisits.partner.name,
    school: t`the school`,
    joint: t`both together`,
    district: t`the district`,
  };
  const { not_delivered: missed } = comparison;
  return (
    <div className={styles.missed}>
      <h3>
        <Trans>What did not come</Trans>
      </h3>
      {missed.length === 0 ? (
        <p className={styles.hint}>
          <Trans>
            Nobody has said since {since} that something did not come.{" "}
            <Link to="/agreements/$agreementId" params={{ agreementId: revisits.id }}>
              Say it beside the promise
            </Link>
          </Trans>
        </p>
      ) : (
        <ul>
          {missed.map((each) => {
            const facts = [t`Promised by ${by[each.party]}`, each.school?.name, formatDay(each.on)];
            return (
              <li key={`${each.text}${each.on}${each.school?.id ?? ""}`}>
                {each.text}
                <small>{facts.filter(Boolean).join(" · ")}</small>
                {each.note && <q>{each.note}</q>}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
