/** A measure over school years: ours solid with round points, the context dashed with square ones, named at the ends. */
import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { known, rangeOf, spread, standsBelow, widthOf } from "./layout";
import { useSize, type Size } from "./use-size";
import styles from "./chart.module.css";

type Series = { name: string; values: readonly (number | null)[] };

type Props = {
  /** What stands along the bottom: “2017–18”. */
  labels: readonly string[];
  ours: Series;
  context?: Series | undefined;
  format: (value: number) => string;
  /** The numbers along the side, when they are written shorter. */
  axis?: (value: number) => string;
  /** The widest range the values can take, such as [0, 100]. */
  within?: readonly [number, number];
  /** In rem. */
  height?: number;
};

export function TrendLine(props: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const height = props.height ?? 10;
  return (
    <div className={styles.chart} ref={ref} aria-hidden="true">
      {size && size.width > 0 && <Drawing {...props} size={size} height={height * size.rem} />}
    </div>
  );
}

function Drawing({
  labels,
  ours,
  context,
  format,
  axis = format,
  within,
  size,
  height,
}: Props & { size: Size; height: number }) {
  const { width, rem } = size;
  const text = rem * 0.8125;
  const narrow = width < 24 * rem;
  const endWords = [ours, context].flatMap((series) => {
    const last = series && known(series.values).at(-1);
    if (!last) return [];
    return narrow ? [format(last.value), series.name] : [`${format(last.value)} ${series.name}`];
  });
  const gutter = Math.min(
    width * 0.4,
    Math.max(0, ...endWords.map((words) => widthOf(words, text))) + 1.25 * rem,
  );
  const box = { left: 3 * rem, right: width - gutter, top: 1.75 * rem, bottom: height - 1.75 * rem };
  const values = [...known(ours.values), ...known(context?.values ?? [])].map((point) => point.value);
  const y = scaleLinear()
    .domain(rangeOf(values, 3, within))
    .range([box.bottom, box.top]);
  const x = scalePoint<number>()
    .domain(labels.map((_, index) => index))
    .range([box.left + rem, box.right - 0.25 * rem]);
  const at = (index: number) => x(index) ?? 0;
  const path = (series: Series) =>
    line<number | null>()
      .defined((value) => value !== null)
      .x((_, index) => at(index))
      .y((value) => y(value ?? 0))([...series.values]) ?? "";
  const ends = [ours, context].flatMap((series, index) => {
    const last = series && known(series.values).at(-1);
    return last
      ? [{ value: format(last.value), name: series.name, ours: index === 0, y: y(last.value) }]
      : [];
  });
  const placed = spread(
    ends.map((end) => end.y),
    text * (narrow ? 2.5 : 1.3),
    [box.top, box.bottom],
  );
  const crowded = x.step() < Math.max(...labels.map((label) => widthOf(label, text))) + 0.5 * rem;
  const lastOfOurs = known(ours.values).at(-1)?.index;
  return (
    <svg width={width} height={height}>
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={box.left} x2={box.right} y1={y(tick)} y2={y(tick)} />
          <text x={box.left - 0.5 * rem} y={y(tick)} dy="0.32em" textAnchor="end">
            {axis(tick)}
          </text>
        </g>
      ))}
      {labels.map(
        (label, index) =>
          (!crowded || index === 0 || index === labels.length - 1) && (
            <text key={label} x={at(index)} y={height - 0.25 * rem} textAnchor="middle">
              {label}
            </text>
          ),
      )}
      {context && <path className={styles.context} d={path(context)} />}
      <path className={styles.line} d={path(ours)} />
      {known(context?.values ?? []).map(({ index, value }) => (
        <rect
          key={index}
          className={styles.contextPoint}
          x={at(index) - 3}
          y={y(value) - 3}
          width={6}
          height={6}
        />
      ))}
      {known(ours.values).map(({ index, value }) => (
        <g key={index}>
          <circle className={styles.point} cx={at(index)} cy={y(value)} r={5.5} />
          {index !== lastOfOurs && (
            <text
              className={styles.value}
              x={at(index)}
              y={y(value)}
              dy={standsBelow(ours.values, index) ? text * 1.6 : -text * 0.9}
              textAnchor="middle"
            >
              {format(value)}
            </text>
          )}
        </g>
      ))}
      {ends.map((end, index) => (
        <text
          key={end.name}
          className={end.ours ? styles.ours : undefined}
          x={box.right + 0.75 * rem}
          y={placed[index]}
          dy="0.32em"
        >
          {end.value}
          <tspan {...(narrow ? { x: box.right + 0.75 * rem, dy: "1.2em" } : { dx: "0.3em" })}>
            {end.name}
          </tspan>
        </text>
      ))}
    </svg>
  );
}
