/** One part of a pack: what is new or different in it, each with a box to take it. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "@/ui/actions/link-button";
import { StatusTag } from "@/ui/data/status-tag";
import { Checkbox } from "@/ui/fields/checkbox";
import { Disclosure } from "@/ui/page/disclosure";
import { Section } from "@/ui/page/section";
import type { Item } from "./api";
import type { Chosen } from "./choosing";
import { codeName } from "./code-words";
import styles from "./packs.module.css";
import { fieldName, partName, refusedWords, valueWords } from "./words";

type Props = {
  part: Item["part"];
  items: readonly Item[];
  chosen: Chosen;
  onChoose: (keys: readonly string[], isOn: boolean) => void;
};

export function ComparedPart({ part, items, chosen, onChoose }: Props) {
  const { t } = useLingui();
  if (items.length === 0) return null;
  const open = items.filter((item) => item.can_take).map(({ key }) => key);
  const isAll = open.every((key) => chosen.has(key));
  const name = partName(part);
  return (
    <Section
      heading={name}
      link={
        open.length > 1 && (
          <LinkButton
            onClick={() => onChoose(open, !isAll)}
            aria-label={isAll ? t`Leave all of: ${name}` : t`Take all of: ${name}`}
          >
            {isAll ? <Trans>Leave all</Trans> : <Trans>Take all</Trans>}
          </LinkButton>
        )
      }
    >
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.key} className={styles.item}>
            <div className={styles.head}>
              {item.can_take ? (
                <Checkbox
                  label={title(item)}
                  checked={chosen.has(item.key)}
                  onChange={(event) => onChoose([item.key], event.target.checked)}
                />
              ) : (
                <b>{title(item)}</b>
              )}
              <StatusTag look={item.state === "new" ? "good" : "warn"}>
                {item.state === "new" ? <Trans>Not here yet</Trans> : <Trans>Different here</Trans>}
              </StatusTag>
            </div>
            {item.refused && <p className={styles.refused}>{refusedWords(item.refused)}</p>}
            <Facts item={item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const short: ReadonlySet<Item["part"]> = new Set(["contacts", "staff"]);

/** A field of something that is here is named with it; a whole record by its own name. */
function title(item: Item): string {
  const [fact] = item.facts;
  if (item.part === "contacts") {
    const kind = item.facts.find(({ field }) => field === "kind");
    const who = kind ? `${item.name}, ${valueWords("kind", kind.pack ?? kind.here) ?? ""}` : item.name;
    return fact && isField(item) ? `${who}: ${fieldName(fact.field)}` : who;
  }
  const name = item.part === "papers" ? codeName("kind", item.name) : item.name;
  if (item.part === "profile" && fact) return fieldName(fact.field);
  if (item.part === "checks") {
    const kind = item.facts.find(({ field }) => field === "kind");
    return `${name}: ${valueWords("kind", kind?.pack ?? null) ?? ""}`;
  }
  return fact && isField(item) ? `${name}: ${fieldName(fact.field)}` : name;
}

/** One field of a record that is here, not a whole record that is not: its key names the field too. */
function isField({ part, key }: Item): boolean {
  return part === "profile" || key.split("/").length > (part === "contacts" ? 3 : 2);
}

function Facts({ item }: { item: Item }) {
  const facts = item.part === "contacts" ? item.facts.filter(({ field }) => field !== "kind") : item.facts;
  const isAlone = isField(item);
  // a person is a line; what is to be read before it is taken is a list
  if (!isAlone && short.has(item.part))
    return (
      <p className={styles.line}>
        {facts.flatMap(({ field, pack }) => valueWords(field, pack) ?? []).join(", ")}
      </p>
    );
  return (
    <dl className={styles.facts}>
      {facts.map(({ field, pack, here, left_out: left }) => (
        <div key={field}>
          <dt className={isAlone ? styles.unseen : undefined}>{fieldName(field)}</dt>
          <dd>
            {valueWords(field, pack) ?? <Trans>Nothing</Trans>}
            {left.length > 0 && (
              <span className={styles.quiet}>
                {" "}
                <Trans>Left out, this district has no such word: {left.join(", ")}</Trans>
              </span>
            )}
          </dd>
          {valueWords(field, here) !== null && (
            <dd className={styles.here}>
              <Trans>Here: {valueWords(field, here)}</Trans>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** What needs no choice: said the same on both sides, or only here, where it stays. */
export function SameParts({ same, onlyHere }: { same: readonly Item[]; onlyHere: readonly Item[] }) {
  return (
    <div className={styles.rest}>
      {same.length > 0 && (
        <Disclosure
          summary={<Plural value={same.length} one="# thing is the same" other="# things are the same" />}
        >
          <Plain items={same} />
        </Disclosure>
      )}
      {onlyHere.length > 0 && (
        <Disclosure
          summary={
            <Plural
              value={onlyHere.length}
              one="# thing is only here, and stays"
              other="# things are only here, and stay"
            />
          }
        >
          <Plain items={onlyHere} />
        </Disclosure>
      )}
    </div>
  );
}

function Plain({ items }: { items: readonly Item[] }) {
  return (
    <ul className={styles.plain}>
      {items.map((item) => {
        const [fact] = item.facts;
        const value = fact && item.facts.length === 1 ? valueWords(fact.field, fact.here ?? fact.pack) : null;
        const part = partName(item.part);
        const words = fact && item.facts.length === 1 ? [fieldName(fact.field), value] : [];
        const name = item.part === "profile" ? [] : [codeName("kind", item.name)];
        return <li key={item.key}>{[part, ...name, ...words].filter(Boolean).join(": ")}</li>;
      })}
    </ul>
  );
}
