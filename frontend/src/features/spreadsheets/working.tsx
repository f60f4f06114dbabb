/** While a step lasts: what is being done, how far it is, and that nobody has to wait here. */
import { Trans, useLingui } from "@lingui/react/macro";
import { formatNumber } from "@/lib/numbers";
import { Progress } from "@/ui/feedback/progress";
import { Section } from "@/ui/page/section";
import type { Act, Spreadsheet } from "./api";

type Props = { sheet: Spreadsheet; act: Act | undefined };

export function Working({ sheet, act }: Props) {
  const { t } = useLingui();
  const isWriting = sheet.work?.move === "commit" || act?.kind === "commit";
  const { done = 0, total = 0 } = sheet.work ?? {};
  const [now, all] = [formatNumber(done, 0), formatNumber(total, 0)];
  return (
    <Section heading={isWriting ? <Trans>Bringing the rows in…</Trans> : <Trans>Checking the file…</Trans>}>
      <Progress label={isWriting ? t`Bringing the rows in` : t`Checking the file`} value={done} max={total}>
        {total > 0 && (
          <Trans>
            {now} of {all} organizations.
          </Trans>
        )}{" "}
        {sheet.work ? (
          <Trans>It goes on if you leave this page.</Trans>
        ) : (
          <Trans>This takes a few seconds.</Trans>
        )}
      </Progress>
    </Section>
  );
}
