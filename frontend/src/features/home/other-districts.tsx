/** Only for people who work in several districts or networks, and fetched only for them. */
import { lazy, Suspense } from "react";
import { useSession } from "@/features/auth";

const Elsewhere = lazy(async () => ({ default: (await import("./elsewhere")).Elsewhere }));

export function OtherDistricts() {
  const me = useSession();
  return (
    me.tenants.length > 1 && (
      <Suspense>
        <Elsewhere />
      </Suspense>
    )
  );
}
