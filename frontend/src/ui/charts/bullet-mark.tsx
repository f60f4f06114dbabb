/** A bullet small enough for a row: the bar, its baseline and its target. Drawing only; the words stand beside it. */
import { scaleLinear } from "d3-scale";
import styles from "./chart.module.css";

type Props = {
  value: number | null;
  target: number;
  baseline?: number | null;
  range: readonly [number, number];
};

const width = 120;
const height = 16;

export function BulletMark({ value, target, baseline = null, range }: Props) {
  const x = scaleLinear()
    .domain(range)
    .range([0, width - 2])
    .clamp(true);
  return (
    <svg className={styles.spark} width={width} height={height} aria-hidden="true">
      <rect className={styles.track} x={0.5} y={2.5} width={width - 1} height={height - 5} />
      {value !== null && <rect className={styles.bar} x={0} y={5} width={x(value)} height={height - 10} />}
      {baseline !== null && (
        <line className={styles.base} x1={x(baseline) + 1} x2={x(baseline) + 1} y1={3} y2={height - 3} />
      )}
      <line className={styles.tick} x1={x(target) + 1} x2={x(target) + 1} y1={0} y2={height} />
    </svg>
  );
}
