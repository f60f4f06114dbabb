/** Two records of one organization side by side: which one stays, and which of its values. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { ifMatch } from "@/api/entity-tags";
import { mergePartner } from "@/api/gen/sdk.gen";
import type { PartnerRead } from "@/api/gen/types.gen";
import { announce } from "@/lib/announcer";
import { Actions, Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { RadioGroup } from "@/ui/fields/radio-group";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { partnerQuery, useRenewed } from "./api";
import { factWords, fieldName } from "./facts-words";
import styles from "./merge.module.css";
import { statusName } from "./words";

const compared = [
  "name",
  "legal_name",
  "ein",
  "org_type",
  "mission",
  "website",
  "phone",
  "email",
  "address",
  "city",
  "state",
  "postal_code",
  "languages",
  "funding_status",
  "charges_fee",
  "vendor_number",
  "parent_partner_id",
  "fiscal_sponsor_id",
  "sector",
  "is_public",
] as const;

type MergeField = (typeof compared)[number] | "standing";

function words(partner: PartnerRead, field: MergeField): string {
  if (field === "standing") return statusName(partner.status);
  return factWords(partner, field) || "";
}

const fields: readonly MergeField[] = [...compared, "standing"];

/** What only the other record says: it is taken unless somebody chooses otherwise. */
function lacking(stays: PartnerRead, goes: PartnerRead): readonly MergeField[] {
  return fields.filter((field) => words(stays, field) === "" && words(goes, field) !== "");
}

export function MergePage({ partnerId, otherId }: { partnerId: string; otherId: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const renewed = useRenewed();
  const one = useSuspenseQuery(partnerQuery(partnerId)).data;
  const two = useSuspenseQuery(partnerQuery(otherId)).data;
  // who is approved already keeps its record: agreements name it
  const [isSwapped, setSwapped] = useState(two.status === "approved" && one.status !== "approved");
  const [stays, goes] = isSwapped ? [two, one] : [one, two];
  const [taken, setTaken] = useState(() => lacking(stays, goes));
  const differing = fields.filter((field) => words(stays, field) !== words(goes, field));
  const merge = useMutation({
    mutationFn: async () =>
      (
        await mergePartner({
          path: { partner_id: stays.id },
          headers: ifMatch(stays),
          body: { other_id: goes.id, other_version: goes.version, take: [...taken] },
          throwOnError: true,
        })
      ).data,
    onSuccess: async (made) => {
      announce(t`Merged`);
      await navigate({ to: "/partners/$partnerId", params: { partnerId: made.id }, replace: true });
      await renewed();
    },
  });
  const choose = (field: MergeField, isOther: boolean) =>
    setTaken((before) => (isOther ? [...before, field] : before.filter((each) => each !== field)));
  return (
    <>
      <PageHead
        title={[t`Merge two records`, t`Partners`]}
        trail={
          <Breadcrumbs here={<Trans>Merge two records</Trans>}>
            <Link to="/partners">
              <Trans>Partners</Trans>
            </Link>
            <Link to="/partners/$partnerId" params={{ partnerId: one.id }}>
              {one.name}
            </Link>
          </Breadcrumbs>
        }
        heading={
          <Trans>
            Merge {goes.name} into {stays.name}
          </Trans>
        }
        lead={
          <Trans>
            Contacts, programs, agreements, partnerships, papers, staff and sign-ins go to the record that
            stays. You can undo it for 30 days.
          </Trans>
        }
      />
      {merge.isError && (
        <Notice kind="bad" live>
          {problemSentence(merge.error)}
        </Notice>
      )}
      <Section heading={<Trans>Which record stays</Trans>}>
        <RadioGroup
          label={t`Record that stays`}
          name="survivor"
          value={stays.id}
          choices={[one, two].map((each) => ({
            value: each.id,
            label: `${each.name} (${statusName(each.status)})`,
          }))}
          onChange={(event) => {
            const swaps = event.target.value === two.id;
            setSwapped(swaps);
            setTaken(swaps ? lacking(two, one) : lacking(one, two));
          }}
        />
      </Section>
      <Section
        heading={<Trans>Which values stay</Trans>}
        note={differing.length === 0 && <Trans>The two records say the same.</Trans>}
      >
        <div className={styles.compared}>
          {differing.map((field) => (
            <RadioGroup
              key={`${stays.id}-${field}`}
              label={field === "standing" ? t`Status and vetting` : fieldName(field)}
              name={field}
              value={taken.includes(field) ? "other" : "own"}
              choices={[
                { value: "own", label: words(stays, field) || t`Nothing`, hint: t`In the record that stays` },
                { value: "other", label: words(goes, field) || t`Nothing`, hint: t`In the other record` },
              ]}
              onChange={(event) => choose(field, event.target.value === "other")}
            />
          ))}
        </div>
      </Section>
      <Actions full>
        <Button
          kind="primary"
          onClick={() => merge.mutate()}
          working={merge.isPending ? <Trans>Merging…</Trans> : undefined}
        >
          <Trans>Merge the records</Trans>
        </Button>
        <ButtonLink kind="quiet" to="/partners/$partnerId" params={{ partnerId: one.id }}>
          <Trans>Cancel</Trans>
        </ButtonLink>
      </Actions>
    </>
  );
}
