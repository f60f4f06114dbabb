/** When a page cannot be shown: not found, not allowed, or broken; each says what can be done. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { isApiError } from "@/api/problem";
import { Button } from "@/ui/actions/button";
import { PageHead } from "@/ui/page/page-head";
import { Frame } from "./frame";
import { NotFoundPage } from "./not-found-page";
import styles from "./frame.module.css";

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (isApiError(error) && error.isNotFound) return <NotFoundPage />;
  if (isApiError(error) && error.isForbidden) {
    return (
      <Frame>
        <PageHead
          title={t`Not open to you`}
          heading={<Trans>Your role does not open this page</Trans>}
          lead={error.detail ?? <Trans>Ask your district or network office if you should see it.</Trans>}
        />
      </Frame>
    );
  }
  const again = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  const offline = isApiError(error) && error.isOffline;
  return (
    <Frame>
      <PageHead
        title={t`Not loaded`}
        heading={offline ? <Trans>No answer came</Trans> : <Trans>This page could not be loaded</Trans>}
        lead={
          offline ? (
            <Trans>The connection was lost. Check it and try again.</Trans>
          ) : (
            <Trans>Something went wrong on our side. Your work is not affected.</Trans>
          )
        }
        asOf={isApiError(error) && error.reference ? <Trans>Reference {error.reference}</Trans> : undefined}
      />
      <div className={styles.actions}>
        <Button kind="primary" onClick={again}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    </Frame>
  );
}
