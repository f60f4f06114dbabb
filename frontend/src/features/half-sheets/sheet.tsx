/** The sheet itself: who can help at a school, as everybody reads and prints it, and as staff see it before. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { HalfSheetRead, PublicProgram, Words } from "@/api/gen/types.gen";
import { formatDay } from "@/lib/dates";
import { headingArrived } from "@/lib/heading-focus";
import { formatPhone } from "@/lib/phone";
import { Wordmark } from "@/ui/page/wordmark";
import styles from "./sheet.module.css";
import { ended, forWhom, languagesWords, offeredWhen } from "./words";

/** So many programs surely stand on one half page; with more, its pages are numbered. */
const onOnePage = 4;

type Props = {
  sheet: HalfSheetRead;
  /** Within another page, under a heading of the second level. */ within?: boolean;
};

export function Sheet({ sheet, within }: Props) {
  const Heading = within ? "h3" : "h1";
  const arrives = within ? {} : { tabIndex: -1, ref: headingArrived };
  return (
    <div className={clsx(styles.sheet, sheet.items.length > onOnePage && styles.numbered)}>
      <div className={styles.head}>
        <div>
          <Heading className={styles.title} {...arrives}>
            <Trans>Who can help at {sheet.school}</Trans>
          </Heading>
          <p className={styles.lead}>
            <Lead items={sheet.items} />
          </p>
        </div>
        <Code sheet={sheet} />
      </div>
      {sheet.items.map((item) => (
        <Offer key={`${item.name.text}${item.partner}`} item={item} within={within} />
      ))}
      <Foot sheet={sheet} />
    </div>
  );
}

/** The number tells whoever holds the first page of two that there is a second. */
function Lead({ items }: { items: readonly PublicProgram[] }) {
  if (items.length === 0) return <Trans>No program is shown today. Ask at the front office.</Trans>;
  if (items.every((item) => item.is_free)) {
    return (
      <Plural
        value={items.length}
        one="# free program for students and families"
        other="# free programs for students and families"
      />
    );
  }
  return (
    <Plural
      value={items.length}
      one="# program for students and families"
      other="# programs for students and families"
    />
  );
}

function Code({ sheet }: { sheet: HalfSheetRead }) {
  const { t } = useLingui();
  const { size, path } = sheet.code;
  const side = size + 8;
  return (
    <div className={styles.code}>
      <svg
        viewBox={`-4 -4 ${side} ${side}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={t`QR code with the address of this page`}
      >
        <path d={path} fill="currentColor" />
      </svg>
      <Trans>Scan for this page</Trans>
    </div>
  );
}

function Offer({ item, within }: { item: PublicProgram; within: boolean | undefined }) {
  const { t } = useLingui();
  const Heading = within ? "h4" : "h2";
  const whom = forWhom(item.grades);
  return (
    <section className={styles.offer}>
      <p className={styles.when}>{item.schedule ? <Said words={item.schedule} /> : offeredWhen(item)}</p>
      <div>
        <Heading className={styles.name}>
          <Said words={item.name} />
        </Heading>
        <p className={styles.by}>
          {item.partner}
          {whom && (
            <>
              , <span className={styles.whom}>{whom}</span>
            </>
          )}
          {item.place && (
            <>
              , <Said words={item.place} />
            </>
          )}
        </p>
        <p>
          <Said words={item.summary} sentence />{" "}
          {item.is_free ? t`Free.` : item.cost && <Said words={item.cost} sentence />}{" "}
          {item.languages.length > 0 && ended(languagesWords(item.languages))}{" "}
          <Said words={item.how_to_join} sentence /> <Person item={item} />
        </p>
      </div>
    </section>
  );
}

function Person({ item }: { item: PublicProgram }): ReactNode {
  const phone = item.phone && <Phone number={item.phone} />;
  if (item.contact && phone)
    return (
      <>
        {item.contact}, {phone}.
      </>
    );
  if (item.contact) return ended(item.contact);
  return phone && <>{phone}.</>;
}

function Phone({ number }: { number: string }) {
  return (
    <a href={`tel:${number.replace(/[^\d+]/g, "")}`} className={styles.phone}>
      {formatPhone(number)}
    </a>
  );
}

/** Words in the language that they are in, so that a reader's voice says them right. */
function Said({ words, sentence }: { words: Words; sentence?: boolean }) {
  const { i18n } = useLingui();
  const text = sentence ? ended(words.text) : words.text;
  return words.language === i18n.locale ? text : <span lang={words.language}>{text}</span>;
}

function Foot({ sheet }: { sheet: HalfSheetRead }) {
  const day = formatDay(sheet.current_on, "long");
  return (
    <div className={styles.foot}>
      {(sheet.ask || sheet.ask_phone) && (
        <p>
          <strong>
            <Trans>Not sure whom to ask?</Trans>
          </strong>{" "}
          {sheet.ask && <Said words={sheet.ask} />}
          {sheet.ask && sheet.ask_phone && ", "}
          {sheet.ask_phone && <Phone number={sheet.ask_phone} />}
          {"."}
        </p>
      )}
      <div className={styles.mini}>
        <p>
          {sheet.decided_by === "school" ? (
            <Trans>Agreed by each organization and by the school.</Trans>
          ) : (
            <Trans>Agreed by each organization and by {sheet.district}.</Trans>
          )}{" "}
          <Trans>Current on {day}.</Trans>{" "}
          {sheet.is_demonstration && <Trans>School and programs are invented for this demonstration.</Trans>}{" "}
          <span className={styles.address}>{sheet.address.replace(/^https?:\/\//, "")}</span>
        </p>
        <Wordmark />
      </div>
    </div>
  );
}
