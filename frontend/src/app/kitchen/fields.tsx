/** Every field: at rest, with a hint, with an error, with a unit. */
import { useState } from "react";
import { Button } from "@/ui/actions/button";
import { Checkbox, CheckboxGroup } from "@/ui/fields/checkbox";
import { ComboBox, type ComboItem } from "@/ui/fields/combo-box";
import { DateField, isDay } from "@/ui/fields/date-field";
import { DatePicker } from "@/ui/fields/date-picker";
import { Form, FormNote } from "@/ui/fields/form";
import { MultiSelect } from "@/ui/fields/multi-select";
import { NumberField } from "@/ui/fields/number-field";
import { RadioGroup } from "@/ui/fields/radio-group";
import { Select } from "@/ui/fields/select";
import { useForm } from "@/ui/fields/use-form";
import { Switch } from "@/ui/fields/switch";
import { FileField } from "@/ui/fields/file-field";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { Segments } from "@/ui/page/segments";
import { Halves } from "@/ui/page/section";
import { Controller } from "react-hook-form";
import { Sample, Shelf } from "./shelf";

const schools: ComboItem[] = [
  { id: "alderbrook", label: "Alderbrook School", note: "Elementary, 412 students" },
  { id: "birchwell", label: "Birchwell School", note: "Elementary, 388 students" },
  { id: "cobbler", label: "Cobbler Street School", note: "Middle, 640 students" },
  { id: "dunmore", label: "Dunmore Park School", note: "High, 1,120 students" },
];

export function FieldSamples() {
  return (
    <>
      <Shelf name="Form">
        <FormSample />
      </Shelf>
      <Shelf name="Fields">
        <Sample label="At rest, with an error, read only, with a unit">
          <Halves>
            <TextField
              label="Program name"
              hint="As families will read it"
              name="program"
              defaultValue="Afternoon mentoring"
            />
            <TextField
              label="End date in words"
              name="ends"
              error="Enter an end date after February 24, 2020"
              defaultValue="February 14, 2020"
            />
            <NumberField
              label="Students at this school"
              name="at-school"
              unit="students"
              whole
              defaultValue="24"
            />
            <TextField label="Agreement number" name="number" readOnly defaultValue="2020-0117" />
            <FileField
              label="Scan of the paper"
              name="scan"
              hint="PDF, PNG or JPEG, 25 MB at most"
              accept=".pdf,.png,.jpg,.jpeg"
              onChoose={() => undefined}
            />
            <TextArea
              label="What should change"
              name="change"
              optional
              defaultValue="Name the room and the adult in the building."
            />
            <Select
              label="School"
              name="school"
              empty="Choose a school"
              options={schools.map((school) => ({ value: school.id, label: school.label }))}
            />
          </Halves>
        </Sample>
        <Sample label="Found by typing: one, several">
          <Choosers />
        </Sample>
        <Sample label="Days: known by heart, near now">
          <Days />
        </Sample>
        <Sample label="Choices">
          <Choices />
        </Sample>
      </Shelf>
    </>
  );
}

function FormSample() {
  const form = useForm({ defaultValues: { title: "", students: "", starts: "" } });
  const { errors } = form.formState;
  return (
    <Form
      form={form}
      label="Example"
      onSubmit={() => undefined}
      actions={
        <Button kind="primary" type="submit">
          Save the program
        </Button>
      }
    >
      <FormNote />
      <TextField
        label="Name of the program"
        error={errors.title?.message}
        {...form.register("title", { required: "Enter the name of the program" })}
      />
      <NumberField
        label="Places"
        unit="students"
        whole
        error={errors.students?.message}
        {...form.register("students", {
          pattern: { value: /^\d+$/, message: "Enter how many students, as a whole number" },
          required: "Enter how many students",
        })}
      />
      <Controller
        control={form.control}
        name="starts"
        rules={{ validate: (value) => isDay(value) || "Enter the day it starts, such as 6 12 2020" }}
        render={({ field, fieldState }) => (
          <DateField
            label="First day"
            hint="For example 6 12 2020"
            name={field.name}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
          />
        )}
      />
    </Form>
  );
}

function Choosers() {
  const [one, setOne] = useState<string | null>("birchwell");
  const [several, setSeveral] = useState<string[]>(["alderbrook", "cobbler"]);
  return (
    <Halves>
      <ComboBox
        label="School to visit"
        hint="Type part of its name"
        name="visit"
        items={schools}
        value={one}
        onChange={setOne}
      />
      <MultiSelect
        label="Schools served"
        name="served"
        items={schools}
        value={several}
        onChange={setSeveral}
      />
    </Halves>
  );
}

function Days() {
  const [ends, setEnds] = useState("2020-06-12");
  const [meets, setMeets] = useState<string | null>("2020-01-29");
  return (
    <Halves>
      <DateField
        label="When does the agreement end?"
        hint="For example 6 12 2020"
        name="agreement-ends"
        value={ends}
        onChange={setEnds}
      />
      <DatePicker label="When do you meet?" value={meets} onChange={setMeets} earliest="2020-01-27" />
    </Halves>
  );
}

function Choices() {
  const [times, setTimes] = useState<string[]>(["after"]);
  const [on, setOn] = useState(true);
  const [view, setView] = useState<"list" | "board">("list");
  return (
    <Halves>
      <CheckboxGroup
        label="When can you meet?"
        name="times"
        value={times}
        onChange={setTimes}
        choices={[
          { value: "after", label: "After school" },
          { value: "lunch", label: "At lunch", hint: "20 minutes at most schools" },
        ]}
      />
      <RadioGroup
        label="Is this partner staying?"
        name="staying"
        defaultValue="yes"
        choices={[
          { value: "yes", label: "Staying" },
          { value: "leaving", label: "Leaving in June" },
          { value: "no", label: "Not here now" },
        ]}
      />
      <div>
        <Checkbox label="I have read what each side will do" />
        <Switch label="E-mail me what is due each Monday" checked={on} onChange={setOn} />
      </div>
      <Segments
        label="View"
        value={view}
        onChange={setView}
        options={[
          { value: "list", label: "List" },
          { value: "board", label: "Board" },
        ]}
      />
    </Halves>
  );
}
