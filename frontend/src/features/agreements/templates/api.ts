/** Templates of standing terms: reading, writing and publishing them. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch } from "@/api/entity-tags";
import {
  getAgreementTemplateChangesOptions,
  getAgreementTemplateOptions,
  getAgreementTemplateVersionOptions,
  listAgreementTemplatesOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import {
  addAgreementTemplate,
  copyAgreementTemplate,
  dropAgreementTemplateDraft,
  editAgreementTemplate,
  publishAgreementTemplate,
  reinstateAgreementTemplate,
  retireAgreementTemplate,
} from "@/api/gen/sdk.gen";
import type { TemplateCreate, TemplateRead, TemplateUpdate } from "@/api/gen/types.gen";
import { isRecord } from "@/api/problem";

export type Template = TemplateRead;
export type Version = Template["versions"][number];
export type Verb = "publish" | "retire" | "reinstate" | "drop";

export const templatesQuery = () => listAgreementTemplatesOptions();
export const templateQuery = (id: string) => getAgreementTemplateOptions({ path: { template_id: id } });
export const versionQuery = (id: string, number: number) =>
  getAgreementTemplateVersionOptions({ path: { template_id: id, number } });
export const changesQuery = (id: string, number: number, since: number) =>
  getAgreementTemplateChangesOptions({ path: { template_id: id, number }, query: { since } });

/** Lists, versions and the editor's choice of templates all move with one. */
function useKept() {
  const queries = useQueryClient();
  return (now: Template) => {
    const own = templateQuery(now.id).queryKey;
    queries.setQueryData(own, now);
    void queries.invalidateQueries({
      predicate: ({ queryKey: [key] }) =>
        isRecord(key) && key["_id"] !== "getMe" && JSON.stringify([key]) !== JSON.stringify(own),
    });
  };
}

export function useAdd() {
  return useMutation({
    mutationFn: async (body: TemplateCreate) =>
      (await addAgreementTemplate({ body, throwOnError: true })).data,
    onSuccess: useKept(),
  });
}

export function useCopy() {
  return useMutation({
    mutationFn: async ({ id, name }: { id: string; name: string }) => {
      const path = { template_id: id };
      return (await copyAgreementTemplate({ path, body: { name }, throwOnError: true })).data;
    },
    onSuccess: useKept(),
  });
}

export function useEditTemplate() {
  return useMutation({
    mutationFn: async ({ base, body }: { base: Template; body: TemplateUpdate }) => {
      const path = { template_id: base.id };
      return (await editAgreementTemplate({ path, body, headers: ifMatch(base), throwOnError: true })).data;
    },
    onSuccess: useKept(),
  });
}

const moves = {
  publish: publishAgreementTemplate,
  retire: retireAgreementTemplate,
  reinstate: reinstateAgreementTemplate,
  drop: dropAgreementTemplateDraft,
};

export function useMove() {
  return useMutation({
    mutationFn: async ({ base, verb }: { base: Template; verb: Verb }) => {
      const path = { template_id: base.id };
      return (await moves[verb]({ path, headers: ifMatch(base), throwOnError: true })).data;
    },
    onSuccess: useKept(),
  });
}

/** The template as it is by now, asked for again. */
export function useRereadTemplate(id: string): () => Promise<Template> {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...templateQuery(id), staleTime: 0 });
}
