/** A pack of another district beside one's record here: what is new, what differs, and what of it is taken. */
import { plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import type { PackTaken } from "@/api/gen/types.gen";
import { isApiError } from "@/api/problem";
import { useSession } from "@/features/auth";
import { dayOf, formatDay } from "@/lib/dates";
import { Actions, Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Checkbox } from "@/ui/fields/checkbox";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { comparisonQuery, useTakePack } from "./api";
import { choose, firstChoice, grouped, taken } from "./choosing";
import { ComparedPart, SameParts } from "./compared-part";
import styles from "./packs.module.css";

const order = ["profile", "contacts", "programs", "papers", "staff", "checks"] as const;

type Props = { district: string; packId: string; partnerId: string };

export function ComparePage({ district, packId, partnerId }: Props) {
  const { t } = useLingui();
  const me = useSession();
  const query = useSuspenseQuery(comparisonQuery(district, packId, partnerId));
  const { pack, items, partner } = query.data;
  const take = useTakePack(query.data);
  const [chosen, setChosen] = useState(() => firstChoice(items));
  const [consents, setConsents] = useState(false);
  const [isUnsaid, setUnsaid] = useState(false);
  const { open, same, onlyHere } = grouped(items);
  const going = taken(items, chosen);
  const toggle = (keys: readonly string[], isOn: boolean) => setChosen(choose(items, chosen, keys, isOn));
  const submit = () => {
    setUnsaid(!consents);
    if (!consents) return;
    take.mutate(going, {
      onSuccess: () => setConsents(false),
      onError: (error) => {
        if (isApiError(error) && error.status === 409) void query.refetch();
      },
    });
  };
  return (
    <>
      <PageHead
        title={[t`Compare a pack`, pack.district.name]}
        trail={
          <Breadcrumbs here={pack.district.name}>
            <Link to="/packs">
              <Trans>Packs for other districts</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={
          <Trans>
            Pack of {pack.district.name}, {formatDay(dayOf(pack.made_at, me.tenant.time_zone), "long")}
          </Trans>
        }
        heading={plural(open.length, {
          0: "Your record here says what the pack says",
          one: "One thing is new or different",
          other: "# things are new or different",
        })}
        lead={
          <Trans>
            Choose what {me.tenant.name} should have in the record of {partner.name}. What is new is chosen;
            what would replace something is not. Nothing here is removed.
          </Trans>
        }
      />
      {take.data && <Done done={take.data} />}
      {order.map((part) => (
        <ComparedPart
          key={part}
          part={part}
          items={open.filter((item) => item.part === part)}
          chosen={chosen}
          onChoose={toggle}
        />
      ))}
      <SameParts same={same} onlyHere={onlyHere} />
      {open.some((item) => item.can_take) && (
        <div className={styles.take}>
          {take.isError && (
            <Notice kind="bad" live>
              {isApiError(take.error) && take.error.status === 409 ? (
                <Trans>Something changed since you compared. Look again, then take it.</Trans>
              ) : (
                problemSentence(take.error)
              )}
            </Notice>
          )}
          {isUnsaid && !consents && (
            <Notice kind="bad" live>
              <Trans>Say first that your organization wants this copied.</Trans>
            </Notice>
          )}
          <Checkbox
            label={
              <Trans>
                {partner.name} wants this copied from {pack.district.name} to {me.tenant.name}, and may pass
                on what it says of people
              </Trans>
            }
            hint={
              <Trans>
                Certificates wait for review here. People come without a place and without clearance;
                background checks are verified anew.
              </Trans>
            }
            checked={consents}
            onChange={(event) => setConsents(event.target.checked)}
          />
          <Actions full>
            {going.length > 0 ? (
              <Button
                kind="primary"
                onClick={submit}
                working={take.isPending ? <Trans>Copying…</Trans> : undefined}
              >
                <Plural value={going.length} one="Take # thing" other="Take # things" />
              </Button>
            ) : (
              <p>
                <Trans>Nothing is chosen.</Trans>
              </p>
            )}
            <ButtonLink kind="quiet" to="/packs">
              <Trans>Leave everything as it is</Trans>
            </ButtonLink>
          </Actions>
        </div>
      )}
    </>
  );
}

function Done({ done }: { done: PackTaken }) {
  const { tenant } = useSession();
  return (
    <Notice
      kind="good"
      focus
      title={
        <Plural
          value={done.taken.length}
          _0="It was here already"
          one="# thing taken"
          other="# things taken"
        />
      }
      actions={
        <>
          <Link to="/profile">
            <Trans>Your profile here</Trans>
          </Link>
          <Link to="/papers">
            <Trans>Your papers here</Trans>
          </Link>
        </>
      }
    >
      {done.papers_handed_in > 0 && (
        <p>
          <Plural
            value={done.papers_handed_in}
            one={`# certificate or letter waits for review by ${tenant.name}.`}
            other={`# certificates and letters wait for review by ${tenant.name}.`}
          />
        </p>
      )}
    </Notice>
  );
}
