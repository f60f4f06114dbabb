/** What falls on one day, by kind; the rest of a full day is named when somebody asks for it. */
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CalendarEntry } from "@/api/gen/types.gen";
import { LinkButton } from "@/ui/actions/link-button";
import { Link } from "@/ui/actions/link";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { formatDay } from "@/lib/dates";
import type { AgreementsSearch } from "../search";
import { wholeDayQuery } from "./api";
import { kindName } from "./words";
import styles from "./calendar.module.css";

type Props = { entries: readonly CalendarEntry[]; search: AgreementsSearch };

export function Entries({ entries, search }: Props) {
  return entries.map((entry) => <Entry key={entry.kind} entry={entry} search={search} />);
}

function Entry({ entry: short, search }: { entry: CalendarEntry; search: AgreementsSearch }) {
  const [isWhole, setWhole] = useState(false);
  const { data, isFetching } = useQuery({ ...wholeDayQuery(search, short.on), enabled: isWhole });
  const entry = data?.items.find(({ kind }) => kind === short.kind) ?? short;
  const dated = search.effective_on ? { effective_on: search.effective_on } : {};
  const more = entry.count - entry.agreements.length;
  const day = formatDay(short.on);
  const kind = kindName(entry.kind);
  return (
    <div className={styles.entry} aria-busy={isFetching || undefined}>
      <strong>{kind}</strong>
      <ul>
        {entry.agreements.map((each) => (
          <li key={each.id}>
            <Link to="/agreements/$agreementId" params={{ agreementId: each.id }} search={dated}>
              {each.title}
            </Link>
            <small>{each.partner.name}</small>
          </li>
        ))}
      </ul>
      {more > 0 &&
        (isWhole && data ? (
          <p>
            <Plural value={more} one="and # more" other="and # more" />
          </p>
        ) : (
          <LinkButton onClick={() => setWhole(true)}>
            <Plural value={more} one="and # more" other="and # more" />
            <VisuallyHidden>
              {" "}
              <Trans>
                {day}, {kind}
              </Trans>
            </VisuallyHidden>
          </LinkButton>
        ))}
    </div>
  );
}
