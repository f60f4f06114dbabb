/** Reading and changing the views of a list. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  getSavedViewOptions,
  keepSavedViewMutation,
  listSavedViewsOptions,
  listSavedViewsQueryKey,
} from "@/api/gen/@tanstack/react-query.gen";
import { changeSavedView, removeSavedView } from "@/api/gen/sdk.gen";
import type { SavedViewCreate, SavedViewRead, SavedViewUpdate } from "@/api/gen/types.gen";
import { ifMatch } from "@/api/entity-tags";

export type SavedView = SavedViewRead;
export type Listing = SavedView["list"];
/** The list's own words, by name, and how they are looked at. */
export type Asked = Pick<SavedViewCreate, "list" | "question" | "layout">;

/** One's own views of a list and those that the office shares. */
export const savedViewsQuery = (list: Listing) => listSavedViewsOptions({ query: { list } });

/** One view as it is now, with the version that a change is made to. */
export const savedViewQuery = (id: string) => ({
  ...getSavedViewOptions({ path: { view_id: id } }),
  staleTime: 0,
});

function useReread(list: Listing) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: listSavedViewsQueryKey({ query: { list } }) });
}

export function useKeepView(list: Listing) {
  return useMutation({ ...keepSavedViewMutation(), onSuccess: useReread(list) });
}

export function useChangeView(view: SavedView) {
  return useMutation({
    mutationFn: async (body: SavedViewUpdate) =>
      (
        await changeSavedView({
          path: { view_id: view.id },
          headers: ifMatch(view),
          body,
          throwOnError: true,
        })
      ).data,
    onSuccess: useReread(view.list),
  });
}

export function useRemoveView(view: SavedView) {
  return useMutation({
    mutationFn: () =>
      removeSavedView({ path: { view_id: view.id }, headers: ifMatch(view), throwOnError: true }),
    onSuccess: useReread(view.list),
  });
}
