/** The way out for somebody who is not the one to decide. */
import { Trans, useLingui } from "@lingui/react/macro";
import { problemSentence } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Disclosure } from "@/ui/page/disclosure";
import { useDisown } from "./api";
import styles from "./decisions.module.css";

export function NotMine({ onDisowned }: { onDisowned: () => void }) {
  const { t } = useLingui();
  const disown = useDisown();
  const form = useForm({ defaultValues: { who: "" } });
  const tell = form.handleSubmit(({ who }) => disown.mutate(who.trim() || null, { onSuccess: onDisowned }));
  return (
    <div className={styles.notMine}>
      <Disclosure summary={<Trans>This is not mine to decide</Trans>}>
        <form noValidate onSubmit={(event) => void tell(event)}>
          <p>
            <Trans>We end this link, decide nothing, and tell the office to ask somebody else.</Trans>
          </p>
          <TextArea
            label={t`Who it should be, if you know`}
            optional
            maxLength={4000}
            rows={2}
            {...form.register("who")}
          />
          {disown.isError && (
            <Notice kind="bad" live>
              {problemSentence(disown.error)}
            </Notice>
          )}
          <Button type="submit" working={disown.isPending ? <Trans>Telling them…</Trans> : undefined}>
            <Trans>Tell the office</Trans>
          </Button>
        </form>
      </Disclosure>
    </div>
  );
}
