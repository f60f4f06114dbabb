import { useState } from "react";
import { expect, test, vi } from "vitest";
import { screen, show } from "@/testing/render";
import { CheckboxGroup } from "./checkbox";
import { ComboBox } from "./combo-box";
import { DateField, isDay, joinDay } from "./date-field";
import { DatePicker } from "./date-picker";
import { MultiSelect } from "./multi-select";
import { NumberField } from "./number-field";
import { RadioGroup } from "./radio-group";
import { Select } from "./select";
import { Switch } from "./switch";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

test("a field is described by its hint and its error, and is marked wrong", () => {
  show(<TextField label="End date" name="ends" hint="As on the paper" error="Enter a later day" />);
  const input = screen.getByRole("textbox", { name: "End date" });
  expect(input).toHaveAccessibleDescription("As on the paper Enter a later day");
  expect(input).toBeInvalid();
  expect(input).toHaveAttribute("id", "ends");
});

test("what may be left out says so in its name", () => {
  show(<TextArea label="Note" name="note" optional />);
  expect(screen.getByRole("textbox", { name: "Note (optional)" })).toBeValid();
});

test("a number keeps what was typed and says its unit", async () => {
  const { user } = show(<NumberField label="Places" name="places" unit="students" whole />);
  const input = screen.getByRole("textbox", { name: "Places" });
  await user.type(input, "about 12");
  expect(input).toHaveValue("about 12");
  expect(input).toHaveAccessibleDescription("students");
  expect(input).toHaveAttribute("inputmode", "numeric");
});

test("a list offers its empty choice first", async () => {
  const { user } = show(
    <Select
      label="School"
      name="school"
      empty="Choose a school"
      options={[{ value: "a", label: "Alderbrook" }]}
    />,
  );
  const select = screen.getByRole("combobox", { name: "School" });
  expect(select).toHaveDisplayValue("Choose a school");
  await user.selectOptions(select, "Alderbrook");
  expect(select).toHaveValue("a");
});

test("ticked boxes come in the order of the choices, not of the clicks", async () => {
  const changed = vi.fn();
  const choices = ["a", "b", "c"].map((value) => ({ value, label: value }));
  const { user } = show(
    <CheckboxGroup label="When" name="when" choices={choices} value={["c"]} onChange={changed} />,
  );
  expect(screen.getByRole("group", { name: "When" })).toBeInTheDocument();
  await user.click(screen.getByRole("checkbox", { name: "a" }));
  expect(changed).toHaveBeenLastCalledWith(["a", "c"]);
  await user.click(screen.getByRole("checkbox", { name: "c" }));
  expect(changed).toHaveBeenLastCalledWith([]);
});

test("radios are one group with its question as its name", async () => {
  const { user } = show(
    <RadioGroup
      label="Staying?"
      name="staying"
      error="Choose one"
      choices={[
        { value: "yes", label: "Staying", hint: "All year" },
        { value: "no", label: "Leaving" },
      ]}
    />,
  );
  expect(screen.getByRole("radiogroup", { name: "Staying?" })).toHaveAccessibleDescription("Choose one");
  await user.click(screen.getByRole("radio", { name: "Leaving" }));
  expect(screen.getByRole("radio", { name: "Leaving" })).toBeChecked();
  expect(screen.getByRole("radio", { name: "Staying" })).toHaveAccessibleDescription("All year");
});

test("a switch tells which way it stands", async () => {
  const changed = vi.fn();
  const { user } = show(<Switch label="E-mail me" checked={false} onChange={changed} hint="On Mondays" />);
  await user.click(screen.getByRole("switch", { name: "E-mail me" }));
  expect(changed).toHaveBeenCalledWith(true);
});

test("a day is whole only when all three parts are a real day", () => {
  expect(joinDay({ year: "2020", month: "6", day: "2" })).toBe("2020-06-02");
  expect(joinDay({ year: "", month: "", day: "" })).toBe("");
  expect(isDay(joinDay({ year: "2020", month: "2", day: "30" }))).toBe(false);
  expect(isDay(joinDay({ year: "20", month: "2", day: "3" }))).toBe(false);
  expect(isDay("2020-02-29")).toBe(true);
});

test("typing month, day and year makes a day, and a new value from outside is shown", async () => {
  function Ask() {
    const [day, setDay] = useState("");
    return (
      <>
        <DateField label="First day" name="first" value={day} onChange={setDay} />
        <output>{day}</output>
        <button type="button" onClick={() => setDay("2021-12-01")}>
          Last year’s
        </button>
      </>
    );
  }
  const { user } = show(<Ask />);
  await user.type(screen.getByRole("textbox", { name: "Month" }), "6");
  await user.type(screen.getByRole("textbox", { name: "Day" }), "2");
  await user.type(screen.getByRole("textbox", { name: "Year" }), "2020");
  expect(screen.getByRole("status")).toHaveTextContent("2020-06-02");
  await user.click(screen.getByRole("button", { name: "Last year’s" }));
  expect(screen.getByRole("textbox", { name: "Month" })).toHaveValue("12");
  expect(screen.getByRole("textbox", { name: "Day" })).toHaveValue("1");
});

const schools = [
  { id: "a", label: "Alderbrook School" },
  { id: "b", label: "Birchwell School" },
  { id: "c", label: "Cobbler Street School" },
];

test("one of many is found by typing", async () => {
  const chosen = vi.fn();
  const { user } = show(
    <ComboBox label="School" name="school" items={schools} value={null} onChange={chosen} />,
  );
  const box = screen.getByRole("combobox", { name: "School" });
  expect(box).toHaveAttribute("id", "school");
  await user.type(box, "cob");
  await user.click(screen.getByRole("option", { name: "Cobbler Street School" }));
  expect(chosen).toHaveBeenLastCalledWith("c");
});

test("with the server's list nothing is filtered here, and what is typed is told", async () => {
  const typed = vi.fn();
  const { user } = show(
    <ComboBox
      label="School"
      name="school"
      items={schools}
      value={null}
      onChange={() => undefined}
      onSearch={typed}
      error="Choose a school"
    />,
  );
  const box = screen.getByRole("combobox", { name: "School" });
  expect(box).toHaveAccessibleDescription(/Choose a school/);
  await user.type(box, "zzz");
  expect(typed).toHaveBeenLastCalledWith("zzz");
  expect(screen.getAllByRole("option")).toHaveLength(3);
});

test("several are chosen, and each can be taken back", async () => {
  function Ask() {
    const [ids, setIds] = useState(["a", "b"]);
    return <MultiSelect label="Schools" name="schools" items={schools} value={ids} onChange={setIds} />;
  }
  const { user } = show(<Ask />);
  await user.type(screen.getByRole("combobox", { name: "Schools" }), "cob");
  await user.click(screen.getByRole("option", { name: "Cobbler Street School" }));
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Remove Birchwell School" }));
  expect(screen.queryByRole("button", { name: "Remove Birchwell School" })).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Remove Cobbler Street School" })).toHaveFocus();
});

test("a day near now is picked from a calendar that keeps to its bounds", async () => {
  const picked = vi.fn();
  const { user } = show(
    <DatePicker
      label="Meeting"
      value="2020-01-29"
      earliest="2020-01-27"
      onChange={picked}
      hint="In the morning"
    />,
  );
  await user.click(screen.getByRole("button", { name: /Open the calendar/ }));
  expect(screen.getByRole("button", { name: /January 26, 2020/ })).toHaveAttribute("aria-disabled", "true");
  await user.click(screen.getByRole("button", { name: /January 31, 2020/ }));
  expect(picked).toHaveBeenCalledWith("2020-01-31");
});
