/** One's days in one's own calendar program: an address with a secret in it, made, shown once, and ended. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { dayOf, formatDay } from "@/lib/dates";
import { Actions, Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import { feedQuery, useMakeFeed, useRevokeFeed } from "./api";
import styles from "./account.module.css";
import { FeedAddress } from "./feed-address";

const ConfirmDialog = lazy(async () => ({
  default: (await import("@/ui/overlays/confirm-dialog")).ConfirmDialog,
}));

export function CalendarSection() {
  const { t } = useLingui();
  const feed = useSuspenseQuery(feedQuery()).data;
  const make = useMakeFeed();
  const revoke = useRevokeFeed();
  const [asked, setAsked] = useState<"replace" | "revoke" | null>(null);
  const [isRevoked, setIsRevoked] = useState(false);
  const close = () => {
    setAsked(null);
    make.reset();
    revoke.reset();
  };
  const begin = () => {
    setIsRevoked(false);
    make.mutate(undefined, { onSuccess: () => setAsked(null) });
  };
  const end = () =>
    revoke.mutate(undefined, {
      onSuccess: () => {
        make.reset();
        setAsked(null);
        setIsRevoked(true);
      },
    });
  return (
    <Section
      heading={<Trans>Calendar</Trans>}
      note={
        <Trans>
          Subscribe to your days in your own calendar: the ends of agreements and papers, results that are
          due, and the close of needs assessments, of what you may see. It names organizations and schools,
          never a person.
        </Trans>
      }
    >
      <div className={styles.state}>
        {make.data ? (
          <FeedAddress address={make.data.url} />
        ) : (
          <p>
            <FeedState />
          </p>
        )}
        {isRevoked && (
          <Notice kind="good" focus>
            <Trans>Your calendar address has ended. Remove it from your calendar program.</Trans>
          </Notice>
        )}
        {make.isError && asked === null && (
          <Notice kind="bad" live>
            {problemSentence(make.error)}
          </Notice>
        )}
      </div>
      <Actions>
        {feed.is_on ? (
          <>
            <Button onClick={() => setAsked("replace")}>
              <Trans>Make a new address</Trans>
            </Button>
            <Button onClick={() => setAsked("revoke")}>
              <Trans>End the address</Trans>
            </Button>
          </>
        ) : (
          <Button onClick={begin} working={make.isPending ? <Trans>Making…</Trans> : undefined}>
            <Trans>Make a calendar address</Trans>
          </Button>
        )}
      </Actions>
      {asked && (
        <Suspense>
          <ConfirmDialog
            open
            danger={asked === "revoke"}
            onClose={close}
            onConfirm={asked === "revoke" ? end : begin}
            title={asked === "revoke" ? t`End the calendar address?` : t`Make a new calendar address?`}
            action={asked === "revoke" ? t`End the address` : t`Make a new address`}
            working={
              make.isPending ? <Trans>Making…</Trans> : revoke.isPending ? <Trans>Ending…</Trans> : undefined
            }
            failure={make.isError || revoke.isError ? problemSentence(make.error ?? revoke.error) : undefined}
          >
            <p>
              <Trans>
                The address that you have now stops working at once, in every program that uses it.
              </Trans>
            </p>
          </ConfirmDialog>
        </Suspense>
      )}
    </Section>
  );
}

function FeedState() {
  const { time_zone: zone } = useSession().tenant;
  const feed = useSuspenseQuery(feedQuery()).data;
  if (!feed.is_on || !feed.created_at) return <Trans>You have no calendar address.</Trans>;
  const made = formatDay(dayOf(feed.created_at, zone));
  if (!feed.last_read_at)
    return <Trans>You have had an address since {made}. No program has read it yet.</Trans>;
  const read = formatDay(dayOf(feed.last_read_at, zone));
  return (
    <Trans>
      You have had an address since {made}. A program last read it on {read}.
    </Trans>
  );
}
