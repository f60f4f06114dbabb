/** Where the reader works and as what: each district or network with the roles held there today. */
import { Trans } from "@lingui/react/macro";
import { t } from "@lingui/core/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Me } from "@/api/gen/types.gen";
import { roleName } from "@/features/auth";
import { listOf } from "@/lib/lists";
import { SummaryList } from "@/ui/data/summary-list";
import { Section } from "@/ui/page/section";
import { placeNamesQuery } from "./api";
import styles from "./account.module.css";

type Held = Me["roles"][number];

/** “Coordinator at Alderbrook and Fernhollow”. */
function roleWords(held: Held, names: Readonly<Record<string, string>>): string {
  const role = roleName(held.role);
  const ids = held.partner_id ? [held.partner_id] : held.school_ids;
  const known = ids.flatMap((id) => names[id] ?? []);
  if (known.length === 0) return role;
  const places = listOf(known);
  return held.partner_id ? t`${role} of ${places}` : t`${role} at ${places}`;
}

export function WorkplacesSection({ me }: { me: Me }) {
  const names = useSuspenseQuery(placeNamesQuery(me)).data;
  return (
    <Section heading={<Trans>Where you work</Trans>}>
      <SummaryList
        facts={me.tenants.map((place) => ({
          key: place.slug,
          term: place.name,
          value:
            place.slug === me.tenant.slug ? (
              <ul className={styles.roles}>
                {me.roles.map((held) => (
                  <li key={`${held.role} ${held.partner_id ?? held.school_ids.join()}`}>
                    {roleWords(held, names)}
                  </li>
                ))}
              </ul>
            ) : (
              listOf(place.roles.map(roleName))
            ),
        }))}
      />
    </Section>
  );
}
