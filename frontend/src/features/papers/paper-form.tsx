/** Fills in a paper, attaches its scan and hands it in; what is missing is said at its field. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { Button } from "@/ui/actions/button";
import { Form, FormNote } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import type { Paper } from "./api";
import type { Draft } from "./paper-draft";
import { PaperFields } from "./paper-fields";
import { lackOf } from "./paper-words";
import { useKeepPaper, usePaperStep, useReread } from "./paper-write";

type Props = {
  partnerId: string;
  programs: readonly { id: string; name: string }[];
  start: Draft;
  paper: Paper | null;
  onDone: (paper: Paper) => void;
};

export function PaperForm({ partnerId, programs, start, paper, onDone }: Props) {
  const { t } = useLingui();
  const form = useForm<Draft>({ defaultValues: start });
  const [kept, setKept] = useState(paper);
  const file = useRef<File | null>(null);
  const latest = useRef(paper);
  const keep = useKeepPaper((now, isFileKept) => {
    latest.current = now;
    setKept(now);
    if (isFileKept) file.current = null;
  });
  const step = usePaperStep();
  const reread = useReread();
  // Which button was pressed: known before the form is submitted, shown while it works.
  const handsIn = useRef(true);
  const [isHandingIn, setHandingIn] = useState(true);
  const press = (handIn: boolean) => {
    handsIn.current = handIn;
    setHandingIn(handIn);
    if (form.formState.errors.file?.type !== "scan") form.clearErrors("file");
  };

  const save = async (draft: Draft, handIn: boolean) => {
    try {
      const now = await keep.mutateAsync({ draft, partnerId, file: file.current, paper: latest.current });
      if (!handIn) return onDone(now);
      const lacks = now.allowed_moves.find(({ move }) => move === "submit")?.needs ?? [];
      for (const { field, words } of lacks.flatMap((need) => lackOf(need) ?? []))
        form.setError(field, { type: "needed", message: words });
      if (lacks.length > 0) return;
      onDone(await step.mutateAsync({ paper: now, verb: "submit" }));
    } catch (error) {
      if (isApiError(error) && (error.slug === "paper-refused" || error.slug === "paper-too-large"))
        form.setError("file", {
          type: "server",
          message:
            error.slug === "paper-too-large"
              ? t`Choose a file of at most 25 MB`
              : t`This is not a PDF, PNG or JPEG file, whatever its name says; choose another one`,
        });
      else if (isApiError(error) && error.isConflict && latest.current) {
        latest.current = await reread(latest.current.id);
        form.setError("root.server", {
          message: t`Somebody changed this paper since you opened it. Press again to keep what you entered instead.`,
        });
      } else showProblem(form, error);
    }
  };
  const working = form.formState.isSubmitting;
  return (
    <Form
      form={form}
      label={t`Paper`}
      onSubmit={(draft) => save(draft, handsIn.current)}
      actions={
        <>
          <Button
            kind="primary"
            type="submit"
            onClick={() => press(true)}
            working={working && isHandingIn ? <Trans>Handing in…</Trans> : undefined}
          >
            <Trans>Hand it in</Trans>
          </Button>
          <Button
            type="submit"
            onClick={() => press(false)}
            working={working && !isHandingIn ? <Trans>Saving…</Trans> : undefined}
          >
            <Trans>Save without handing in</Trans>
          </Button>
        </>
      }
    >
      <FormNote />
      <PaperFields
        form={form}
        programs={programs}
        isNew={kept === null}
        kept={kept?.documents.map(({ name }) => name) ?? []}
        onChoose={(chosen) => (file.current = chosen)}
      />
    </Form>
  );
}
