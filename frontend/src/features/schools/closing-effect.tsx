/** What a closing touches, as the server counts it: how much has to be settled by whoever closes the school. */
import { Plural, Trans } from "@lingui/react/macro";
import type { ClosingTouches } from "@/api/gen/types.gen";
import styles from "./closing.module.css";

type Props = { touches: ClosingTouches; name: string; day: string };

export function ClosingEffect({ touches, name, day }: Props) {
  const { partnerships, at_work: atWork, agreements, agreements_only_here: onlyHere, needs } = touches;
  return (
    <div className={styles.effect} role="status">
      <p>
        <Trans>
          From {day} on nothing covers {name}, and no program may work there.
        </Trans>
      </p>
      <ul>
        <li>
          <Plural
            value={partnerships}
            _0="No partnership is under way."
            one="# partnership is under way."
            other="# partnerships are under way."
          />
          {partnerships > 0 && (
            <>
              {" "}
              <Plural
                value={atWork}
                _0="None of them is at work."
                one="# is at work."
                other="# are at work."
              />{" "}
              <Trans>They stay on record until somebody ends them.</Trans>
            </>
          )}
        </li>
        <li>
          <Plural
            value={agreements}
            _0="No agreement names it then."
            one="# agreement names it then."
            other="# agreements name it then."
          />
          {agreements > 0 && (
            <>
              {" "}
              <Plural
                value={onlyHere}
                _0="Each names other schools too."
                one="# names no other school."
                other="# name no other school."
              />{" "}
              <Trans>They stay as they are.</Trans>
            </>
          )}
        </li>
        <li>
          <Plural
            value={needs}
            _0="No published need is open."
            one="# published need is open."
            other="# published needs are open."
          />
        </li>
      </ul>
    </div>
  );
}
