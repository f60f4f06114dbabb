/** Who has answered and who still must, school by school; both sides read the same. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import { useState } from "react";
import { Link } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { StatusTag } from "@/ui/data/status-tag";
import { Section } from "@/ui/page/section";
import { near } from "../days";
import { capital } from "../who";
import type { Place, Revisit, RevisitSide } from "./api";
import { anyOf, outcomeLooks, outcomeName, sideWords, stateLooks, stateName } from "./words";
import styles from "./revisit.module.css";

const few = 12;
const sides = ["partner", "school"] as const;

/** What a side said, or who is asked, in one value to compare. */
function lineOf(place: Place, side: RevisitSide): string {
  const word = place.words.find((each) => each.side === side);
  const asked = place.who.find((each) => each.side === side);
  return JSON.stringify([word?.outcome, word?.note, word?.by.id, word?.on, asked?.names]);
}

/** Said once, when it is the same at every one of several schools. */
function isSame(places: readonly Place[], side: RevisitSide): boolean {
  const [first, ...more] = places;
  if (first === undefined || more.length === 0) return false;
  return more.every((place) => lineOf(place, side) === lineOf(first, side));
}

type Props = { revisit: Revisit; partner: string; day: string };

export function PlacesSection({ revisit, partner, day }: Props) {
  const { t } = useLingui();
  const [isWhole, setWhole] = useState(false);
  // What is missing stands first, the reader's own before all; the server's order is kept otherwise.
  const rank = (place: Place) => (place.is_yours ? 0 : place.waits_for.length > 0 ? 1 : 2);
  const places = revisit.schools.toSorted((one, other) => rank(one) - rank(other));
  const shown = isWhole ? places : places.slice(0, few);
  // Where every school is the reader's none stands out.
  const isAll = places.every((place) => place.is_yours);
  const same = sides.filter((side) => isSame(places, side));
  const answered = places.filter(({ state }) => state === "answered").length;
  return (
    <Section
      side
      heading={t`Who has answered`}
      note={
        places.length > 1 ? (
          <Trans>
            Both sides at {answered} of {places.length} schools.
          </Trans>
        ) : undefined
      }
    >
      <ul className={styles.places}>
        {same.map((side) => (
          <li key={side}>
            <h3>{side === "partner" ? partner : t`Every school`}</h3>
            <SideLine side={side} place={places[0]} day={day} />
          </li>
        ))}
        {shown.map((place) => (
          <li key={place.school?.id ?? ""} className={clsx(place.is_yours && !isAll && styles.mine)}>
            <div className={styles.placeHead}>
              <h3>{place.school?.name ?? t`The whole district`}</h3>
              <PlaceTag place={place} />
            </div>
            {sides
              .filter((side) => !same.includes(side))
              .map((side) => (
                <SideLine
                  key={side}
                  side={side}
                  place={place}
                  name={places.length > 1 && side === "school" ? undefined : sideWords(side, place, partner)}
                  day={day}
                />
              ))}
            {place.plan && (
              <p className={styles.word}>
                <Link to="/site-plans/$planId" params={{ planId: place.plan.id }}>
                  <Trans>Site plan of {place.school?.name}</Trans>
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
      {places.length > shown.length && (
        <LinkButton onClick={() => setWhole(true)}>
          <Plural value={places.length - shown.length} one="Show # more school" other="Show # more schools" />
        </LinkButton>
      )}
    </Section>
  );
}

/** What both came to, or that it is late; whose turn it is says the line below. */
function PlaceTag({ place }: { place: Place }) {
  if (place.outcome)
    return <StatusTag look={outcomeLooks[place.outcome]}>{outcomeName(place.outcome)}</StatusTag>;
  if (place.state !== "overdue" && place.state !== "missed") return null;
  return <StatusTag look={stateLooks[place.state]}>{stateName(place.state)}</StatusTag>;
}

type LineProps = { side: RevisitSide; place: Place | undefined; name?: string | undefined; day: string };

function SideLine({ side, place, name, day }: LineProps) {
  const { t } = useLingui();
  const who = name !== undefined && <strong>{name}: </strong>;
  const word = place?.words.find((each) => each.side === side);
  if (word) {
    return (
      <div className={styles.word}>
        <p>
          {who}
          {outcomeName(word.outcome)}.{" "}
          <small>
            {word.by.name}, {near(word.on, day)}
          </small>
        </p>
        {word.note && <q>{word.note}</q>}
      </div>
    );
  }
  const asked = place?.who.find((each) => each.side === side);
  if (!asked) return null;
  const names = anyOf(asked.names);
  const words = asked.names.length === 0 ? t`nobody there has an account yet` : t`waiting for ${names}`;
  return (
    <p className={styles.word}>
      {who}
      {name === undefined ? capital(words) : words}
    </p>
  );
}
