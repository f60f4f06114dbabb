import { useState } from "react";
import { expect, test, vi } from "vitest";
import { screen, show } from "@/testing/render";
import { within } from "@testing-library/react";
import { DataTable, OrderSelect, type Column, type Order } from "./data-table";
import { FilterBar, FilterSearch, FilterSelect } from "./filter-bar";
import { Hidden } from "./hidden";
import { ShowMore } from "./show-more";
import { StatusTag } from "./status-tag";
import { SummaryList } from "./summary-list";

type Row = { id: string; name: string; students: number };

const rows: Row[] = [
  { id: "1", name: "Lantern", students: 64 },
  { id: "2", name: "Riverbend", students: 8 },
];

const columns: Column<Row, "name" | "students">[] = [
  { id: "name", header: "Partner", sort: "name", cell: (row) => row.name },
  {
    id: "students",
    header: "Students",
    short: "Pupils",
    number: true,
    sort: "students",
    cell: (row) => row.students,
  },
];

test("a table names its columns and its rows, and says which order it is in", () => {
  show(
    <DataTable
      caption="Partners"
      note="2 of 17"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      order={{ key: "students", descending: true }}
      onOrder={() => undefined}
    />,
  );
  const table = screen.getByRole("table", { name: /Partners/ });
  expect(within(table).getByRole("columnheader", { name: "Students" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  expect(within(table).getByRole("columnheader", { name: "Partner" })).not.toHaveAttribute("aria-sort");
  const row = within(table).getByRole("row", { name: /Riverbend/ });
  expect(within(row).getByRole("rowheader")).toHaveTextContent("Riverbend");
  expect(within(row).getByRole("cell")).toHaveAttribute("data-label", "Pupils");
});

test("pressing a heading asks for that order, and again for the other way", async () => {
  const asked = vi.fn();
  const table = (order?: Order<"name" | "students">) => (
    <DataTable
      caption="P"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      order={order}
      onOrder={asked}
    />
  );
  const { user, rerender } = show(table());
  await user.click(screen.getByRole("button", { name: "Partner" }));
  expect(asked).toHaveBeenLastCalledWith({ key: "name", descending: false });
  rerender(table({ key: "name", descending: false }));
  await user.click(screen.getByRole("button", { name: "Partner" }));
  expect(asked).toHaveBeenLastCalledWith({ key: "name", descending: true });
});

test("new rows and new columns are shown when they come", () => {
  const table = (shown: Row[], named: Column<Row>[]) => (
    <DataTable caption="P" columns={named} rows={shown} rowKey={(row) => row.id} />
  );
  const { rerender } = show(table(rows, [columns[0] as Column<Row>]));
  rerender(table([...rows, { id: "3", name: "Second Bell", students: 1 }], columns as Column<Row>[]));
  expect(screen.getAllByRole("rowheader")).toHaveLength(3);
  expect(screen.getAllByRole("columnheader")).toHaveLength(2);
});

test("the order can be chosen where headings are not seen", async () => {
  const asked = vi.fn();
  const { user } = show(
    <OrderSelect
      order={{ key: "ends", descending: false }}
      onOrder={asked}
      options={[
        { order: { key: "ends", descending: false }, label: "Soonest first" },
        { order: { key: "name", descending: true }, label: "Name, Z to A" },
      ]}
    />,
  );
  await user.selectOptions(screen.getByRole("combobox", { name: "Order" }), "Name, Z to A");
  expect(asked).toHaveBeenCalledWith({ key: "name", descending: true });
});

test("a search is told after a pause, at once on Enter, and follows the address", async () => {
  const told = vi.fn();
  function Search() {
    const [words, setWords] = useState("");
    return (
      <FilterBar label="Schools" onClear={words ? () => setWords("") : undefined}>
        <FilterSearch
          label="Name"
          value={words}
          pause={20}
          onChange={(next) => {
            told(next);
            setWords(next);
          }}
        />
      </FilterBar>
    );
  }
  const { user } = show(<Search />);
  const box = screen.getByRole("searchbox", { name: "Name" });
  await user.type(box, "chess{Enter}");
  expect(told).toHaveBeenLastCalledWith("chess");
  await user.type(box, " club ");
  await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith("chess club"));
  expect(box).toHaveValue("chess club ");
  await user.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(box).toHaveValue("");
});

test("a filter gives a known choice or none", async () => {
  const chosen = vi.fn();
  const { user } = show(
    <FilterSelect
      label="Level"
      any="All levels"
      value="high"
      options={[{ value: "high", label: "High school" }]}
      onChange={chosen}
    />,
  );
  await user.selectOptions(screen.getByRole("combobox", { name: "Level" }), "All levels");
  expect(chosen).toHaveBeenCalledWith(undefined);
});

test("the rest of a list is asked for, once", async () => {
  const more = vi.fn();
  const { user, rerender } = show(<ShowMore shown={20} hasMore loading={false} onMore={more} />);
  expect(screen.getByRole("status")).toHaveTextContent("20 shown");
  await user.click(screen.getByRole("button", { name: "Show more" }));
  rerender(<ShowMore shown={20} total={45} hasMore loading onMore={more} />);
  await user.click(screen.getByRole("button", { name: "Loading…" }));
  expect(more).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("status")).toHaveTextContent("20 of 45 shown");
  rerender(<ShowMore shown={45} total={45} hasMore={false} loading={false} onMore={more} />);
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

test("a hidden number is words with the district's minimum, never a zero", () => {
  const { rerender } = show(<Hidden why="size" minimum={15} />);
  expect(screen.getByText("Fewer than 15 students")).toBeInTheDocument();
  rerender(<Hidden why="privacy" />);
  expect(screen.getByText("Hidden for privacy")).toBeInTheDocument();
});

test("a status is a word; its picture is silent", () => {
  show(<StatusTag look="bad">No partner</StatusTag>);
  expect(screen.getByText("No partner").querySelector("svg")).toHaveAttribute("aria-hidden", "true");
});

test("facts are terms with their values", () => {
  show(<SummaryList facts={[{ term: "Languages", value: "English, Spanish" }]} />);
  expect(screen.getByRole("term")).toHaveTextContent("Languages");
  expect(screen.getByRole("definition")).toHaveTextContent("English, Spanish");
});

test("rows that belong together stand under a heading that says how many they are", () => {
  show(
    <DataTable
      caption="Partners"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      group={{
        of: (row) => (row.students > 10 ? "Chicago" : "Cedar County"),
        heading: (key, count) => `${key}, ${count} partner`,
      }}
    />,
  );
  const groups = screen.getAllByRole("rowgroup").slice(1);
  expect(groups).toHaveLength(2);
  const [first] = groups;
  if (!first) throw new Error("no group");
  expect(within(first).getByRole("rowheader", { name: "Chicago, 1 partner" })).toBeVisible();
  expect(within(first).getByRole("rowheader", { name: "Lantern" })).toBeVisible();
  expect(within(first).queryByRole("rowheader", { name: "Riverbend" })).not.toBeInTheDocument();
});
