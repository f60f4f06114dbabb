/** For the office: records much like this one, and those that became part of it, each of which can be parted again. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { problemSentence } from "@/api/form-problems";
import { listPartnerMergesOptions } from "@/api/gen/@tanstack/react-query.gen";
import { undoPartnerMerge } from "@/api/gen/sdk.gen";
import type { PartnerRead } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { announce } from "@/lib/announcer";
import { formatDay } from "@/lib/dates";
import { can, isPartnerStaff } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { similarQuery, useRenewed } from "./api";

export function Likenesses({ partner }: { partner: PartnerRead }) {
  const me = useSession();
  const isOffice = can(me, "partners:review") && !isPartnerStaff(me) && partner.can_edit;
  const similar = useQuery({ ...similarQuery({ name: partner.name, but: partner.id }), enabled: isOffice });
  const items = similar.data?.items ?? [];
  return (
    <>
      {items.length > 0 && (
        <Notice kind="warn" title={<Trans>This may be in the directory twice</Trans>}>
          <p>
            <Trans>Another record has nearly the same name. Compare them before you decide:</Trans>
          </p>
          <ul>
            {items.map((other) => (
              <li key={other.id}>
                <Link to="/partners/$partnerId" params={{ partnerId: other.id }}>
                  {other.name}
                </Link>
                {". "}
                <Link
                  to="/partners/$partnerId/merge"
                  params={{ partnerId: partner.id }}
                  search={{ other: other.id }}
                >
                  <Trans>Compare and merge with {other.name}</Trans>
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isOffice && <Merges partner={partner} />}
    </>
  );
}

function Merges({ partner }: { partner: PartnerRead }) {
  const { t } = useLingui();
  const renewed = useRenewed();
  const list = useQuery(listPartnerMergesOptions({ path: { partner_id: partner.id } }));
  const undo = useMutation({
    mutationFn: (merge: string) =>
      undoPartnerMerge({ path: { partner_id: partner.id, merge_id: merge }, throwOnError: true }),
    onSuccess: async () => {
      announce(t`The merge was undone`);
      await list.refetch();
      await renewed();
    },
  });
  const open = list.data?.items.filter((each) => each.can_undo) ?? [];
  if (open.length === 0) return null;
  return (
    <Notice kind="info" title={<Trans>Another record became part of this one</Trans>}>
      <ul>
        {open.map((merge) => (
          <li key={merge.id}>
            <Trans>
              {merge.merged.name}, on {formatDay(merge.made_on)}. It can be undone until{" "}
              {formatDay(merge.undo_until_on)}.
            </Trans>{" "}
            <Button onClick={() => undo.mutate(merge.id)}>
              <Trans>Undo the merge with {merge.merged.name}</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {undo.isError && <p>{problemSentence(undo.error)}</p>}
    </Notice>
  );
}
