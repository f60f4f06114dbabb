/** In which row the columns are named. Another row names them anew. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@/ui/actions/button";
import { TextField } from "@/ui/fields/text-field";
import styles from "./import.module.css";

type Props = { row: number; name: string; onChoose: (row: number) => void };

export function NumberedRow({ row, name, onChoose }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(String(row));
  const number = Number(typed);
  const isAnother = Number.isInteger(number) && number > 0 && number !== row;
  return (
    <div className={styles.choices}>
      <TextField
        label={t`The columns are named in row`}
        name={`header-row-${name}`}
        inputMode="numeric"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {isAnother && (
        <div>
          <Button small onClick={() => onChoose(number)}>
            <Trans>Take row {number} instead</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
