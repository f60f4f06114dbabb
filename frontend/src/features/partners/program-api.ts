/** Programs and contacts of a partner: reading one, adding, editing, and a program's steps. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getProgramOptions, listTermsOptions } from "@/api/gen/@tanstack/react-query.gen";
import {
  addPartnerContact,
  addProgram,
  approveProgram,
  changePartnerContact,
  changeProgram,
  getPartnerContact,
  removePartnerContact,
  retireProgram,
  submitProgram,
} from "@/api/gen/sdk.gen";
import type {
  ContactCreate,
  ContactRead,
  ContactUpdate,
  ProgramCreate,
  ProgramRead,
  ProgramUpdate,
} from "@/api/gen/types.gen";
import { ifMatch } from "@/api/entity-tags";
import { useRenewed } from "./api";

export const programQuery = (id: string) => getProgramOptions({ path: { program_id: id } });
export const populationsQuery = {
  ...listTermsOptions({ path: { scheme: "population" } }),
  staleTime: 10 * 60_000,
};

export const outcomesQuery = {
  ...listTermsOptions({ path: { scheme: "outcome" } }),
  staleTime: 10 * 60_000,
};

function useProgramRenewed() {
  const queries = useQueryClient();
  const renewed = useRenewed();
  return async () => {
    await queries.invalidateQueries({ queryKey: [{ _id: "getProgram" }] });
    await renewed();
  };
}

export function useAddProgram(partnerId: string) {
  return useMutation({
    mutationFn: async (body: ProgramCreate) =>
      (await addProgram({ path: { partner_id: partnerId }, body, throwOnError: true })).data,
    onSuccess: useProgramRenewed(),
  });
}

export function useChangeProgram() {
  return useMutation({
    mutationFn: async ({ program, body }: { program: ProgramRead; body: ProgramUpdate }) =>
      (
        await changeProgram({
          path: { program_id: program.id },
          headers: ifMatch(program),
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: useProgramRenewed(),
  });
}

export function useRereadProgram(id: string) {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...programQuery(id), staleTime: 0 });
}

async function takeProgramStep(program: ProgramRead, move: string) {
  const to = { path: { program_id: program.id }, headers: ifMatch(program), throwOnError: true } as const;
  switch (move) {
    case "submit":
      return (await submitProgram(to)).data;
    case "approve":
      return (await approveProgram(to)).data;
    case "retire":
      return (await retireProgram(to)).data;
    default:
      throw new Error(`no such step: ${move}`);
  }
}

export function useProgramStep(program: ProgramRead) {
  return useMutation({
    mutationFn: (move: string) => takeProgramStep(program, move),
    onSettled: useProgramRenewed(),
  });
}

/** A contact in a partner's record carries no version of its own, so it is read once more before it is edited. */
export function useReadContact(partnerId: string) {
  return async (id: string) =>
    (await getPartnerContact({ path: { partner_id: partnerId, contact_id: id }, throwOnError: true })).data;
}

export function useAddContact(partnerId: string) {
  return useMutation({
    mutationFn: async (body: ContactCreate) =>
      (await addPartnerContact({ path: { partner_id: partnerId }, body, throwOnError: true })).data,
    onSuccess: useRenewed(),
  });
}

export function useChangeContact(partnerId: string) {
  return useMutation({
    mutationFn: async ({ contact, body }: { contact: ContactRead; body: ContactUpdate }) =>
      (
        await changePartnerContact({
          path: { partner_id: partnerId, contact_id: contact.id },
          headers: ifMatch(contact),
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: useRenewed(),
  });
}

export function useRemoveContact(partnerId: string) {
  return useMutation({
    mutationFn: async (contact: ContactRead) =>
      removePartnerContact({
        path: { partner_id: partnerId, contact_id: contact.id },
        headers: ifMatch(contact),
        throwOnError: true,
      }),
    onSuccess: useRenewed(),
  });
}
