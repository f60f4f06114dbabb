/** The one thing to do with a checked file: decide what is open, bring the rows in, or look at what came of it. */
import { Plural, Trans } from "@lingui/react/macro";
import { Button } from "@/ui/actions/button";
import { ButtonLink } from "@/ui/actions/link";
import { NextBox } from "@/ui/page/next-box";
import type { Acting, Spreadsheet } from "./api";

type Props = { sheet: Spreadsheet; act: Acting };

export function NextStep({ sheet, act }: Props) {
  const rows = sheet.outcome?.counts.rows;
  const open = sheet.outcome?.open_questions ?? 0;
  const commit = sheet.allowed_moves.find(({ move }) => move === "commit");
  if (sheet.stage === "committed")
    return (
      <NextBox
        who={<Trans>Next for you</Trans>}
        heading={<Trans>Look at your partners</Trans>}
        action={
          <ButtonLink kind="primary" to="/partners">
            <Trans>Open partners</Trans>
          </ButtonLink>
        }
      >
        <Trans>
          New partners are prospective until they are approved. Agreements are recorded as signed.
        </Trans>
      </NextBox>
    );
  if (open > 0)
    return (
      <NextBox who={<Trans>Next for you</Trans>} heading={<Trans>Say what is the same</Trans>}>
        <Plural
          value={open}
          one="# organization may be here twice. Say below whether it is the same."
          other="# organizations may be here twice. Say below whether they are the same."
        />
      </NextBox>
    );
  if (!commit || !rows) return null;
  const count = rows.new + rows.changed;
  return (
    <NextBox
      who={<Trans>Next for you</Trans>}
      heading={
        count === 0 ? (
          <Trans>There is nothing to write</Trans>
        ) : (
          <Plural value={count} one="Bring # row in" other="Bring # rows in" />
        )
      }
      action={
        <Button kind="primary" onClick={() => act.mutate({ kind: "commit" })}>
          {count === 0 ? <Trans>Finish</Trans> : <Trans>Bring them in</Trans>}
        </Button>
      }
    >
      {count === 0 ? (
        <Trans>All that can be taken of this file is here already, and stays as it is.</Trans>
      ) : (
        <Trans>All of it is written at once, or nothing. Rows that cannot be taken are left out.</Trans>
      )}
    </NextBox>
  );
}
