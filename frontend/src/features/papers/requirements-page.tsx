/** What the district asks for: each in a sentence, from which day, and how to change it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import type { RequirementRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { Actions, Button } from "@/ui/actions/button";
import { EmptyState } from "@/ui/feedback/empty-state";
import { DayDial } from "@/ui/page/day-dial";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { requirementsQuery } from "./api";
import { OfficeTabs } from "./office-tabs";
import { RequirementsList } from "./requirements-list";
import type { Mode } from "./requirements-mode";
import { requirementsFinding } from "./requirements-words";

const RequirementsForm = lazy(() =>
  import("./requirements-form").then((module) => ({ default: module.RequirementsForm })),
);
const AdoptDialog = lazy(() =>
  import("./requirements-dialogs").then((module) => ({ default: module.AdoptDialog })),
);
const RetireDialog = lazy(() =>
  import("./requirements-dialogs").then((module) => ({ default: module.RetireDialog })),
);

type Open = { mode: Mode | "adopt" | "retire"; asked: RequirementRead | null };

export function RequirementsPage({ effectiveOn }: { effectiveOn?: string | undefined }) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | null>(null);
  const list = useSuspenseQuery(requirementsQuery(effectiveOn)).data;
  const now = list.items.filter((asked) => asked.is_enforced);
  const later = list.items.filter((asked) => !asked.is_enforced);
  const mayAdd = list.can_add && effectiveOn === undefined;
  const onClose = () => setOpen(null);
  const change =
    effectiveOn === undefined
      ? (mode: Open["mode"], asked: RequirementRead) => setOpen({ mode, asked })
      : undefined;
  return (
    <>
      <PageHead
        title={[t`What the district asks for`, t`Papers`]}
        heading={requirementsFinding(now.length, later.length)}
        lead={
          <Trans>
            Until its day a paper keeps nobody out: partners read that it is due. What was asked on past days
            stays.
          </Trans>
        }
        asOf={
          <DayDial
            day={effectiveOn ?? today}
            today={today}
            onChange={(day) =>
              void navigate({
                to: "/settings/requirements",
                search: day ? { effective_on: day } : {},
                replace: true,
              })
            }
          />
        }
        action={
          mayAdd &&
          !list.can_adopt && (
            <Button kind="primary" onClick={() => setOpen({ mode: "add", asked: null })}>
              <Trans>Ask for a paper</Trans>
            </Button>
          )
        }
      />
      <OfficeTabs />
      {list.items.length === 0 && (
        <EmptyState
          title={<Trans>Nothing is asked yet.</Trans>}
          actions={
            mayAdd && (
              <Actions>
                {list.can_adopt && (
                  <Button kind="primary" onClick={() => setOpen({ mode: "adopt", asked: null })}>
                    <Trans>Start from common practice</Trans>
                  </Button>
                )}
                <Button onClick={() => setOpen({ mode: "add", asked: null })}>
                  <Trans>Ask for one paper</Trans>
                </Button>
              </Actions>
            )
          }
        >
          <Trans>
            Common practice is general liability insurance, an endorsement, abuse and molestation coverage,
            and background checks. You choose the day and change each of them as you like.
          </Trans>
        </EmptyState>
      )}
      {now.length > 0 && (
        <Section heading={<Trans>Asked on this day</Trans>}>
          <RequirementsList items={now} onChange={change} />
        </Section>
      )}
      {later.length > 0 && (
        <Section
          heading={<Trans>Asked from a later day</Trans>}
          note={<Trans>Missing ones keep nobody out yet.</Trans>}
        >
          <RequirementsList items={later} onChange={change} />
        </Section>
      )}
      <Suspense>{open && <Opened open={open} onClose={onClose} />}</Suspense>
    </>
  );
}

function Opened({ open: { mode, asked }, onClose }: { open: Open; onClose: () => void }) {
  if (mode === "adopt") return <AdoptDialog onClose={onClose} />;
  if (mode === "retire") return asked && <RetireDialog asked={asked} onClose={onClose} />;
  return <RequirementsForm mode={mode} asked={asked} onClose={onClose} />;
}
