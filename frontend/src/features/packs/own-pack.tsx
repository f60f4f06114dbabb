/** One pack made here: what is inside, until when it opens, from where it was opened; a copy of it, and its end. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { dayOf, formatDay } from "@/lib/dates";
import { Actions, Button } from "@/ui/actions/button";
import { AnchorButton } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { useRevokePack, type Pack } from "./api";
import styles from "./packs.module.css";
import { insideWords } from "./words";

const ConfirmDialog = lazy(async () => ({
  default: (await import("@/ui/overlays/confirm-dialog")).ConfirmDialog,
}));

export function OwnPack({ pack, timeZone }: { pack: Pack; timeZone: string }) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const revoke = useRevokePack();
  const made = formatDay(dayOf(pack.made_at, timeZone), "long");
  const until = formatDay(pack.expires_on, "long");
  const mayRevoke = pack.allowed_moves.some(({ move }) => move === "revoke");
  return (
    <li>
      <div>
        <p>
          <b>
            <Trans>Pack of {made}</Trans>
          </b>{" "}
          <State pack={pack} />
        </p>
        <p className={styles.quiet}>
          <Trans>
            {insideWords(pack)}. Made by {pack.made_by}, opens until {until}.
          </Trans>
        </p>
        {pack.openings.map(({ district, opened_on: day, by }) => (
          <p key={`${district}${day}${by}`} className={styles.quiet}>
            <Trans>
              Opened in {district} on {formatDay(day, "long")} by {by}.
            </Trans>
          </p>
        ))}
      </div>
      {pack.state === "open" && (
        <Actions>
          <AnchorButton
            small
            href={`/api/v1/packs/${pack.id}/file`}
            download
            aria-label={t`Download the pack of ${made}`}
          >
            <Trans>Download</Trans>
          </AnchorButton>
          {mayRevoke && (
            <Button small onClick={() => setAsking(true)} aria-label={t`Take back the pack of ${made}`}>
              <Trans>Take back</Trans>
            </Button>
          )}
        </Actions>
      )}
      {isAsking && (
        <Suspense>
          <ConfirmDialog
            open
            danger
            onClose={() => setAsking(false)}
            onConfirm={() => revoke.mutate(pack, { onSuccess: () => setAsking(false) })}
            title={<Trans>Take back the pack of {made}?</Trans>}
            action={<Trans>Take it back</Trans>}
            working={revoke.isPending ? <Trans>Taking back…</Trans> : undefined}
            failure={revoke.isError ? problemSentence(revoke.error) : undefined}
          >
            <p>
              <Trans>
                It cannot be opened any more, in no district. What was taken from it already stays.
              </Trans>
            </p>
          </ConfirmDialog>
        </Suspense>
      )}
    </li>
  );
}

function State({ pack }: { pack: Pack }) {
  switch (pack.state) {
    case "open":
      return (
        <StatusTag look="good">
          <Trans>Can be opened</Trans>
        </StatusTag>
      );
    case "expired":
      return (
        <StatusTag look="ended">
          <Trans>Ran out</Trans>
        </StatusTag>
      );
    case "revoked":
      return (
        <StatusTag look="ended">
          <Trans>Taken back</Trans>
        </StatusTag>
      );
  }
}
