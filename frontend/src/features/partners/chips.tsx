/** Everything that is chosen, one by one; each is taken back by itself. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useRef } from "react";
import { announce } from "@/lib/announcer";
import { Icon } from "@/ui/icon";
import { schoolQuery } from "./school-api";
import { chipsOf, facetName, type Area } from "./facet-words";
import { chosen } from "./question";
import { type PartnersSearch } from "./search";
import styles from "./directory.module.css";

type Props = {
  search: PartnersSearch;
  areas: readonly Area[];
  onChange: (next: Partial<PartnersSearch>) => void;
};

export function Chips({ search, areas, onChange }: Props) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const school = useQuery({ ...schoolQuery(search.school ?? ""), enabled: search.school !== undefined }).data;
  const place = school?.name;
  const approval = search.approved ? t`approved and in date` : t`not approved, or approval ran out`;
  const chips: { key: string; label: string; without: Partial<PartnersSearch> }[] = [
    ...chipsOf(search, areas).map(({ facet, value, label }) => ({
      key: `${facet}-${value}`,
      label: `${facetName(facet)}: ${label}`,
      without: {
        [facet]: chosen(search, facet)
          .filter((each) => each !== value)
          .join(","),
      },
    })),
    ...(search.approved === undefined
      ? []
      : [{ key: "approved", label: t`Standing: ${approval}`, without: { approved: undefined } }]),
    ...(search.school
      ? [{ key: "school", label: place ? t`At ${place}` : t`At one school`, without: { school: "" } }]
      : []),
  ];
  if (chips.length === 0) return null;
  const remove = (index: number) => {
    const chip = chips[index];
    if (!chip) return;
    onChange(chip.without);
    announce(t`${chip.label} removed`);
    // The pressed button is about to disappear: the next one takes the focus, or the page's heading.
    const buttons = list.current?.querySelectorAll("button");
    const next = buttons?.[index + 1] ?? buttons?.[index - 1] ?? document.querySelector("h1");
    next?.focus();
  };
  return (
    <ul className={styles.chips} ref={list} aria-label={t`Chosen filters`}>
      {chips.map((chip, index) => (
        <li key={chip.key}>
          <button type="button" onClick={() => remove(index)} aria-label={t`Remove ${chip.label}`}>
            {chip.label}
            <Icon of={X} />
          </button>
        </li>
      ))}
    </ul>
  );
}
