/** Plain text stays plain text; only addresses of this very app become links. */
import { Fragment } from "react";
import styles from "./letter-text.module.css";

const address = /(https?:\/\/\S+)/;

export function LetterText({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      {text.split(address).map((part, index) => {
        const path = ownPath(part);
        return (
          // The parts of a text that never changes: their place is their name.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={index}>{path === null ? part : <a href={path}>{part}</a>}</Fragment>
        );
      })}
    </div>
  );
}

/** The path of an address of this app, null for any other text. */
export function ownPath(part: string, origin: string = window.location.origin): string | null {
  if (!part.startsWith(`${origin}/`)) return null;
  const { pathname, search, hash } = new URL(part);
  return pathname + search + hash;
}
