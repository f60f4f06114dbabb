/** A partner's words to families about a program, made public or kept as a draft. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { showProblem } from "@/api/form-problems";
import type { ListingRead } from "@/api/gen/types.gen";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Checkbox } from "@/ui/fields/checkbox";
import { Form } from "@/ui/fields/form";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { useSay } from "./listing-api";
import styles from "./partners.module.css";
import { readListing, writeListing, type ListingDraft, type TextField as Field } from "./listing-draft";

type Props = { programId: string; listing: ListingRead; onClose: () => void };

export function ListingForm({ programId, listing, onClose }: Props) {
  const { t } = useLingui();
  const form = useForm<ListingDraft>({ defaultValues: readListing(listing) });
  const say = useSay(programId);
  const [asDraft, setAsDraft] = useState(false);
  const { errors, isSubmitting } = form.formState;
  const isFree = form.watch("is_free");
  const send = async (draft: ListingDraft, isPublic: boolean) => {
    setAsDraft(!isPublic);
    try {
      await say.mutateAsync({ base: listing, body: writeListing(draft, isPublic) });
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  };
  const text = (name: Field, label: string, hint?: string, optional = false) => (
    <TextField
      label={label}
      hint={hint}
      optional={optional}
      lang={name.endsWith("_es") ? "es" : undefined}
      error={errors[name]?.message}
      {...form.register(name)}
    />
  );
  return (
    <Form
      form={form}
      label={t`What families read`}
      onSubmit={(draft) => send(draft, true)}
      actions={
        <>
          <Button
            kind="primary"
            type="submit"
            working={isSubmitting && !asDraft ? <Trans>Saving…</Trans> : undefined}
          >
            {listing.is_public ? <Trans>Save the public words</Trans> : <Trans>Make it public</Trans>}
          </Button>
          <Button
            working={isSubmitting && asDraft ? <Trans>Saving…</Trans> : undefined}
            onClick={() => void form.handleSubmit((draft) => send(draft, false))()}
          >
            {listing.is_public ? <Trans>Take it back now</Trans> : <Trans>Save as a draft</Trans>}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      {listing.is_public && (
        <div className={styles.warning}>
          <Notice>
            <Trans>Other words leave schools’ pages until they are agreed to there.</Trans>
          </Notice>
        </div>
      )}
      {text("summary", t`What it is`, t`One plain sentence, such as “Two students with one tutor.”`)}
      <Checkbox label={t`It is free for families`} {...form.register("is_free")} />
      {!isFree && text("cost", t`Cost to families`, t`Such as “$5 a week”`)}
      {text("how_to_join", t`How to join`, t`Such as “Ask your child’s teacher.”`)}
      {text("contact", t`Person to ask`, t`Only somebody who has agreed to be named in public`, true)}
      {text("phone", t`Telephone`, undefined, true)}
      {text("name_es", t`Name in Spanish`, undefined, true)}
      {text("summary_es", t`What it is, in Spanish`, undefined, true)}
      {!isFree && text("cost_es", t`Cost in Spanish`, undefined, true)}
      {text("how_to_join_es", t`How to join, in Spanish`, undefined, true)}
    </Form>
  );
}
