/** The versions of a template, the newest first, and what one says otherwise than another. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useSession } from "@/features/auth";
import { dayOf, formatDay } from "@/lib/dates";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { Select } from "@/ui/fields/select";
import { problemSentence } from "@/api/form-problems";
import { Section } from "@/ui/page/section";
import { changesQuery, type Template, type Version } from "./api";
import { madeWords } from "./words";
import styles from "./templates.module.css";

type Props = { template: Template; shown: number; since?: number | undefined };

export function VersionsSection({ template, shown, since }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const others = template.versions.filter(({ number }) => number !== shown);
  const to = "/settings/templates/$templateId";
  const params = { templateId: template.id };
  return (
    <Section heading={t`Versions`}>
      <ul className={styles.versions}>
        {template.versions.map((version) => (
          <li key={version.id}>
            <Link to={to} params={params} search={{ version: version.number }}>
              <Trans>Version {version.number}</Trans>
            </Link>
            <span>
              <Issued version={version} />
            </span>
            {version.note && <p>{version.note}</p>}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div className={styles.compare}>
          <Select
            label={t`Compare version ${shown} with`}
            empty={t`Choose a version`}
            options={others.map(({ number }) => ({ value: String(number), label: t`Version ${number}` }))}
            value={since === undefined || since === shown ? "" : String(since)}
            onChange={({ target }) =>
              void navigate({
                to,
                params,
                search: { version: shown, ...(target.value !== "" && { since: Number(target.value) }) },
                replace: true,
                resetScroll: false,
              })
            }
          />
        </div>
      )}
      {since !== undefined && others.some(({ number }) => number === since) && (
        <Compared templateId={template.id} number={shown} since={since} />
      )}
    </Section>
  );
}

function Issued({ version }: { version: Version }) {
  const { time_zone: timeZone } = useSession().tenant;
  if (version.published_at === null) return <Trans>Being written</Trans>;
  const day = formatDay(dayOf(version.published_at, timeZone), "long");
  const used = madeWords(version.agreements);
  const by = version.published_by?.name;
  const told = by ? (
    <Trans>
      Published on {day} by {by}
    </Trans>
  ) : (
    <Trans>Published on {day}</Trans>
  );
  return (
    <>
      {told}
      {used !== "" && ` · ${used}`}
    </>
  );
}

function Compared({ templateId, number, since }: { templateId: string; number: number; since: number }) {
  const { data, error } = useQuery(changesQuery(templateId, number, since));
  if (error) return <Notice kind="bad">{problemSentence(error)}</Notice>;
  if (!data) return null;
  return (
    <div className={styles.text} role="status">
      {data.sections.length === 0 && (
        <p>
          <Trans>Both say the same.</Trans>
        </p>
      )}
      {data.was_negotiable !== null && data.was_negotiable !== data.is_negotiable && (
        <p>
          {data.is_negotiable ? (
            <Trans>Authors may change these terms now.</Trans>
          ) : (
            <Trans>Authors may no longer change these terms.</Trans>
          )}
        </p>
      )}
      {data.sections.map((section) => (
        <div key={section.heading}>
          <h3>{section.heading}</h3>
          {section.lines.map(({ change, text }) => (
            <p key={change + text}>
              {change === "added" ? (
                <>
                  <small>
                    <Trans>Added:</Trans>
                  </small>{" "}
                  <ins>{text}</ins>
                </>
              ) : change === "dropped" ? (
                <>
                  <small>
                    <Trans>Left out:</Trans>
                  </small>{" "}
                  <del>{text}</del>
                </>
              ) : (
                text
              )}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
