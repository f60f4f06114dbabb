/** One template: how an agreement made from a version would begin, its next version, and its steps. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Actions, Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { typeName } from "../words";
import { templateQuery, type Template, type Verb } from "./api";
import { VersionPreview } from "./version-preview";
import { VersionsSection } from "./versions-section";
import { needWords, templateLooks, templateStatus, verbWords } from "./words";
import styles from "../agreements.module.css";

const TemplateForm = lazy(() =>
  import("./template-form").then((module) => ({ default: module.TemplateForm })),
);
const MoveDialog = lazy(() => import("./move-dialog").then((module) => ({ default: module.MoveDialog })));
const NameDialog = lazy(() => import("./name-dialog").then((module) => ({ default: module.NameDialog })));

type Props = { templateId: string; version?: number | undefined; since?: number | undefined };
type Open = Verb | "copy" | "edit";

export function TemplatePage({ templateId, version, since }: Props) {
  const { t } = useLingui();
  const template = useSuspenseQuery(templateQuery(templateId)).data;
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const newest = template.draft_number ?? template.published_number ?? 1;
  const shown = template.versions.find(({ number }) => number === version)?.number ?? newest;
  const start = (what: Open) => {
    setDone(null);
    setOpen(what);
  };
  const finish = (words: string) => {
    setOpen(null);
    setDone(words);
  };
  const type = typeName(template.type);
  return (
    <>
      <PageHead
        title={[template.name, t`Templates of standing terms`]}
        trail={
          <Breadcrumbs here={template.name}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
            <Link to="/settings/agreements">
              <Trans>Settings</Trans>
            </Link>
            <Link to="/settings/templates">
              <Trans>Templates</Trans>
            </Link>
          </Breadcrumbs>
        }
        kind={
          <>
            {type}{" "}
            <StatusTag look={templateLooks[template.status]}>{templateStatus(template.status)}</StatusTag>
          </>
        }
        heading={template.name}
        lead={
          template.is_negotiable ? (
            <Trans>Authors may change these terms in their draft.</Trans>
          ) : (
            <Trans>These terms are the same in every agreement made from it.</Trans>
          )
        }
      />
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={done} key={template.version} />
        </div>
      )}
      {open === "edit" ? (
        <Section heading={template.draft_number === null ? t`The next version` : t`Version ${newest}`}>
          <Suspense fallback={<Skeleton label={t`Loading the form`} />}>
            <TemplateForm
              template={template}
              onClose={() => setOpen(null)}
              onDone={() => finish(t`The text is saved. Nobody uses it before it is published.`)}
            />
          </Suspense>
        </Section>
      ) : (
        <>
          <Steps template={template} onStart={start} />
          <VersionPreview templateId={templateId} number={shown} />
        </>
      )}
      <VersionsSection template={template} shown={shown} since={since} />
      <Suspense>
        {open === "copy" && <NameDialog copied={template} onClose={() => setOpen(null)} />}
        {open !== null && open !== "copy" && open !== "edit" && (
          <MoveDialog
            verb={open}
            template={template}
            onClose={() => setOpen(null)}
            onDone={() => finish(verbWords(open, template).done)}
          />
        )}
      </Suspense>
    </>
  );
}

/** What the server lets this reader do; publishing is the one that leads on. */
function Steps({ template, onStart }: { template: Template; onStart: (what: Open) => void }) {
  const { t } = useLingui();
  const move = (verb: Verb) => template.allowed_moves.find((each) => each.move === verb);
  const publish = move("publish");
  const isReady = publish?.needs.length === 0;
  const lacks = template.draft_number === null ? [] : (publish?.needs ?? []);
  if (!template.can_edit && template.allowed_moves.length === 0) return null;
  return (
    <div className={styles.notice} data-print="no">
      <Actions>
        {isReady && (
          <Button kind="primary" onClick={() => onStart("publish")}>
            {verbWords("publish", template).action}
          </Button>
        )}
        {template.can_edit && (
          <Button kind={isReady ? "secondary" : "primary"} onClick={() => onStart("edit")}>
            {template.draft_number === null ? t`Write the next version` : t`Change the text`}
          </Button>
        )}
        {template.can_discard && (
          <Button onClick={() => onStart("drop")}>{verbWords("drop", template).action}</Button>
        )}
        <Button onClick={() => onStart("copy")}>
          <Trans>Copy it</Trans>
        </Button>
        {(["retire", "reinstate"] as const)
          .filter((verb) => move(verb)?.needs.length === 0)
          .map((verb) => (
            <Button key={verb} kind="quiet" onClick={() => onStart(verb)}>
              {verbWords(verb, template).action}
            </Button>
          ))}
      </Actions>
      {lacks.length > 0 && <p>{lacks.map(needWords).join(" ")}</p>}
    </div>
  );
}
