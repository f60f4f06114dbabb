/** On a school's page: the site plans that partners and the school agreed or are writing. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useSession } from "@/features/auth";
import { can } from "@/lib/session";
import { StatusTag } from "@/ui/data/status-tag";
import { Link } from "@/ui/actions/link";
import { Section } from "@/ui/page/section";
import { plansAtQuery } from "./api";
import { kindName, planLooks, planStatusName } from "./words";
import styles from "./plans.module.css";

const over = new Set(["ended", "replaced", "expired", "withdrawn"]);

export function SchoolPlans({
  schoolId,
  effectiveOn,
}: {
  schoolId: string;
  effectiveOn?: string | undefined;
}) {
  const { t } = useLingui();
  const enabled = can(useSession(), "agreements:read");
  const plans = useQuery({ ...plansAtQuery(schoolId, effectiveOn), enabled }).data?.items ?? [];
  const shown = plans.filter(({ status }) => !over.has(status));
  if (shown.length === 0) return null;
  return (
    <Section
      heading={t`Site plans`}
      note={<Trans>What the school and a partner intend under an agreement. It binds neither.</Trans>}
    >
      <ul className={styles.plans}>
        {shown.map((plan) => (
          <li key={plan.id}>
            <h3>
              <Link to="/site-plans/$planId" params={{ planId: plan.id }}>
                {plan.partner.name}
              </Link>
            </h3>
            <p>
              {kindName(plan.kind)}, {plan.agreement.number}{" "}
              <StatusTag look={planLooks[plan.status]}>{planStatusName(plan.status)}</StatusTag>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
