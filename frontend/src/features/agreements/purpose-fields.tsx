/** What it is called, what for, for whom, and when. */
import { useLingui } from "@lingui/react/macro";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import type { AgreementForm } from "./form-model";
import { fieldName } from "./form-words";

const longest = 4000;

export function PurposeFields({ form }: { form: AgreementForm }) {
  const { t } = useLingui();
  const { errors } = form.formState;
  const tooLong = { value: longest, message: t`Use at most 4,000 characters` };
  return (
    <>
      <TextField
        label={fieldName("title")}
        hint={t`What people call it, such as “Afternoon mentoring with North Branch Mentors”.`}
        error={errors.title?.message}
        {...form.register("title", {
          validate: (value) => value.trim() !== "" || t`Give the agreement a title`,
          maxLength: { value: 200, message: t`Use at most 200 characters` },
        })}
      />
      <TextArea
        label={fieldName("purpose")}
        hint={t`What should be better for students, such as “More students of grades 3–5 who read on grade level”.`}
        optional
        rows={3}
        error={errors.purpose?.message}
        {...form.register("purpose", { maxLength: tooLong })}
      />
      <TextArea
        label={fieldName("populations")}
        hint={t`Which students and how many, never by name: “24 students of grades 6–8 at each school”.`}
        optional
        rows={3}
        error={errors.populations?.message}
        {...form.register("populations", { maxLength: tooLong })}
      />
      <TextArea
        label={fieldName("schedule")}
        hint={t`Days and times: “Tuesday and Thursday, 3:45 to 5:00 pm”.`}
        optional
        rows={2}
        error={errors.schedule?.message}
        {...form.register("schedule", { maxLength: tooLong })}
      />
    </>
  );
}
