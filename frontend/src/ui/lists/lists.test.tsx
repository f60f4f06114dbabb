import { within } from "@testing-library/react";
import { expect, test } from "vitest";
import { screen, show } from "@/testing/render";
import { Blockers } from "./blockers";
import { ContactList } from "./contact-list";
import { Reasons } from "./reasons";
import { Steps } from "./steps";
import { TaskGroup } from "./task-list";
import { Timeline } from "./timeline";

test("a late task says how late, a done one only that it is done", () => {
  show(
    <TaskGroup
      heading="Overdue"
      count={2}
      tasks={[
        {
          key: "1",
          link: <a href="/1">Arrange the room</a>,
          late: "21 days late",
          when: "Jan 6",
          why: "Promised.",
        },
        { key: "2", link: <a href="/2">Confirm Second Bell</a>, done: "Completed", late: "1 day late" },
      ]}
      more={<a href="/all">Show all 23</a>}
    />,
  );
  expect(screen.getByRole("heading", { name: "Overdue 2" })).toBeInTheDocument();
  const [late, done] = screen.getAllByRole("listitem");
  expect(late).toHaveTextContent("21 days late");
  expect(late).not.toHaveTextContent("Jan 6");
  expect(done).toHaveTextContent("Completed");
  expect(done).not.toHaveTextContent("1 day late");
});

test("steps say which are done and which one it is at", () => {
  show(
    <Steps
      label="Where it stands"
      steps={[
        { key: "a", name: "Drafted", state: "done", note: "Jan 8" },
        { key: "b", name: "In review", state: "current" },
        { key: "c", name: "Signatures", state: "ahead" },
      ]}
    />,
  );
  const [first, second, third] = within(screen.getByRole("list", { name: "Where it stands" })).getAllByRole(
    "listitem",
  );
  expect(first).toHaveTextContent("Drafted, done");
  expect(second).toHaveAttribute("aria-current", "step");
  expect(third).not.toHaveAttribute("aria-current");
});

test("a blocker names what is missing, who acts, and by when or that there is no date", () => {
  show(
    <Blockers
      caption="What has to happen"
      shownTo="The same list is shown to both."
      blockers={[{ key: "1", missing: "Insurance", note: "Uploaded January 22", who: "Paula Nystrom" }]}
    />,
  );
  const row = within(screen.getByRole("table", { name: "What has to happen" })).getByRole("row", {
    name: /Insurance/,
  });
  expect(row).toHaveTextContent("Paula Nystrom");
  expect(row).toHaveTextContent("No date");
});

test("an entry keeps its exact time and somebody's own words", () => {
  show(
    <Timeline
      label="History"
      entries={[{ key: "1", at: "2020-01-24", when: "Jan 24", what: "Declined.", quote: "Until May" }]}
    />,
  );
  expect(screen.getByText("Jan 24")).toHaveAttribute("datetime", "2020-01-24");
  expect(screen.getByText("Until May").tagName).toBe("Q");
});

test("a number can be called", () => {
  show(<ContactList contacts={[{ key: "1", name: "Riverbend", phone: "(312) 555-0142" }]} />);
  expect(screen.getByRole("link", { name: "(312) 555-0142" })).toHaveAttribute("href", "tel:3125550142");
});

test("a reason says in words whether it is met, and unknown is not no", () => {
  show(
    <Reasons
      reasons={[
        { key: "1", state: "unknown", name: "Language", words: "ask Lena Marsh" },
        { key: "2", state: "unmet", name: "Schedule", words: "only Saturdays" },
      ]}
    />,
  );
  const [unknown, unmet] = screen.getAllByRole("listitem");
  expect(unknown).toHaveTextContent("Not known: Language ask Lena Marsh");
  expect(unmet).toHaveTextContent("Not met: Schedule");
});
