/** Results on the way to a target: what was measured, the steady pace that would get there, where today is. */
import { useLingui } from "@lingui/react/macro";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { monthStarts, rangeOf, risesFrom, standsBelow, thin, widthOf } from "./layout";
import { useSize, type Size } from "./use-size";
import styles from "./chart.module.css";

type Dated = { on: string; value: number };

type Props = {
  /** In order; a value that is hidden or missing is null and leaves a gap. */
  results: readonly { on: string; value: number | null }[];
  baseline?: Dated | undefined;
  target: Dated;
  today?: string;
  format: (value: number) => string;
  /** The numbers along the side, when they are written shorter. */
  axis?: (value: number) => string;
  within?: readonly [number, number];
  height?: number;
};

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

export function ProgressLine(props: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const height = props.height ?? 17;
  return (
    <div className={styles.chart} ref={ref} aria-hidden="true">
      {size && size.width > 0 && <Drawing {...props} size={size} height={height * size.rem} />}
    </div>
  );
}

function Drawing({
  results,
  baseline,
  target,
  today,
  format,
  axis = format,
  within,
  size,
  height,
}: Props & { size: Size; height: number }) {
  const { t, i18n } = useLingui();
  const { width, rem } = size;
  const text = rem * 0.8125;
  const targetWords = t`Target ${format(target.value)}`;
  const narrow = width < 30 * rem;
  const gutter = narrow ? 0.5 * rem : widthOf(targetWords, text) + 1.25 * rem;
  const box = { left: 3 * rem, right: width - gutter, top: 1.5 * rem, bottom: height - 2 * rem };
  const points = baseline
    ? [baseline, ...results.filter((result) => result.on !== baseline.on)]
    : [...results];
  const values = points.map((point) => point.value);
  const seen = [...values.filter((value) => value !== null), target.value];
  const days = [...points.map((point) => time(point.on)), time(target.on), ...(today ? [time(today)] : [])];
  const first = Math.min(...days);
  const last = Math.max(...days);
  const x = scaleLinear()
    .domain([first - (last - first) * 0.02, last])
    .range([box.left, box.right]);
  const y = scaleLinear()
    .domain(rangeOf(seen, 4, within))
    .range([box.bottom, box.top]);
  const path =
    line<{ on: string; value: number | null }>()
      .defined((point) => point.value !== null)
      .x((point) => x(time(point.on)))
      .y((point) => y(point.value ?? 0))(points) ?? "";
  const month = new Intl.DateTimeFormat(i18n.locale, { month: "short", timeZone: "UTC" });
  const months = thin(monthStarts(first, last), Math.floor((box.right - box.left) / (6 * rem)));
  const middle = baseline && {
    x: (x(time(baseline.on)) + x(time(target.on))) / 2,
    y: y((baseline.value + target.value) / 2),
  };
  return (
    <svg width={width} height={height}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={box.left} x2={box.right} y1={y(tick)} y2={y(tick)} />
          <text x={box.left - 0.5 * rem} y={y(tick)} dy="0.32em" textAnchor="end">
            {axis(tick)}
          </text>
        </g>
      ))}
      {months.map((start) => (
        <text key={start} x={x(start)} y={height - 0.375 * rem} textAnchor="middle">
          {month.format(start)}
        </text>
      ))}
      {today && (
        <>
          <line
            className={styles.today}
            x1={x(time(today))}
            x2={x(time(today))}
            y1={box.top}
            y2={box.bottom}
          />
          <text x={x(time(today)) + 0.375 * rem} y={box.bottom - 0.5 * rem}>
            {t`Today`}
          </text>
        </>
      )}
      <line
        className={styles.target}
        x1={box.left}
        x2={box.right}
        y1={y(target.value)}
        y2={y(target.value)}
      />
      <text
        className={styles.strong}
        x={narrow ? box.right : box.right + 0.75 * rem}
        y={y(target.value)}
        dy={narrow ? -text * 0.55 : "0.32em"}
        textAnchor={narrow ? "end" : "start"}
      >
        {targetWords}
      </text>
      {baseline && middle && (
        <>
          <line
            className={styles.pace}
            x1={x(time(baseline.on))}
            y1={y(baseline.value)}
            x2={x(time(target.on))}
            y2={y(target.value)}
          />
          <text x={middle.x + 0.5 * rem} y={middle.y + text * (target.value >= baseline.value ? 1.6 : -0.9)}>
            {t`Steady pace`}
          </text>
        </>
      )}
      <path className={styles.line} d={path} />
      {points.map(
        (point, index) =>
          point.value !== null && (
            <g key={point.on}>
              <circle className={styles.point} cx={x(time(point.on))} cy={y(point.value)} r={5.5} />
              <text
                className={styles.value}
                x={x(time(point.on))}
                y={y(point.value)}
                dy={standsBelow(values, index) ? text * 1.6 : -text * 0.9}
                // Beside the line where it rises from the point, so that it does not run through the words.
                dx={risesFrom(values, index) ? text * 0.4 : 0}
                textAnchor={risesFrom(values, index) ? "end" : "middle"}
              >
                {format(point.value)}
              </text>
            </g>
          ),
      )}
    </svg>
  );
}
