/** A partner's words to families about a program, made public or kept as a draft. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import type { ListingRead } from "@/api/gen/types.gen";
import { Button } from "@/ui/actions/button";
import { Conflict } from "@/ui/feedback/conflict";
import { Notice } from "@/ui/feedback/notice";
import { Checkbox } from "@/ui/fields/checkbox";
import { Form } from "@/ui/fields/form";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { useLateEdit } from "./late-edit";
import { useRereadListing, useSay } from "./listing-api";
import styles from "./partners.module.css";
import { readListing, writeListing, type ListingValues, type TextField as Field } from "./listing-draft";

type Props = { programId: string; listing: ListingRead; onClose: () => void };

export function ListingForm({ programId, listing, onClose }: Props) {
  const { t } = useLingui();
  const form = useForm<ListingValues>({ defaultValues: readListing(listing) });
  const say = useSay(programId);
  const [asDraft, setAsDraft] = useState(false);
  const isAsked = useRef(false);
  const { errors, isSubmitting } = form.formState;
  const isFree = form.watch("is_free");
  const { submit, choose, conflict } = useLateEdit({
    record: listing,
    form,
    read: readListing,
    // Words that this person kept as a draft do not go public because another made the old ones public meanwhile.
    save: (base, _, values) =>
      say.mutateAsync({
        base,
        body: writeListing({ ...values, is_public: values.is_public && isAsked.current }),
      }),
    reread: useRereadListing(programId),
    onDone: onClose,
  });
  const send = (values: ListingValues, isPublic: boolean) => {
    setAsDraft(!isPublic);
    isAsked.current = isPublic;
    form.setValue("is_public", isPublic);
    return submit({ ...values, is_public: isPublic });
  };
  const names: Record<keyof ListingValues, string> = {
    is_public: t`Public`,
    is_free: t`It is free for families`,
    summary: t`What it is`,
    cost: t`Cost to families`,
    how_to_join: t`How to join`,
    contact: t`Person to ask`,
    phone: t`Telephone`,
    name_es: t`Name in Spanish`,
    summary_es: t`What it is, in Spanish`,
    cost_es: t`Cost in Spanish`,
    how_to_join_es: t`How to join, in Spanish`,
  };
  const text = (name: Field, hint?: string, optional = false) => (
    <TextField
      label={names[name]}
      hint={hint}
      optional={optional}
      lang={name.endsWith("_es") ? "es" : undefined}
      error={errors[name]?.message}
      {...form.register(name)}
    />
  );
  return (
    <>
      {conflict && (
        <Conflict
          onChoose={choose}
          differences={conflict.fields.map((field) => ({
            field,
            label: names[field],
            mine: form.getValues(field) || t`Nothing`,
            theirs: conflict.theirs[field] || t`Nothing`,
          }))}
        />
      )}
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
        {text("summary", t`One plain sentence, such as “Two students with one tutor.”`)}
        <Checkbox label={names.is_free} {...form.register("is_free")} />
        {!isFree && text("cost", t`Such as “$5 a week”`)}
        {text("how_to_join", t`Such as “Ask your child’s teacher.”`)}
        {text("contact", t`Only somebody who has agreed to be named in public`, true)}
        {text("phone", undefined, true)}
        {text("name_es", undefined, true)}
        {text("summary_es", undefined, true)}
        {!isFree && text("cost_es", undefined, true)}
        {text("how_to_join_es", undefined, true)}
      </Form>
    </>
  );
}
