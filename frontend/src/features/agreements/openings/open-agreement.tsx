/** One agreement that another district opened: what it says, word for word, and adopting it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { formatDay } from "@/lib/dates";
import { Button } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { SummaryList } from "@/ui/data/summary-list";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { typeName } from "../words";
import { openAgreementQuery } from "./queries";
import { originState } from "./words";
import styles from "./openings.module.css";

const AdoptDialog = lazy(() => import("./adopt-dialog").then((module) => ({ default: module.AdoptDialog })));

export function OpenAgreement({ id }: { id: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const open = useSuspenseQuery(openAgreementQuery(id)).data;
  const [isAdopting, setAdopting] = useState(false);
  const { look, words } = originState(open.state);
  const { district, partner } = open;
  const first = formatDay(open.starts_on, "long");
  const last = formatDay(open.ends_on, "long");
  const until = formatDay(open.open_until, "long");
  const here = open.partner_here;
  return (
    <>
      <PageHead
        title={[open.title, t`Open to other districts`]}
        trail={
          <Breadcrumbs here={open.number}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
            <Link to="/agreements/open" search={{}}>
              <Trans>Open to other districts</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={
          <>
            <span>
              {typeName(open.type)} {open.number}
            </span>{" "}
            <StatusTag look={look}>{words}</StatusTag>
          </>
        }
        heading={open.title}
        lead={
          <Trans>
            {district} and {partner} signed it. Until {until} other districts may take its terms.
          </Trans>
        }
        action={
          open.adopted_here ? (
            <ButtonLink
              kind="primary"
              to="/agreements/$agreementId"
              params={{ agreementId: open.adopted_here.id }}
            >
              <Trans>Open our agreement</Trans>
            </ButtonLink>
          ) : open.can_adopt ? (
            <Button kind="primary" onClick={() => setAdopting(true)}>
              <Trans>Adopt these terms</Trans>
            </Button>
          ) : undefined
        }
      />
      <Section heading={t`What it takes to join`}>
        <SummaryList
          facts={[
            { term: t`The clause`, value: <q>{open.clause}</q> },
            { term: t`Runs there`, value: t`${first} to ${last}` },
            {
              term: t`The partner here`,
              value: here ? (
                <Link to="/partners/$partnerId" params={{ partnerId: here.id }}>
                  {here.name}
                </Link>
              ) : (
                <Trans>
                  Not known here by its EIN or name. It <Link to="/partners/new">is added</Link> first, or
                  chosen when you adopt.
                </Trans>
              ),
            },
            {
              term: t`Fingerprint (SHA-256)`,
              value: <span className={styles.hash}>{open.text_sha256}</span>,
            },
          ]}
        />
      </Section>
      <Section
        heading={t`The signed text`}
        note={<Trans>As both parties signed it in {district}. Its schools and days are theirs.</Trans>}
      >
        <p className={styles.act} data-print="no">
          <a href={`/api/v1/open-agreements/${id}/text.pdf`} download={`${open.number} ${district}.pdf`}>
            <Trans>Download as PDF</Trans>
          </a>
        </p>
        <div className={styles.text}>
          {open.document.sections.map((section) => (
            <div key={section.heading}>
              <h3>{section.heading}</h3>
              {section.paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
              {section.items.length > 0 && (
                <ul>
                  {section.items.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              )}
            </div>
          ))}
        </div>
      </Section>
      {isAdopting && (
        <Suspense>
          <AdoptDialog
            open={open}
            onClose={() => setAdopting(false)}
            onDone={(made) =>
              void navigate({ to: "/agreements/$agreementId/edit", params: { agreementId: made } })
            }
          />
        </Suspense>
      )}
    </>
  );
}
