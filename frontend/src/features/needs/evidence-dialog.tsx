/** Writes down what families, students or staff said, and where. */
import { Trans, useLingui } from "@lingui/react/macro";
import { showProblem } from "@/api/form-problems";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useAddEvidence } from "./write";

export function EvidenceDialog({ needId, onClose }: { needId: string; onClose: () => void }) {
  const { t } = useLingui();
  const add = useAddEvidence();
  const form = useForm({ defaultValues: { statement: "", source: "" } });
  const { errors, isSubmitting } = form.formState;
  return (
    <Dialog open onClose={onClose} title={t`What people say`}>
      <Form
        form={form}
        label={t`What people say`}
        onSubmit={async ({ statement, source }) => {
          try {
            await add.mutateAsync({ needId, body: { statement: statement.trim(), source: source.trim() } });
            announce(t`Added as evidence`);
            onClose();
          } catch (error) {
            showProblem(form, error);
          }
        }}
        actions={
          <>
            <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Adding…</Trans> : undefined}>
              <Trans>Add as evidence</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <TextArea
          label={t`What was said`}
          hint={t`In a sentence or two, with no names of students`}
          error={errors.statement?.message}
          {...form.register("statement", {
            validate: (value) => value.trim() !== "" || t`Write down what was said`,
          })}
        />
        <TextField
          label={t`Where it was said`}
          hint={t`Such as “Family meeting, October”`}
          error={errors.source?.message}
          {...form.register("source", {
            validate: (value) => value.trim() !== "" || t`Say where or by whom it was said`,
          })}
        />
      </Form>
    </Dialog>
  );
}
