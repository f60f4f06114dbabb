/** The needs as others will read them, before they go out, and who will be able to. */
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { formatSchoolYear } from "@/lib/dates";
import { Section } from "@/ui/page/section";
import { areasQuery } from "./api";
import styles from "./need-rows.module.css";
import { namedNeeds, type TopDraft } from "./top-need-fields";

export function TopNeedsPreview({
  draft,
  school,
  publishes,
}: {
  draft: TopDraft;
  school: string;
  publishes: boolean;
}) {
  const areas = useSuspenseQuery(areasQuery).data.items;
  return (
    <Section
      id="preview"
      heading={
        <Trans>
          What {school} needs, {formatSchoolYear(draft.school_year)}
        </Trans>
      }
      note={
        publishes ? (
          <Trans>
            Once published, every school of the district and its partners can read this. Only the district
            office can open it again.
          </Trans>
        ) : (
          <Trans>
            The principal reads this next and publishes it. Until then nobody outside the school sees it.
          </Trans>
        )
      }
    >
      <ol className={styles.needs}>
        {namedNeeds(draft).map((need, index) => (
          <li key={`${need.title} ${need.sentence}`} className={styles.need}>
            <span className={styles.rank} aria-hidden="true">
              {index + 1}
            </span>
            <div className={styles.body}>
              <h3 className={styles.name}>{need.title}</h3>
              <p className={styles.about}>{areas.find((area) => area.code === need.area)?.label}</p>
              <p>{need.sentence}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
