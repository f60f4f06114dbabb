/** An organization's packs: those of other districts that can be opened here, those made here, and what was taken. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { plural } from "@lingui/core/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { PackElsewhere, PackTakingRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { dayOf, formatDay } from "@/lib/dates";
import { ButtonLink } from "@/ui/actions/link";
import { NextBox } from "@/ui/page/next-box";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { packsElsewhereQuery, packsQuery } from "./api";
import { OwnPack } from "./own-pack";
import styles from "./packs.module.css";
import { insideWords } from "./words";

export function PacksPage({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const me = useSession();
  const { items, takings } = useSuspenseQuery(packsQuery(partnerId)).data;
  const elsewhere = useSuspenseQuery(packsElsewhereQuery()).data.items;
  const [next, ...others] = elsewhere;
  const open = items.filter((pack) => pack.state === "open").length;
  return (
    <>
      <PageHead
        title={t`Packs for other districts`}
        heading={
          next
            ? plural(elsewhere.length, {
                one: "A pack from another district can be opened here",
                other: "# packs from other districts can be opened here",
              })
            : plural(open, { 0: "No pack is open", one: "One pack is open", other: "# packs are open" })
        }
        lead={
          <Trans>
            A pack carries your organization’s record to another district, where you compare it and choose
            what to take. It is yours: no district sees it, and each decides for itself.
          </Trans>
        }
        action={
          <ButtonLink to="/packs/new" kind={next ? "secondary" : "primary"}>
            <Trans>Make a pack</Trans>
          </ButtonLink>
        }
      />
      {next && <Next pack={next} />}
      {others.length > 0 && (
        <Section heading={<Trans>From your other districts</Trans>}>
          <ul className={styles.list}>
            {others.map((pack) => (
              <li key={pack.id}>
                <Outside pack={pack} />
                <ButtonLink small {...to(pack)}>
                  <Trans>Compare</Trans>
                </ButtonLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        heading={<Trans>Packs made in {me.tenant.name}</Trans>}
        note={
          items.length === 0 && (
            <Trans>None yet. A pack can be opened in the other districts where you work.</Trans>
          )
        }
      >
        <ul className={styles.list}>
          {items.map((pack) => (
            <OwnPack key={pack.id} pack={pack} timeZone={me.tenant.time_zone} />
          ))}
        </ul>
      </Section>
      {takings.length > 0 && (
        <Section heading={<Trans>Taken into your record here</Trans>}>
          <ul className={styles.list}>
            {takings.map((taking) => (
              <Taking key={taking.id} taking={taking} timeZone={me.tenant.time_zone} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function to(pack: PackElsewhere) {
  return {
    to: "/packs/$district/$packId",
    params: { district: pack.district.slug, packId: pack.id },
  } as const;
}

function Outside({ pack }: { pack: PackElsewhere }) {
  const { time_zone: zone } = useSession().tenant;
  return (
    <div>
      <p>
        <b>{pack.district.name}</b>
      </p>
      <p className={styles.quiet}>
        <Trans>
          {insideWords(pack)}. Made on {formatDay(dayOf(pack.made_at, zone), "long")}, opens until{" "}
          {formatDay(pack.expires_on, "long")}.
        </Trans>
      </p>
    </div>
  );
}

function Next({ pack }: { pack: PackElsewhere }) {
  const { time_zone: zone } = useSession().tenant;
  return (
    <NextBox
      who={<Trans>Next for you</Trans>}
      heading={<Trans>Compare your pack from {pack.district.name} with your record here</Trans>}
      action={
        <ButtonLink kind="primary" {...to(pack)}>
          <Trans>Compare</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        {insideWords(pack)}. Made on {formatDay(dayOf(pack.made_at, zone), "long")}, opens until{" "}
        {formatDay(pack.expires_on, "long")}. Nothing is copied before you say so.
      </Trans>
    </NextBox>
  );
}

function Taking({ taking, timeZone }: { taking: PackTakingRead; timeZone: string }) {
  return (
    <li>
      <p>
        <Plural
          value={taking.count}
          one={`# thing from the pack of ${taking.district}, made on ${formatDay(taking.pack_made_on, "long")}`}
          other={`# things from the pack of ${taking.district}, made on ${formatDay(taking.pack_made_on, "long")}`}
        />
      </p>
      <p className={styles.quiet}>
        <Trans>
          {taking.taken_by}, {formatDay(dayOf(taking.taken_at, timeZone), "long")}
        </Trans>
      </p>
    </li>
  );
}
