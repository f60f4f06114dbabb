/** The next part of a long list. Rows already read stay; the new first row is where reading goes on. */
import { Plural, Trans } from "@lingui/react/macro";
import { Button } from "../actions/button";
import styles from "./show-more.module.css";

type Props = {
  shown: number;
  /** Known only when the list was asked to count. */
  total?: number | undefined;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
};

export function ShowMore({ shown, total, hasMore, loading, onMore }: Props) {
  return (
    <div className={styles.more}>
      {hasMore && (
        <Button onClick={onMore} working={loading ? <Trans>Loading…</Trans> : undefined}>
          <Trans>Show more</Trans>
        </Button>
      )}
      <p role="status">
        {total === undefined ? (
          <Plural value={shown} one="# shown" other="# shown" />
        ) : (
          <Trans>
            {shown} of {total} shown
          </Trans>
        )}
      </p>
    </div>
  );
}
