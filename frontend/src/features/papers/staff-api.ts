/** Writing a staff list: people, where they enter, their checks, and who has left. */
import { queryOptions, useMutation } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import { getStaffMemberOptions, listPartnershipsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { addBackgroundCheck, addStaffMember, changeStaffMember } from "@/api/gen/sdk.gen";
import type { CheckCreate, StaffCreate, StaffUpdate } from "@/api/gen/types.gen";
import { useRenewed, type StaffMember } from "./api";

/** People in a list carry no version of their own: somebody is read once more before an edit. */
export const memberQuery = (id: string) => ({
  ...getStaffMemberOptions({ path: { staff_id: id } }),
  staleTime: 0,
  gcTime: 0,
});

/** Where the partner’s programs are, or are to be. */
export function placesQuery(partnerId: string) {
  return queryOptions({
    ...listPartnershipsOptions({ query: { partner: partnerId, limit: 200 } }),
    select: ({ items }) =>
      items
        .filter(({ stage }) => stage !== "ended" && stage !== "not_a_fit")
        .map(({ program, school }) => ({ program, school })),
  });
}

export function useAddPerson(partnerId: string) {
  return useMutation({
    mutationFn: async (body: StaffCreate) =>
      (await addStaffMember({ path: { partner_id: partnerId }, body, throwOnError: true })).data,
  });
}

export function useChangePerson() {
  return useMutation({
    mutationFn: async ({ member, body }: { member: StaffMember; body: StaffUpdate }) =>
      (
        await changeStaffMember({
          path: { staff_id: member.id },
          headers: ifMatch(member),
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: useRenewed(),
  });
}

/** Several checks of one day, one after the other: each knows the version that the last one left. */
export function useAddChecks() {
  return useMutation({
    mutationFn: async ({ member, checks }: { member: StaffMember; checks: readonly CheckCreate[] }) => {
      let now = member;
      for (const body of checks) {
        // oxlint-disable-next-line no-await-in-loop -- each needs the version that the one before left
        now = (
          await addBackgroundCheck({
            path: { staff_id: member.id },
            headers: ifMatch(now),
            body,
            throwOnError: true,
          })
        ).data;
      }
      return now;
    },
    onSettled: useRenewed(),
  });
}
