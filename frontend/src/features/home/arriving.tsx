/** A part of the page that arrives by itself: its shape while it comes, and a way to ask again when it does not. */
import { Trans } from "@lingui/react/macro";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemSentence } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";

type Props<Data, Failure> = {
  query: UseQueryResult<Data, Failure>;
  /** “Loading who may enter” */
  label: string;
  count?: number;
  children: (data: Data) => ReactNode;
};

export function Arriving<Data, Failure>({ query, label, count = 4, children }: Props<Data, Failure>) {
  return (
    <>
      {query.data !== undefined && children(query.data)}
      {query.isError ? (
        <Notice
          kind="bad"
          live
          actions={
            <Button small onClick={() => void query.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          <p>{problemSentence(query.error)}</p>
        </Notice>
      ) : (
        query.data === undefined && <Skeleton label={label} count={count} />
      )}
    </>
  );
}
