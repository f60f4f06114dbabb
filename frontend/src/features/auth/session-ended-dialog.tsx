/** The session ended: sign in again right here, and nothing that was typed behind the dialog is lost. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import type { Me } from "@/api/gen/types.gen";
import { announce } from "@/lib/announcer";
import { Dialog } from "@/ui/overlays/dialog";
import { SignInForm } from "./sign-in-form";
import styles from "./session-ended-dialog.module.css";

export function SessionEndedDialog({ email, tenant }: { email: string | undefined; tenant: string }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const resume = (me: Me) => {
    // Somebody else, or another tenant: what is on the screen is not theirs to see.
    if ((email && me.person?.email !== email) || me.tenant.slug !== tenant) window.location.assign("/");
    else {
      announce(t`You are signed in again. What you entered is kept.`);
      void queries.invalidateQueries();
    }
  };
  return (
    <Dialog open onClose={() => undefined} title={<Trans>Sign in again to go on</Trans>} insist alert>
      <p className={styles.words}>
        <Trans>Your session ended. What you entered on this page is kept.</Trans>
      </p>
      <SignInForm email={email} onSignedIn={resume} />
    </Dialog>
  );
}
