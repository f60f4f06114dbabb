import { expect, test } from "vitest";
import type { TaskRead } from "@/api/gen/types.gen";
import { taskTitle, taskWhere } from "./task-words";

function task(values: Partial<TaskRead>): TaskRead {
  return {
    kind: "school_to_confirm",
    object_type: "agreement",
    id: "7",
    title: "Reading tutoring 2019–20",
    due_on: null,
    waiting_since_on: null,
    urgency: "later",
    school: { id: "1", name: "Alderbrook School" },
    partner: { id: "2", name: "Riverbend Learning" },
    ...values,
  };
}

test("a task is a verb that names what it is about", () => {
  expect(taskTitle(task({}))).toBe("Confirm Reading tutoring 2019–20 for Alderbrook School");
  expect(taskTitle(task({ kind: "need_without_program", title: "Calmer middle grades" }))).toBe(
    "Find a program for “Calmer middle grades”",
  );
});

test("a kind that is not known yet still shows its title", () => {
  expect(taskTitle(task({ kind: "brand_new" }))).toBe("Reading tutoring 2019–20");
});

test("a partner's own task does not repeat its name", () => {
  expect(taskWhere(task({}))).toBe("Alderbrook School, Riverbend Learning");
  expect(taskWhere(task({ object_type: "partner", school: null }))).toBe("");
});
