/** The address as it is shown this once: to be copied, and kept like a password. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { announce } from "@/lib/announcer";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { TextField } from "@/ui/fields/text-field";
import styles from "./account.module.css";

export function FeedAddress({ address }: { address: string }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setIsCopied(true);
      announce(t`The address is copied`);
    } catch {
      // Where a page may not write to the clipboard, the person copies what is selected.
      field.current?.select();
    }
  };
  return (
    <Notice kind="good" focus title={<Trans>Copy the address now: it is shown only this once</Trans>}>
      <p>
        <Trans>Whoever has it can read your days, so keep it to yourself.</Trans>
      </p>
      <div className={styles.address}>
        <TextField
          ref={field}
          label={t`Calendar address`}
          value={address}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>
          {isCopied ? <Trans>Copied</Trans> : <Trans>Copy the address</Trans>}
        </Button>
      </div>
    </Notice>
  );
}
