/** Whether families read of a program, and on which schools' pages today. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { problemSentence } from "@/api/form-problems";
import type { ListingRead } from "@/api/gen/types.gen";
import { Actions, Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { listingQuery } from "./listing-api";
import styles from "./partners.module.css";

export function ProgramListing({ programId, onEdit }: { programId: string; onEdit: () => void }) {
  const { data: listing, error } = useQuery(listingQuery(programId));
  if (error) return <Notice kind="bad">{problemSentence(error)}</Notice>;
  if (!listing) return null;
  return (
    <section className={styles.steps}>
      <h3>
        <Trans>On schools’ public pages</Trans>
      </h3>
      <p>
        <StatusTag look={listing.is_public ? "good" : "none"}>
          {listing.is_public ? <Trans>Public</Trans> : <Trans>Not public</Trans>}
        </StatusTag>
      </p>
      <Where listing={listing} />
      {listing.can_edit && (
        <Actions>
          <Button onClick={onEdit}>
            <Trans>What families read</Trans>
          </Button>
        </Actions>
      )}
    </section>
  );
}

function Where({ listing }: { listing: ListingRead }) {
  const { t } = useLingui();
  if (!listing.is_public) {
    return (
      <p>
        <Trans>
          Only the partner makes it public; each school’s page then asks for the district’s agreement.
        </Trans>
      </p>
    );
  }
  if (listing.shown_at.length === 0) {
    return (
      <p>
        <Trans>No school’s page shows it today.</Trans>
      </p>
    );
  }
  return (
    <ul aria-label={t`Schools whose page shows it today`}>
      {listing.shown_at.map((school) => (
        <li key={school.id}>
          <Link to="/schools/$schoolId/half-sheet" params={{ schoolId: school.id }}>
            {school.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
