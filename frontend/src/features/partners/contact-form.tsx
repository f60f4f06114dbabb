/** Adds, edits or removes a contact of a partner, in a dialog. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { getPartnerContactOptions } from "@/api/gen/@tanstack/react-query.gen";
import { problemSentence, showProblem } from "@/api/form-problems";
import type { ContactCreate, ContactRead, ContactUpdate } from "@/api/gen/types.gen";
import { Button } from "@/ui/actions/button";
import { Conflict } from "@/ui/feedback/conflict";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Checkbox } from "@/ui/fields/checkbox";
import { Form } from "@/ui/fields/form";
import { Select } from "@/ui/fields/select";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useLateEdit } from "./late-edit";
import { useAddContact, useChangeContact, useReadContact, useRemoveContact } from "./program-api";
import { contactKind } from "./words";

const contactKinds = ["primary", "authorized_signatory", "program", "emergency", "data"] as const;

type Draft = {
  kind: string;
  name: string;
  title: string;
  phone: string;
  email: string;
  /** Ticked: other partners and schools' visitors may see this contact. */
  shown: string[];
};

const nobody: Draft = { kind: "primary", name: "", title: "", phone: "", email: "", shown: [] };

function readDraft(contact: ContactRead): Draft {
  return {
    kind: contact.kind,
    name: contact.name,
    title: contact.title ?? "",
    phone: contact.phone ?? "",
    email: contact.email ?? "",
    shown: contact.is_public ? ["public"] : [],
  };
}

function writeDraft(draft: Draft): ContactCreate {
  return {
    kind: contactKinds.find((kind) => kind === draft.kind) ?? "primary",
    name: draft.name.trim(),
    title: draft.title.trim() || null,
    phone: draft.phone.trim() || null,
    email: draft.email.trim() || null,
    is_public: draft.shown.length > 0,
  };
}

function changesOf(draft: Draft, changed: readonly string[]): ContactUpdate {
  const { kind, name, title = null, phone = null, email = null, is_public: isPublic } = writeDraft(draft);
  return {
    ...(changed.includes("kind") && { kind }),
    ...(changed.includes("name") && { name }),
    ...(changed.includes("title") && { title }),
    ...(changed.includes("phone") && { phone }),
    ...(changed.includes("email") && { email }),
    ...(changed.includes("shown") && { is_public: isPublic === true }),
  };
}

type Props = { partnerId: string; contact: ContactRead | null; onClose: () => void };
/** `kinds`: whom the record names already; a new contact starts as the first kind that it lacks. */
type FormProps = Props & { kinds: readonly string[] };

export function ContactForm({ partnerId, contact, kinds, onClose }: FormProps) {
  const { t } = useLingui();
  return (
    <Dialog open onClose={onClose} title={contact ? t`Edit ${contact.name}` : t`Add a contact`}>
      {contact ? (
        <Loaded partnerId={partnerId} id={contact.id} onClose={onClose} />
      ) : (
        <NewContact partnerId={partnerId} kinds={kinds} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** A record's contacts carry no version of their own: the contact is read once more before it is edited. */
function Loaded({ partnerId, id, onClose }: { partnerId: string; id: string; onClose: () => void }) {
  const { t } = useLingui();
  const path = { partner_id: partnerId, contact_id: id };
  const { data, error } = useQuery({ ...getPartnerContactOptions({ path }), staleTime: 0, gcTime: 0 });
  if (error) return <Notice kind="bad">{problemSentence(error)}</Notice>;
  if (!data) return <Skeleton label={t`Loading the contact`} shape="lines" count={4} />;
  return <EditContact partnerId={partnerId} contact={data} onClose={onClose} />;
}

function NewContact({ partnerId, kinds, onClose }: Omit<FormProps, "contact">) {
  const kind = contactKinds.find((each) => !kinds.includes(each)) ?? "program";
  const form = useForm<Draft>({ defaultValues: { ...nobody, kind } });
  const add = useAddContact(partnerId);
  const submit = async (draft: Draft) => {
    try {
      await add.mutateAsync(writeDraft(draft));
      onClose();
    } catch (error) {
      showProblem(form, error);
    }
  };
  return <Fields {...{ form, submit, onClose }} />;
}

function EditContact({ partnerId, contact, onClose }: Props & { contact: ContactRead }) {
  const { t } = useLingui();
  const form = useForm<Draft>({ defaultValues: readDraft(contact) });
  const change = useChangeContact(partnerId);
  const remove = useRemoveContact(partnerId);
  const reread = useReadContact(partnerId);
  const { submit, choose, conflict } = useLateEdit({
    record: contact,
    form,
    read: readDraft,
    save: (base, changed, draft) => change.mutateAsync({ contact: base, body: changesOf(draft, changed) }),
    reread: () => reread(contact.id),
    onDone: onClose,
  });
  const names: Record<string, string> = {
    kind: t`For what`,
    name: t`Name`,
    title: t`Position`,
    phone: t`Phone`,
    email: t`E-mail`,
    shown: t`Shown to others`,
  };
  const said = (value: unknown) =>
    Array.isArray(value) ? (value.length > 0 ? t`Yes` : t`No`) : String(value);
  return (
    <>
      {conflict && (
        <Conflict
          onChoose={choose}
          differences={conflict.fields.map((field) => ({
            field,
            label: names[field] ?? field,
            mine: said(form.getValues(field)) || t`Nothing`,
            theirs: said(conflict.theirs[field]) || t`Nothing`,
          }))}
        />
      )}
      <Fields
        {...{ form, submit, onClose }}
        extra={
          <Button
            kind="quiet"
            working={remove.isPending ? <Trans>Removing…</Trans> : undefined}
            onClick={() =>
              remove.mutate(contact, { onSuccess: onClose, onError: (error) => showProblem(form, error) })
            }
          >
            <Trans>Remove from the record</Trans>
          </Button>
        }
      />
    </>
  );
}

type FieldsProps = {
  form: ReturnType<typeof useForm<Draft>>;
  submit: (draft: Draft) => Promise<void>;
  onClose: () => void;
  extra?: ReactNode;
};

function Fields({ form, submit, onClose, extra }: FieldsProps) {
  const { t } = useLingui();
  const { errors, isSubmitting } = form.formState;
  return (
    <Form
      form={form}
      label={t`Contact`}
      onSubmit={submit}
      actions={
        <>
          <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
            <Trans>Save</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {extra}
        </>
      }
    >
      <Select
        label={t`For what`}
        options={contactKinds.map((kind) => ({ value: kind, label: contactKind(kind) }))}
        error={errors.kind?.message}
        {...form.register("kind")}
      />
      <TextField
        label={t`Name`}
        error={errors.name?.message}
        {...form.register("name", { validate: (value) => value.trim() !== "" || t`Enter the person’s name` })}
      />
      <TextField label={t`Position`} optional error={errors.title?.message} {...form.register("title")} />
      <TextField
        label={t`Phone`}
        type="tel"
        optional
        error={errors.phone?.message}
        {...form.register("phone")}
      />
      <TextField
        label={t`E-mail`}
        type="email"
        optional
        error={errors.email?.message}
        {...form.register("email", {
          pattern: {
            value: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
            message: t`Enter an e-mail address, such as name@example.org`,
          },
        })}
      />
      <Checkbox label={t`Other partners may see this contact`} value="public" {...form.register("shown")} />
    </Form>
  );
}
