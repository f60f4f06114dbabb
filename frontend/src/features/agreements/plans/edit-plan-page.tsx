/** Changing a plan's draft, or one that was sent back. A late edit keeps what was typed and shows both sides. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useLateEdit } from "@/features/partners";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Conflict } from "@/ui/feedback/conflict";
import { Notice } from "@/ui/feedback/notice";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { planQuery, useEditPlan, type Plan } from "./api";
import {
  planFieldName,
  planValues,
  planValueWords,
  toPlanUpdate,
  type PlanField,
  type PlanValues,
} from "./form-model";
import { PlanForm } from "./plan-form";
import styles from "./plans.module.css";

export function EditPlanPage({ planId }: { planId: string }) {
  const { t } = useLingui();
  const plan = useSuspenseQuery(planQuery(planId)).data;
  const heading = t`${plan.partner.name} at ${plan.school.name}`;
  return (
    <>
      <PageHead
        title={[t`Change the plan`, heading]}
        trail={
          <Breadcrumbs here={<Trans>Change the plan</Trans>}>
            <Link to="/agreements/$agreementId" params={{ agreementId: plan.agreement.id }}>
              {plan.agreement.number}
            </Link>
            <Link to="/site-plans/$planId" params={{ planId }}>
              {plan.school.name}
            </Link>
          </Breadcrumbs>
        }
        heading={heading}
      />
      {plan.status === "changes_requested" && plan.status_reason && (
        <div className={styles.notice}>
          <Notice kind="warn" title={t`What has to change`}>
            <p>{plan.status_reason}</p>
          </Notice>
        </div>
      )}
      {plan.can_edit ? (
        <Editor plan={plan} />
      ) : (
        <Notice title={t`The words of this plan cannot be changed now`}>
          <Trans>
            Only the side that wrote it and the office change it, before it is put to both sides. What was
            agreed is changed by writing the next plan.
          </Trans>
        </Notice>
      )}
    </>
  );
}

function Editor({ plan }: { plan: Plan }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const edit = useEditPlan();
  const form = useForm<PlanValues>({ defaultValues: planValues(plan) });
  const { submit, choose, conflict } = useLateEdit<Plan, PlanValues>({
    record: plan,
    form,
    read: planValues,
    save: (base, fields, values) => edit.mutateAsync({ base, body: toPlanUpdate(fields, values) }),
    reread: () => queries.fetchQuery({ ...planQuery(plan.id), staleTime: 0 }),
    onDone: () => void navigate({ to: "/site-plans/$planId", params: { planId: plan.id }, replace: true }),
  });
  return (
    <>
      {conflict && (
        <div className={styles.notice}>
          <Conflict
            onChoose={choose}
            differences={conflict.fields.filter(isField).map((field) => ({
              field,
              label: planFieldName(field),
              mine: planValueWords(field, form.getValues()),
              theirs: planValueWords(field, conflict.theirs),
            }))}
          />
        </div>
      )}
      <PlanForm
        form={form}
        onSubmit={submit}
        isBlocked={conflict !== null}
        cancel={
          <ButtonLink kind="quiet" to="/site-plans/$planId" params={{ planId: plan.id }}>
            <Trans>Cancel</Trans>
          </ButtonLink>
        }
      />
    </>
  );

  function isField(field: string): field is PlanField {
    return field in form.getValues();
  }
}
