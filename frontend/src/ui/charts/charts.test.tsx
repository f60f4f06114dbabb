import { beforeEach, describe, expect, test, vi } from "vitest";
import { screen, show } from "@/testing/render";
import { Bullet } from "./bullet";
import { known, monthStarts, rangeOf, spread, standsBelow, thin } from "./layout";
import { Plot } from "./plot";
import { ProgressLine } from "./progress-line";
import { Sparkline } from "./sparkline";
import { TrendLine } from "./trend-line";

class StillObserver {
  observe() {}
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", StillObserver);
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue({ width: 640 } as DOMRect);
});

const percent = (value: number) => `${value}%`;
const words = (container: HTMLElement) =>
  [...container.querySelectorAll("text")].map((text) => text.textContent);

describe("layout", () => {
  test("a range ends on round numbers, has room for a single value, and shares stay shares", () => {
    expect(rangeOf([91.5, 94], 3)).toEqual([91, 94]);
    expect(rangeOf([97, 99.5], 3, [0, 100])).toEqual([97, 100]);
    expect(rangeOf([], 3)).toEqual([0, 1]);
    const [low, high] = rangeOf([50, 50], 3);
    expect(low).toBeLessThan(50);
    expect(high).toBeGreaterThan(50);
  });

  test("labels that would touch are moved apart, in their order and within bounds", () => {
    expect(spread([10, 12], 8, [0, 100])).toEqual([10, 18]);
    expect(spread([12, 10], 8, [0, 100])).toEqual([18, 10]);
    expect(spread([98, 99], 8, [0, 100])).toEqual([92, 100]);
    expect(spread([10, 50], 8, [0, 100])).toEqual([10, 50]);
  });

  test("a value stands under its point at a low, over it elsewhere", () => {
    const values = [94, 91.5, null, 93, 92];
    expect(values.map((_, index) => standsBelow(values, index))).toEqual([false, true, false, false, true]);
    expect(standsBelow([51], 0)).toBe(false);
    expect(standsBelow([51, 57], 0)).toBe(true);
  });

  test("too many ticks are thinned, months begin on the first", () => {
    expect(thin([1, 2, 3, 4, 5], 3)).toEqual([1, 3, 5]);
    expect(thin([1, 2], 9)).toEqual([1, 2]);
    expect(known([null, 3])).toEqual([{ index: 1, value: 3 }]);
    expect(
      monthStarts(Date.UTC(2019, 9, 11), Date.UTC(2020, 0, 1)).map((at) =>
        new Date(at).toISOString().slice(0, 10),
      ),
    ).toEqual(["2019-11-01", "2019-12-01", "2020-01-01"]);
  });
});

test("a figure is named by its finding and carries its table; the drawing is silent", () => {
  show(
    <Plot finding="Attendance is 0.3 points below the district" table={<p>The values</p>} source="Published">
      <TrendLine
        labels={["2017–18", "2018–19"]}
        ours={{ name: "Alderbrook", values: [94, 93] }}
        format={percent}
      />
    </Plot>,
  );
  const figure = screen.getByRole("figure", { name: /0\.3 points below/ });
  expect(figure).toHaveTextContent("The values");
  expect(figure.querySelector("svg")?.closest("[aria-hidden]")).not.toBeNull();
});

test("a trend prints each value, names both lines at their ends, and leaves a gap where nothing is known", () => {
  const { container } = show(
    <TrendLine
      labels={["2016–17", "2017–18", "2018–19"]}
      ours={{ name: "Alderbrook", values: [94, null, 93] }}
      context={{ name: "district", values: [93.4, 92.8, 93.3] }}
      format={percent}
      axis={(value) => `axis ${value}`}
    />,
  );
  expect(words(container)).toEqual(
    expect.arrayContaining(["94%", "93%Alderbrook", "93.3%district", "axis 93"]),
  );
  expect(container.querySelectorAll("circle")).toHaveLength(2);
  expect(container.querySelectorAll("path")[1]?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
});

test("progress shows the target, today and the pace from the baseline", () => {
  const { container } = show(
    <ProgressLine
      results={[
        { on: "2019-11-22", value: 57 },
        { on: "2019-12-20", value: null },
        { on: "2020-01-24", value: 74 },
      ]}
      baseline={{ on: "2019-10-11", value: 51 }}
      target={{ on: "2020-06-12", value: 85 }}
      today="2020-01-27"
      format={percent}
      within={[0, 100]}
    />,
  );
  expect(words(container)).toEqual(
    expect.arrayContaining(["51%", "57%", "74%", "Target 85%", "Today", "Steady pace"]),
  );
  expect(container.querySelectorAll("circle")).toHaveLength(3);
});

test("a bullet keeps its words apart and inside, and has no bar without a value", () => {
  const { container, rerender } = show(
    <Bullet
      value={{ value: 84, words: "84%" }}
      target={{ value: 85, words: "Target 85%" }}
      baseline={{ value: 2, words: "October 2%" }}
      range={[0, 100]}
    />,
  );
  const at = (word: string) =>
    Number(
      [...container.querySelectorAll("text")].find((text) => text.textContent === word)?.getAttribute("x"),
    );
  expect(at("Target 85%") - at("84%")).toBeGreaterThan(40);
  expect(at("October 2%")).toBeGreaterThan(20);
  expect(container.querySelectorAll("rect")).toHaveLength(2);
  rerender(<Bullet value={null} target={{ value: 85, words: "Target 85%" }} range={[0, 100]} />);
  expect(container.querySelectorAll("rect")).toHaveLength(1);
});

test("a sparkline is only a drawing", () => {
  const { container } = show(<Sparkline values={[55, null, 62]} />);
  expect(container.querySelector("svg")).toHaveAttribute("aria-hidden", "true");
});
