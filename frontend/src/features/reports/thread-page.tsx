/** The thread: need → partner → agreement → target → result, one click each way, printed on one page. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { useSession } from "@/features/auth";
import { stageName } from "@/features/partnerships";
import { formatDay } from "@/lib/dates";
import { addressOf } from "@/lib/address";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { DayDial } from "@/ui/page/day-dial";
import { PageHead } from "@/ui/page/page-head";
import { threadQuery } from "./thread-api";
import { ThreadNext } from "./thread-next";
import { ResultStep, TargetStep } from "./thread-outcome";
import { AgreementStep, NeedStep, PartnerStep } from "./thread-steps";
import styles from "./thread.module.css";

type Props = { id: string; effectiveOn?: string | undefined };

export function ThreadPage({ id, effectiveOn }: Props) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const navigate = useNavigate();
  const thread = useSuspenseQuery(threadQuery(id, effectiveOn)).data;
  const { partnership } = thread;
  const school = partnership.school.name;
  const partner = partnership.partner.name;
  const since = thread.decided.started_on ?? partnership.started_on;
  const stage = stageName(partnership.stage);
  return (
    <>
      <PageHead
        title={[t`${school} and ${partner}`, t`Thread`]}
        trail={
          <Breadcrumbs here={<Trans>Thread</Trans>}>
            <Link to={addressOf("school", partnership.school.id)}>{school}</Link>
            <Link
              to="/partnerships/$partnershipId"
              params={{ partnershipId: id }}
              activeOptions={{ exact: true }}
            >
              {partnership.program.name}
            </Link>
          </Breadcrumbs>
        }
        kind={
          since ? (
            <Trans>
              Partnership since {formatDay(since, "month")}. {stage}.
            </Trans>
          ) : (
            <Trans>Partnership. {stage}.</Trans>
          )
        }
        heading={
          <Trans>
            {school} and {partner}
          </Trans>
        }
        lead={<Trans>From a need the school named to a result both sides can check, on one line.</Trans>}
        asOf={
          <DayDial
            day={thread.effective_on}
            today={today}
            onChange={(day) =>
              void navigate({
                to: "/partnerships/$partnershipId/thread",
                params: { partnershipId: id },
                search: day ? { effective_on: day } : {},
              })
            }
          />
        }
        action={
          <span data-print="no">
            <Button icon={Printer} onClick={() => window.print()}>
              <Trans>Print on one page</Trans>
            </Button>
          </span>
        }
      />
      <div className={styles.sheet}>
        <ol className={styles.thread}>
          <NeedStep thread={thread} />
          <PartnerStep thread={thread} />
          <AgreementStep thread={thread} />
          <TargetStep thread={thread} />
          <ResultStep thread={thread} />
        </ol>
        <ThreadNext thread={thread} />
      </div>
    </>
  );
}
