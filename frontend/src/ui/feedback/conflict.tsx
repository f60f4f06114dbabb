/** Somebody changed the record while this person was editing it: both values, and a choice for each field. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { Button } from "../actions/button";
import { RadioGroup } from "../fields/radio-group";
import { Notice } from "./notice";
import styles from "./conflict.module.css";

export type Difference = { field: string; label: string; mine: ReactNode; theirs: ReactNode };
export type Choices = Readonly<Record<string, "mine" | "theirs">>;

type Props = {
  differences: readonly Difference[];
  /** What to send: the fields kept as this person wrote them, the rest as they are now. */
  onChoose: (choices: Choices) => void;
};

export function Conflict({ differences, onChoose }: Props) {
  const { t } = useLingui();
  const [choices, setChoices] = useState<Choices>({});
  const all = Object.fromEntries(differences.map(({ field }) => [field, choices[field] ?? "mine"]));
  return (
    <div className={styles.conflict}>
      <Notice
        kind="warn"
        focus
        level={2}
        title={<Trans>Somebody changed this since you opened it</Trans>}
        actions={<Button onClick={() => onChoose(all)}>{t`Use these and save`}</Button>}
      >
        <p>
          <Trans>Nothing you entered is lost. Choose which to keep.</Trans>
        </p>
        <div className={styles.fields}>
          {differences.map((difference) => (
            <RadioGroup
              key={difference.field}
              name={`conflict-${difference.field}`}
              label={difference.label}
              value={all[difference.field] ?? "mine"}
              onChange={(event) =>
                setChoices({
                  ...choices,
                  [difference.field]: event.target.value === "theirs" ? "theirs" : "mine",
                })
              }
              choices={[
                { value: "mine", label: difference.mine, hint: t`What you entered` },
                { value: "theirs", label: difference.theirs, hint: t`What it is now` },
              ]}
            />
          ))}
        </div>
      </Notice>
    </div>
  );
}
