import { expect, test, vi } from "vitest";
import { awaitHeading } from "@/lib/heading-focus";
import { screen, show } from "@/testing/render";
import { EmptyState } from "../feedback/empty-state";
import { Notice } from "../feedback/notice";
import { Skeleton } from "../feedback/skeleton";
import { UndoBar } from "../feedback/undo-bar";
import { Breadcrumbs } from "./breadcrumbs";
import { Disclosure } from "./disclosure";
import { NextBox } from "./next-box";
import { PageHead } from "./page-head";
import { Section } from "./section";
import { Segments } from "./segments";
import { Tabs } from "./tabs";

test("a page sets its title, and its heading takes the focus of somebody who came here", () => {
  awaitHeading();
  show(
    <PageHead title={["Reading", "Targets"]} heading="71 of 96 read on grade level" lead="That is 74%." />,
  );
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  expect(document.title).toBe("Reading – Targets – Alongside");
});

test("the first page does not take the focus", () => {
  show(<PageHead title="Home" heading="Good morning" />);
  expect(screen.getByRole("heading", { level: 1 })).not.toHaveFocus();
});

test("what is next is a region named by its act; without a button it still says whose turn it is", () => {
  show(<NextBox who="Waiting for Renee Castellano" heading="The office reads the agreement" />);
  const next = screen.getByRole("region", { name: "The office reads the agreement" });
  expect(next).toHaveTextContent("Waiting for Renee Castellano");
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

test("a section is a region named by its heading, seen or not", () => {
  show(
    <Section heading="Progress" headingHidden>
      <p>74%</p>
    </Section>,
  );
  expect(screen.getByRole("region", { name: "Progress" })).toHaveTextContent("74%");
});

test("the trail ends at this page", () => {
  show(
    <Breadcrumbs here="Reading">
      <a href="/targets">Targets</a>
    </Breadcrumbs>,
  );
  expect(screen.getByRole("navigation", { name: "Breadcrumb" })).toBeInTheDocument();
  expect(screen.getByText("Reading")).toHaveAttribute("aria-current", "page");
});

test("tabs are a named set of links, more is behind a summary", () => {
  show(
    <>
      <Tabs label="Partner">
        <a href="/a">Overview</a>
      </Tabs>
      <Disclosure summary="Nine more schools">Birchwell</Disclosure>
    </>,
  );
  expect(screen.getByRole("navigation", { name: "Partner" })).toBeInTheDocument();
  expect(screen.getByRole("group")).not.toHaveAttribute("open");
});

test("another view is chosen among all that there are", async () => {
  const chosen = vi.fn();
  const { user } = show(
    <Segments
      label="View"
      value="list"
      onChange={chosen}
      options={[
        { value: "list", label: "List" },
        { value: "board", label: "Board" },
      ]}
    />,
  );
  expect(screen.getByRole("radio", { name: "List" })).toBeChecked();
  await user.click(screen.getByRole("radio", { name: "Board" }));
  expect(chosen).toHaveBeenCalledWith("board");
});

test("a failure is said at once, other news politely, and either can take the focus", () => {
  show(
    <>
      <Notice kind="bad" live title="Not saved" />
      <Notice kind="good" live focus title="Saved" level={2} />
    </>,
  );
  expect(screen.getByRole("alert")).toHaveTextContent("Not saved");
  expect(screen.getByRole("status")).toHaveFocus();
  expect(screen.getByRole("heading", { level: 2, name: "Saved" })).toBeInTheDocument();
});

test("what was done can be taken back or let be", async () => {
  const undone = vi.fn();
  const dismissed = vi.fn();
  const { user } = show(
    <UndoBar onUndo={undone} onDismiss={dismissed}>
      Marked done.
    </UndoBar>,
  );
  expect(screen.getByRole("status")).toHaveTextContent("Marked done.");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await user.click(screen.getByRole("button", { name: "Dismiss" }));
  expect([undone, dismissed].map((act) => act.mock.calls.length)).toEqual([1, 1]);
});

test("loading shows its shape only when it takes longer than a blink, but is said at once", () => {
  vi.useFakeTimers();
  const { container } = show(<Skeleton label="Loading partners" />);
  expect(screen.getByRole("status")).toHaveTextContent("Loading partners");
  expect(container.querySelector("[data-shown]")).toBeNull();
  vi.advanceTimersByTime(199);
  expect(container.querySelector("[data-shown]")).toBeNull();
  vi.useRealTimers();
  show(<Skeleton label="Loading a page" shape="page" after={0} />);
  expect(screen.getAllByRole("status")[1]).toHaveAttribute("data-shown");
});

test("nothing yet is a heading with one act", () => {
  show(
    <EmptyState title="No needs yet" actions={<button type="button">Name three needs</button>} id="none" />,
  );
  expect(screen.getByRole("heading", { name: "No needs yet" })).toHaveAttribute("tabindex", "-1");
});
