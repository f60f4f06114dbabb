/** One value against its baseline and its target (after Stephen Few): all three have words. */
import { scaleLinear } from "d3-scale";
import { spread, widthOf } from "./layout";
import { useSize, type Size } from "./use-size";
import styles from "./chart.module.css";

type Marked = { value: number; words: string };

type Props = {
  /** Null while nothing has been measured or the value is hidden. */
  value: Marked | null;
  target: Marked;
  baseline?: Marked | undefined;
  range: readonly [number, number];
};

export function Bullet(props: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  return (
    <div className={styles.chart} ref={ref} aria-hidden="true">
      {size && size.width > 0 && <Drawing {...props} size={size} />}
    </div>
  );
}

function Drawing({ value, target, baseline, range, size }: Props & { size: Size }) {
  const { width, rem } = size;
  const text = rem * 0.8125;
  const height = 4.5 * rem;
  const track = { y: 1.5 * rem, height: 1.75 * rem };
  const x = scaleLinear().domain(range).range([0, width]).clamp(true);
  const above = [value, target].filter((mark) => mark !== null);
  const widest = Math.max(...above.map((mark) => widthOf(mark.words, text)));
  // Two labels share the line above the bar: they are kept apart, and inside.
  const placed = spread(
    above.map((mark) => x(mark.value)),
    widest + 0.5 * rem,
    [widest / 2, width - widest / 2],
  );
  const middle = (words: string, at: number) =>
    Math.min(Math.max(at, widthOf(words, text) / 2), width - widthOf(words, text) / 2);
  const baselineOnBar = baseline && value && baseline.value < value.value;
  return (
    <svg width={width} height={height}>
      <rect className={styles.track} x={0.5} y={track.y} width={width - 1} height={track.height} />
      {value && (
        <rect
          className={styles.bar}
          x={0}
          y={track.y + 0.4375 * rem}
          width={x(value.value)}
          height={0.875 * rem}
        />
      )}
      {baseline && (
        <>
          <line
            className={styles.base}
            x1={x(baseline.value)}
            x2={x(baseline.value)}
            y1={track.y}
            y2={track.y + track.height}
          />
          {baselineOnBar && (
            <line
              className={styles.baseOnBar}
              x1={x(baseline.value)}
              x2={x(baseline.value)}
              y1={track.y + 0.4375 * rem}
              y2={track.y + 1.3125 * rem}
            />
          )}
          <text x={middle(baseline.words, x(baseline.value))} y={height - 0.25 * rem} textAnchor="middle">
            {baseline.words}
          </text>
        </>
      )}
      <line
        className={styles.tick}
        x1={x(target.value)}
        x2={x(target.value)}
        y1={track.y - 0.25 * rem}
        y2={track.y + track.height + 0.25 * rem}
      />
      {above.map((mark, index) => (
        <text
          key={mark === target ? "target" : "value"}
          className={mark === target ? styles.strong : styles.ours}
          x={middle(mark.words, placed[index] ?? 0)}
          y={track.y - 0.5 * rem}
          textAnchor="middle"
        >
          {mark.words}
        </text>
      ))}
    </svg>
  );
}
