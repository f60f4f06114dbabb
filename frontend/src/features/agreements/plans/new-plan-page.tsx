/** A new plan for one school under an agreement: from nothing, or beginning with the words of the last one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { showProblem } from "@/api/form-problems";
import { addDays, formatDay } from "@/lib/dates";
import { useSession } from "@/features/auth";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { agreementQuery, type Agreement } from "../api";
import { planQuery, plansUnderQuery, useDraftPlan, type Plan } from "./api";
import { emptyPlan, planValues, toPlanCreate, type PlanValues } from "./form-model";
import { PlanForm } from "./plan-form";
import { planRefusal } from "./words";

export type NewPlanSearch = { agreement: string; school: string; from?: string };

export function NewPlanPage({ start }: { start: NewPlanSearch }) {
  const { t } = useLingui();
  const agreement = useSuspenseQuery(agreementQuery(start.agreement)).data;
  const plans = useSuspenseQuery(plansUnderQuery(start.agreement)).data;
  const from = useQuery({ ...planQuery(start.from ?? ""), enabled: start.from !== undefined }).data;
  const at = plans.schools.find(({ school }) => school.id === start.school);
  const name = at?.school.name ?? t`the school`;
  const last = formatDay(agreement.ends_on, "long");
  return (
    <>
      <PageHead
        title={[t`New site plan`, agreement.title, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>New site plan</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
            <Link to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>
              {agreement.number}
            </Link>
          </Breadcrumbs>
        }
        heading={
          <Trans>
            Write a plan of {agreement.partner.name} at {name}
          </Trans>
        }
        lead={
          <Trans>
            What both intend under agreement {agreement.number}. It binds neither side and runs no longer than
            that agreement, to {last}.
          </Trans>
        }
      />
      {at?.can_write ? (
        (start.from === undefined || from) && (
          <Editor agreement={agreement} school={start.school} from={from ?? null} />
        )
      ) : (
        <Notice title={t`You cannot write a plan for this school now`}>
          <Trans>
            Its principal or coordinator, the partner and the office write one, unless one is under way
            already.
          </Trans>
        </Notice>
      )}
    </>
  );
}

type EditorProps = { agreement: Agreement; school: string; from: Plan | null };

function Editor({ agreement, school, from }: EditorProps) {
  const navigate = useNavigate();
  const today = useSession().tenant.today;
  const draft = useDraftPlan(agreement.id);
  const last = agreement.ceases_on ? addDays(agreement.ceases_on, -1) : agreement.ends_on;
  const first = today > agreement.starts_on && today <= last ? today : agreement.starts_on;
  const form = useForm<PlanValues>({
    defaultValues: from
      ? { ...planValues(from), starts_on: first, ends_on: last }
      : emptyPlan(agreement.starts_on, last),
  });
  const save = async (values: PlanValues) => {
    try {
      const made = await draft.mutateAsync(toPlanCreate(school, values));
      await navigate({ to: "/site-plans/$planId", params: { planId: made.id }, replace: true });
    } catch (error) {
      const why = planRefusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <PlanForm
      form={form}
      onSubmit={save}
      cancel={
        <ButtonLink kind="quiet" to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>
          <Trans>Cancel</Trans>
        </ButtonLink>
      }
    />
  );
}
