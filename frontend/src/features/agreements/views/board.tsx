/** The agreements of the list's question in columns by where they stand; steps are taken on the record. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { problemSentence } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { ending, turn } from "../findings";
import type { AgreementsSearch } from "../search";
import { looks, statusName } from "../words";
import { statesQuery } from "./api";
import styles from "./board.module.css";

export function AgreementsBoard({ search, day }: { search: AgreementsSearch; day: string }) {
  const { t } = useLingui();
  const found = useQuery(statesQuery(search));
  if (found.isPending) return <Skeleton label={t`Loading the board`} />;
  if (found.isError) {
    return (
      <Notice
        kind="bad"
        live
        title={t`The board could not be loaded`}
        actions={
          <Button small onClick={() => void found.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {problemSentence(found.error)}
      </Notice>
    );
  }
  const dated = search.effective_on ? { effective_on: search.effective_on } : {};
  const { view: _view, ...list } = search;
  return (
    <div className={styles.board} aria-busy={found.isPlaceholderData || undefined}>
      {found.data.items.map(({ effective_status: state, count, items }) => {
        const name = statusName(state);
        return (
          <section key={state} aria-labelledby={`state-${state}`}>
            <h2 id={`state-${state}`}>
              <StatusTag look={looks[state]}>{name}</StatusTag> <span className={styles.count}>{count}</span>
            </h2>
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  <Link to="/agreements/$agreementId" params={{ agreementId: item.id }} search={dated}>
                    {item.title}
                  </Link>
                  <small>{item.partner.name}</small>
                  <small>{turn(item)}</small>
                  <small>{ending(item, day)}</small>
                </li>
              ))}
            </ul>
            {count > items.length && (
              <p>
                <Link to="/agreements" search={{ ...list, standing: state, sort: "ends_on" }}>
                  <Trans>
                    All {count}: {name}
                  </Trans>
                </Link>
              </p>
            )}
          </section>
        );
      })}
      {found.data.total === 0 && (
        <p role="status">
          <Trans>No agreement matches.</Trans>
        </p>
      )}
    </div>
  );
}
