/** Above the next paper: what was decided on the last one. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { paperQuery } from "./api";
import { paperName } from "./queue-words";

export function QueueDone({ paperId }: { paperId: string | undefined }) {
  const { data: paper } = useQuery({ ...paperQuery(paperId ?? ""), enabled: paperId !== undefined });
  if (!paper || (paper.status !== "accepted" && paper.status !== "rejected")) return null;
  const name = paperName(paper);
  const link = (
    <Link to="/papers/queue/$paperId" params={{ paperId: paper.id }}>
      {name}
    </Link>
  );
  const partner = paper.partner.name;
  return (
    <Notice kind={paper.status === "accepted" ? "good" : "info"}>
      {paper.status === "accepted" ? (
        <Trans>
          Accepted: {link} of {partner}. It counts from today.
        </Trans>
      ) : (
        <Trans>
          Turned down: {link} of {partner}. The partner reads why.
        </Trans>
      )}
    </Notice>
  );
}
