/** The head of every home page: a greeting that is the finding, and the day it is true on. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "@/features/auth";
import type { Day } from "@/lib/dates";
import { DayDial } from "@/ui/page/day-dial";
import { PageHead } from "@/ui/page/page-head";

type Props = { finding: string; lead?: ReactNode; day: Day };

export function HomeHead({ finding, lead, day }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const first = me.person?.name.split(" ")[0];
  return (
    <PageHead
      title={t`Home`}
      heading={first ? t`Hello, ${first}. ${finding}` : finding}
      lead={lead}
      asOf={
        <DayDial
          day={day}
          today={me.tenant.today}
          onChange={(chosen) => void navigate({ to: "/", search: chosen ? { effective_on: chosen } : {} })}
        />
      }
    />
  );
}
