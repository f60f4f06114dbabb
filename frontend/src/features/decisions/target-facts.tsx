/** What a target aims at, by when, for whom, from where. */
import { useLingui } from "@lingui/react/macro";
import type { TargetAsked } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { listOf } from "@/lib/lists";
import { formatNumber, formatPercent } from "@/lib/numbers";
import { SummaryList, type Fact } from "@/ui/data/summary-list";

export function TargetFacts({ target }: { target: TargetAsked }) {
  const { t } = useLingui();
  const say = (value: number) => (target.unit === "percent" ? formatPercent(value) : formatNumber(value));
  const from = formatDay(target.period_starts_on, "long");
  const until = formatDay(target.period_ends_on, "long");
  const start = target.baseline_value === null ? null : say(target.baseline_value);
  const aim = target.target_value === null ? null : say(target.target_value);
  const facts: Fact[] = [
    { key: "measure", term: t`What is counted`, value: target.measure },
    {
      key: "aim",
      term: t({ message: "From and to", context: "a target" }),
      value:
        aim === null
          ? t`No number is aimed at; it only informs`
          : start === null
            ? t`Aim: ${aim}`
            : t`From ${start} to ${aim}`,
    },
    { key: "whom", term: t`For whom`, value: target.population_words },
    { key: "program", term: t`Program`, value: target.program },
    { key: "where", term: t`Where`, value: listOf(target.schools) },
    { key: "when", term: t`When`, value: t`${from} to ${until}` },
    ...(target.need ? [{ key: "need", term: t`Need`, value: target.need }] : []),
    ...(target.data_source
      ? [{ key: "source", term: t`Where the numbers come from`, value: target.data_source }]
      : []),
  ];
  return <SummaryList facts={facts} />;
}
