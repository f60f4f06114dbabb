/** Tables: with order and more, with hidden values, across on a phone. */
import { useState } from "react";
import { Link } from "@/ui/actions/link";
import { DataTable, OrderSelect, type Column, type Order } from "@/ui/data/data-table";
import { FilterBar, FilterSearch, FilterSelect } from "@/ui/data/filter-bar";
import { Hidden } from "@/ui/data/hidden";
import { ShowMore } from "@/ui/data/show-more";
import { StatusTag } from "@/ui/data/status-tag";
import { Sample, Shelf } from "./shelf";

type Partner = {
  name: string;
  status: "good" | "warn";
  words: string;
  ends: string;
  students: number | null;
};

const partners: Partner[] = [
  {
    name: "Lantern Family Center",
    status: "warn",
    words: "Expires in 32 days",
    ends: "Feb 28, 2020",
    students: 64,
  },
  { name: "Riverbend Learning", status: "good", words: "Active", ends: "Jun 12, 2020", students: null },
  { name: "Second Bell Arts", status: "good", words: "Active", ends: "Jun 30, 2020", students: 118 },
];

const columns: Column<Partner, "name" | "ends" | "students">[] = [
  { id: "name", header: "Partner", sort: "name", cell: (row) => <Link to="/kitchen">{row.name}</Link> },
  { id: "status", header: "Status", cell: (row) => <StatusTag look={row.status}>{row.words}</StatusTag> },
  { id: "ends", header: "Ends", sort: "ends", cell: (row) => row.ends },
  {
    id: "students",
    header: "Students",
    sort: "students",
    number: true,
    cell: (row) => row.students ?? <Hidden why="size" />,
  },
];

type Value = { on: string; met: number; all: number; share: string };

const values: Value[] = [
  { on: "Oct 11, 2019, baseline", met: 49, all: 96, share: "51.0%" },
  { on: "Nov 22, 2019", met: 55, all: 96, share: "57.3%" },
  { on: "Jan 24, 2020", met: 71, all: 96, share: "74.0%" },
];

const valueColumns: Column<Value>[] = [
  { id: "on", header: "Measured", cell: (row) => row.on },
  { id: "met", header: "On grade level", short: "On level", number: true, cell: (row) => row.met },
  { id: "all", header: "Students tutored", short: "Tutored", number: true, cell: (row) => row.all },
  { id: "share", header: "Share", number: true, cell: (row) => row.share },
];

export function TableSamples() {
  const [order, setOrder] = useState<Order<"name" | "ends" | "students">>({ key: "ends", descending: false });
  const [words, setWords] = useState("");
  const [level, setLevel] = useState<"elementary" | "high">();
  const [shown, setShown] = useState(3);
  return (
    <Shelf name="Data table">
      <Sample label="Filters, order, Show more">
        <FilterBar
          label="Partners"
          onClear={
            words || level
              ? () => {
                  setWords("");
                  setLevel(undefined);
                }
              : undefined
          }
        >
          <FilterSearch label="Name or program" value={words} onChange={setWords} />
          <FilterSelect
            label="Grades"
            any="All grades"
            value={level}
            onChange={setLevel}
            options={[
              { value: "elementary", label: "Elementary" },
              { value: "high", label: "High school" },
            ]}
          />
        </FilterBar>
        <OrderSelect
          order={order}
          onOrder={setOrder}
          options={[
            { order: { key: "ends", descending: false }, label: "Soonest end first" },
            { order: { key: "name", descending: false }, label: "Name, A to Z" },
          ]}
        />
        <DataTable
          caption="Partners at Alderbrook"
          note="3 of 17, ordered by end date, soonest first"
          columns={columns}
          rows={partners}
          rowKey={(row) => row.name}
          order={order}
          onOrder={setOrder}
          isOwn={(row) => row.name === "Riverbend Learning"}
        />
        <ShowMore shown={shown} total={17} hasMore={shown < 17} loading={false} onMore={() => setShown(17)} />
      </Sample>
      <Sample label="Short values stay side by side on a phone">
        <DataTable
          caption="The values behind the chart"
          columns={valueColumns}
          rows={values}
          rowKey={(row) => row.on}
          phone="across"
          compact
        />
      </Sample>
    </Shelf>
  );
}
