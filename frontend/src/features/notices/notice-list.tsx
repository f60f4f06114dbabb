/** The notices of a day: one sentence each, a link to the record; the unread stand out by weight, mark and word. */
import { Trans } from "@lingui/react/macro";
import { clsx } from "clsx";
import type { NoticeRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { formatTime } from "@/lib/dates";
import { partnerOf } from "@/lib/session";
import { Link } from "@/ui/actions/link";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { useReadNotice } from "./api";
import styles from "./notices.module.css";
import { recordAddress } from "./record-address";
import { noticeWords } from "./words";

/** An address as the router takes it: what is behind `?` is no part of the path. */
function linkTo(address: string) {
  const [to = "/", query = ""] = address.split("?");
  return { to, search: Object.fromEntries(new URLSearchParams(query)) };
}

export function NoticeList({ notices }: { notices: readonly NoticeRead[] }) {
  const me = useSession();
  const read = useReadNotice();
  const own = partnerOf(me);
  const open = (notice: NoticeRead) => {
    if (notice.read_at === null) read.mutate(notice.id);
  };
  return (
    <ul className={styles.list}>
      {notices.map((notice) => (
        <li key={notice.id} className={clsx(styles.row, notice.read_at === null && styles.unread)}>
          <Link
            {...linkTo(recordAddress(notice, own))}
            className={styles.words}
            onClick={() => open(notice)}
            onAuxClick={() => open(notice)}
          >
            {notice.read_at === null && (
              <>
                <VisuallyHidden>
                  <Trans>Unread:</Trans>
                </VisuallyHidden>{" "}
              </>
            )}
            {noticeWords(notice, me.tenant.today)}
          </Link>
          <time className={styles.time} dateTime={notice.created_at}>
            {formatTime(notice.created_at, me.tenant.time_zone)}
          </time>
        </li>
      ))}
    </ul>
  );
}
