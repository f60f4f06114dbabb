/** Changing a draft, or one that was sent back. A late edit keeps what was typed and shows both sides. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useLateEdit } from "@/features/partners";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Conflict } from "@/ui/feedback/conflict";
import { Notice } from "@/ui/feedback/notice";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { AgreementForm } from "./agreement-form";
import { agreementQuery, type Agreement } from "./api";
import { toUpdate, valuesOf, type AgreementValues, type Field } from "./form-model";
import { fieldName, valueWords } from "./form-words";
import { refuseText } from "./templates/refusal";
import { useEdit, useReread } from "./write";
import styles from "./form.module.css";

export function EditAgreementPage({ agreementId }: { agreementId: string }) {
  const { t } = useLingui();
  const agreement = useSuspenseQuery(agreementQuery(agreementId)).data;
  return (
    <>
      <PageHead
        title={[t`Change the text`, agreement.title, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>Change the text</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
            <Link to="/agreements/$agreementId" params={{ agreementId }}>
              {agreement.number}
            </Link>
          </Breadcrumbs>
        }
        heading={agreement.title}
        lead={
          <Trans>
            Changes are seen by everybody who sees the agreement. Sending it for review is a step of its own.
          </Trans>
        }
      />
      {agreement.status === "changes_requested" && agreement.status_reason && (
        <div className={styles.notice}>
          <Notice kind="warn" title={t`What has to change`}>
            <p>{agreement.status_reason}</p>
          </Notice>
        </div>
      )}
      {agreement.can_edit ? <Editor agreement={agreement} /> : <Closed agreementId={agreementId} />}
    </>
  );
}

function Editor({ agreement }: { agreement: Agreement }) {
  const navigate = useNavigate();
  const edit = useEdit();
  const form = useForm<AgreementValues>({ defaultValues: valuesOf(agreement) });
  const leave = () =>
    void navigate({ to: "/agreements/$agreementId", params: { agreementId: agreement.id }, replace: true });
  const { submit, choose, conflict } = useLateEdit<Agreement, AgreementValues>({
    record: agreement,
    form,
    read: valuesOf,
    save: (base, fields, values) => edit.mutateAsync({ base, body: toUpdate(fields, values) }),
    reread: useReread(agreement.id),
    refuse: (error) => refuseText(form, error),
    onDone: leave,
  });
  return (
    <>
      {conflict && (
        <div className={styles.notice}>
          <Conflict
            onChoose={choose}
            differences={conflict.fields.filter(isField).map((field) => ({
              field,
              label: fieldName(field),
              mine: valueWords(field, form.getValues(), agreement),
              theirs: valueWords(field, conflict.theirs, agreement),
            }))}
          />
        </div>
      )}
      <AgreementForm
        form={form}
        onSubmit={submit}
        agreement={agreement}
        isBlocked={conflict !== null}
        cancel={
          <ButtonLink kind="quiet" to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>
            <Trans>Cancel</Trans>
          </ButtonLink>
        }
      />
    </>
  );

  function isField(field: string): field is Field {
    return field in form.getValues();
  }
}

function Closed({ agreementId }: { agreementId: string }) {
  const { t } = useLingui();
  return (
    <Notice
      title={t`The text cannot be changed now`}
      actions={
        <ButtonLink to="/agreements/$agreementId" params={{ agreementId }}>
          <Trans>Back to the agreement</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        Only the side that wrote it and the district office change it, while it is a draft or was sent back.
        What was signed is changed by an amendment.
      </Trans>
    </Notice>
  );
}
