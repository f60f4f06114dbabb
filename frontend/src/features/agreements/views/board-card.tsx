/** One agreement on the board: with whom, whose turn it is, how long it runs, and moving it. */
import { Trans } from "@lingui/react/macro";
import type { AgreementItem } from "@/api/gen/types.gen";
import { LinkButton } from "@/ui/actions/link-button";
import { Link } from "@/ui/actions/link";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { ending, turn } from "../findings";
import type { DaySearch } from "../search";
import { looks } from "../words";

export type Moving = Pick<AgreementItem, "id" | "title">;

type Props = {
  item: AgreementItem;
  day: string;
  dated: DaySearch;
  /** For those who take steps of agreements. */
  onMove: ((moving: Moving) => void) | undefined;
};

export function BoardCard({ item, day, dated, onMove }: Props) {
  const look = looks[item.effective_status];
  const isOver = look === "ended" || look === "archived";
  const whose = turn(item);
  return (
    <li>
      <Link to="/agreements/$agreementId" params={{ agreementId: item.id }} search={dated}>
        {item.title}
      </Link>
      <small>{item.partner.name}</small>
      {(item.waits_for.length > 0 || item.effective_status === "expired") && (
        <small>
          <Trans>Waits for: {whose}</Trans>
        </small>
      )}
      <small>{ending(item, day)}</small>
      {onMove && !isOver && (
        <LinkButton aria-haspopup="dialog" onClick={() => onMove({ id: item.id, title: item.title })}>
          <Trans>
            Move to…<VisuallyHidden> {item.title}</VisuallyHidden>
          </Trans>
        </LinkButton>
      )}
    </li>
  );
}
