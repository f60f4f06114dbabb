/** Requirements one below the other: the sentence, what may stand in its place, and the ways to change it. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { RequirementRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { Actions, Button } from "@/ui/actions/button";
import { StatusTag } from "@/ui/data/status-tag";
import type { Mode } from "./requirements-mode";
import { insteadSentence, termsSentence, whomLine } from "./requirements-words";
import styles from "./requirements.module.css";

type Props = {
  items: readonly RequirementRead[];
  /** None while another day is shown: changes begin today at the earliest. */
  onChange?: ((mode: Mode | "retire", asked: RequirementRead) => void) | undefined;
};

export function RequirementsList({ items, onChange }: Props) {
  const { t } = useLingui();
  const { today } = useSession().tenant;
  return (
    <ul className={styles.list}>
      {items.map((asked) => {
        const instead = insteadSentence(asked);
        const isInForce = asked.enforced_from <= today;
        const act = (mode: Mode | "retire", label: string, title: string) => (
          <Button small kind="quiet" aria-label={title} onClick={() => onChange?.(mode, asked)}>
            {label}
          </Button>
        );
        const { title } = asked;
        return (
          <li key={asked.id}>
            <h3>
              {title}{" "}
              {asked.retired_from && (
                <StatusTag look="ended">
                  <Trans>Not asked from {formatDay(asked.retired_from)}</Trans>
                </StatusTag>
              )}
            </h3>
            <p>{termsSentence(asked)}</p>
            <p>
              <span className={styles.of}>
                <Trans>Asked of:</Trans>
              </span>{" "}
              {whomLine(asked)}
            </p>
            {instead && <p>{instead}</p>}
            {asked.note && <p className={styles.note}>{asked.note}</p>}
            {onChange && asked.can_edit && (
              <div data-print="no" className={styles.acts}>
                <Actions>
                  {isInForce ? (
                    <>
                      {act("replace", t`Replace from a later day`, t`Replace from a later day: ${title}`)}
                      {act("words", t`Edit its words`, t`Edit its words: ${title}`)}
                    </>
                  ) : (
                    act("change", t`Change`, t`Change: ${title}`)
                  )}
                  {act("retire", t`Stop asking`, t`Stop asking: ${title}`)}
                </Actions>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
