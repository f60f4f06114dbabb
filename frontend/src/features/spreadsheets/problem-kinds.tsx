/** What is wrong by kind, so that one repair is read once; its rows for those who want them. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@/ui/actions/button";
import type { ProblemKind, Spreadsheet } from "./api";
import { problemWords } from "./problem-words";
import { Problems } from "./problems";
import styles from "./import.module.css";

type Props = { sheet: Spreadsheet; kinds: readonly ProblemKind[] };

export function ProblemKinds({ sheet, kinds }: Props) {
  return (
    <ul className={styles.list}>
      {kinds.map((kind) => (
        <Kind key={kind.code} sheet={sheet} kind={kind} />
      ))}
    </ul>
  );
}

function Kind({ sheet, kind }: { sheet: Spreadsheet; kind: ProblemKind }) {
  const { t, i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const words = problemWords[kind.code];
  const said = words ? i18n._(words) : kind.message;
  const values = kind.said.map((value) => t`“${value}”`).join(", ");
  return (
    <li>
      <div className={styles.kind}>
        <div>
          <strong>{said}</strong>
          <small>
            <Plural value={kind.rows} one="# row" other="# rows" />
            {values && <Trans>, for example {values}</Trans>}
          </small>
        </div>
        <Button
          small
          kind="quiet"
          aria-expanded={isOpen}
          aria-label={isOpen ? t`Hide the rows: ${said}` : t`Show the rows: ${said}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <Trans>Hide the rows</Trans> : <Trans>Show the rows</Trans>}
        </Button>
      </div>
      {isOpen && <Problems sheet={sheet} kind={kind} caption={said} />}
    </li>
  );
}
