/** In which row the columns are named. Another row names them anew. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type FormEvent } from "react";
import { Button } from "@/ui/actions/button";
import { TextField } from "@/ui/fields/text-field";
import { Disclosure } from "@/ui/page/disclosure";
import styles from "./import.module.css";

type Props = { row: number; name: string; onChoose: (row: number) => void };

export function NumberedRow({ row, name, onChoose }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(String(row));
  const number = Number(typed);
  const isAnother = Number.isInteger(number) && number > 0 && number !== row;
  const choose = (event: FormEvent) => {
    event.preventDefault();
    if (isAnother) onChoose(number);
  };
  return (
    <Disclosure summary={<Trans>The columns are named in row {row}. It is another row</Trans>}>
      <form className={styles.decide} onSubmit={choose}>
        <TextField
          label={t`The columns are named in row`}
          name={`header-row-${name}`}
          inputMode="numeric"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit">
          <Trans>Take this row</Trans>
        </Button>
      </form>
    </Disclosure>
  );
}
