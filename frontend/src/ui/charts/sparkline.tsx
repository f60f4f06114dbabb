/** The run of a few values beside the sentence that states them; drawing only, never the statement itself. */
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { known, rangeOf } from "./layout";
import styles from "./chart.module.css";

type Props = { values: readonly (number | null)[]; width?: number; height?: number };

export function Sparkline({ values, width = 96, height = 24 }: Props) {
  const points = known(values);
  const last = points.at(-1);
  const x = scaleLinear()
    .domain([0, Math.max(1, values.length - 1)])
    .range([4, width - 4]);
  const y = scaleLinear()
    .domain(
      rangeOf(
        points.map((point) => point.value),
        2,
      ),
    )
    .range([height - 4, 4]);
  const path =
    line<number | null>()
      .defined((value) => value !== null)
      .x((_, index) => x(index))
      .y((value) => y(value ?? 0))([...values]) ?? "";
  return (
    <svg className={styles.spark} width={width} height={height} aria-hidden="true">
      <path className={styles.line} d={path} />
      {last && <circle className={styles.point} cx={x(last.index)} cy={y(last.value)} r={4} />}
    </svg>
  );
}
