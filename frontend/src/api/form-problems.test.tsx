import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useForm } from "@/ui/fields/use-form";
import { problemSentence, showProblem, showRefusal } from "./form-problems";
import { ApiError } from "./problem";

function aForm() {
  const { result } = renderHook(() => {
    const form = useForm({ defaultValues: { ends_on: "", students: [{ grade: "" }] } });
    // Reading the errors is what makes the form tell of them.
    return { form, errors: form.formState.errors };
  });
  return result;
}

const wrong = (...errors: { pointer: string; detail: string }[]) =>
  new ApiError(422, {
    title: "Some values need mending",
    errors: errors.map((error) => ({ ...error, code: "x" })),
  });

test("a field's problem stands at the field", () => {
  const form = aForm();
  act(() => showProblem(form.current.form, wrong({ pointer: "/ends_on", detail: "Enter a later day" })));
  expect(form.current.form.getFieldState("ends_on").error?.message).toBe("Enter a later day");
  expect(form.current.form.formState.errors.root).toBeUndefined();
});

test("a problem of a field that the form does not have is said above it", () => {
  const form = aForm();
  act(() =>
    showProblem(form.current.form, wrong({ pointer: "/partner_id", detail: "This partner is on hold" })),
  );
  expect(form.current.form.formState.errors.root?.["server"]?.message).toBe("This partner is on hold");
});

test("a problem without fields is said above the form", () => {
  const form = aForm();
  act(() => showProblem(form.current.form, new ApiError(409, { title: "There is already one of these" })));
  expect(form.current.form.formState.errors.root?.["server"]?.message).toBe("There is already one of these");
});

test("the feature's own words go before the server's, and what it has no words for stands at its field", () => {
  const problem = wrong({ pointer: "/ends_on", detail: "Enter a later day" });
  const [own, other] = [aForm(), aForm()];
  act(() => showRefusal(own.current.form, problem, "It is over by now"));
  expect(own.current.form.formState.errors.root?.["server"]?.message).toBe("It is over by now");
  expect(own.current.form.getFieldState("ends_on").error).toBeUndefined();
  act(() => showRefusal(other.current.form, problem, null));
  expect(other.current.form.getFieldState("ends_on").error?.message).toBe("Enter a later day");
  expect(other.current.form.formState.errors.root).toBeUndefined();
});

test.each([
  [new ApiError(0, {}), /No answer came/],
  [new ApiError(412, {}), /changed this since/],
  [new ApiError(503, {}), /on our side/],
  [
    new ApiError(403, { title: "Your role does not allow this", detail: "Only the office approves" }),
    /Only the office/,
  ],
  [new ApiError(403, { title: "Your role does not allow this" }), /Your role/],
  [new Error("odd"), /Reload it/],
])("%s is one sentence for a person", (error, sentence) => {
  expect(problemSentence(error)).toMatch(sentence);
});
