/** How many notices wait, asked now and then: late, while the page is seen, and only while somebody is there. */
import { useQuery } from "@tanstack/react-query";
import { plural } from "@lingui/core/macro";
import { useEffect, useRef, useState } from "react";
import { countUnreadNoticesOptions } from "@/api/gen/@tanstack/react-query.gen";
import { announce } from "@/lib/announcer";

const EVERY = 60_000;
/** Asking goes on only so long after the last touch: a page left open must not keep its session alive. */
const AWAY = 15 * 60_000;

export const unreadQuery = () => countUnreadNoticesOptions();

/** The count once it is known. */
export function useUnread(): number | undefined {
  return useQuery({ ...unreadQuery(), enabled: false }).data?.unread;
}

/** Asks for the count; the one who calls this, once on a page, also says when there is something new. */
export function useWatchUnread(isOn: boolean): void {
  const isLate = useLate();
  const touched = useRef(0);
  const { data, refetch } = useQuery({
    ...unreadQuery(),
    enabled: isOn && isLate,
    refetchInterval: () => (performance.now() - touched.current < AWAY ? EVERY : false),
  });
  useEffect(() => {
    const touch = () => {
      const wasAway = performance.now() - touched.current >= AWAY;
      touched.current = performance.now();
      if (wasAway && isOn) void refetch();
    };
    touched.current = performance.now();
    const ways = ["pointerdown", "keydown"] as const;
    for (const way of ways) window.addEventListener(way, touch, { passive: true });
    return () => {
      for (const way of ways) window.removeEventListener(way, touch);
    };
  }, [isOn, refetch]);
  useSayWhenItGrows(data?.unread);
}

function useSayWhenItGrows(unread: number | undefined): void {
  const before = useRef<number | undefined>(undefined);
  useEffect(() => {
    const more = before.current === undefined || unread === undefined ? 0 : unread - before.current;
    if (unread !== undefined) before.current = unread;
    if (more > 0) announce(plural(more, { one: "# new notice", other: "# new notices" }));
  }, [unread]);
}

/** True once the page itself has come to rest: what it is for goes first. */
function useLate(): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const begin = () => setIsLate(true);
    if (typeof requestIdleCallback !== "function") {
      const timer = setTimeout(begin, 1000);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(begin, { timeout: 3000 });
    return () => cancelIdleCallback(handle);
  }, []);
  return isLate;
}
