/** A school's page as staff keep it: is it open, what stands on it and why not the rest, and how it looks. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import type { KeptSheetRead } from "@/api/gen/types.gen";
import { isLanguage, languages, type Language } from "@/lib/i18n";
import { Actions, Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { SummaryList } from "@/ui/data/summary-list";
import { Notice } from "@/ui/feedback/notice";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { Section } from "@/ui/page/section";
import { Segments } from "@/ui/page/segments";
import { sheetQuery, useKeepSheet } from "./keeping-api";
import { Sheet } from "./sheet";
import { SheetItems } from "./sheet-items";
import styles from "./keeping.module.css";

const PageDialog = lazy(() => import("./page-dialog").then((module) => ({ default: module.PageDialog })));

export function KeepHalfSheetPage({ schoolId }: { schoolId: string }) {
  const { t } = useLingui();
  const sheet = useSuspenseQuery(sheetQuery(schoolId)).data;
  const [editing, setEditing] = useState(false);
  const shown = sheet.items.filter((item) => item.standing === "shown").length;
  return (
    <>
      <PageHead
        title={[t`Public page`, sheet.school.name]}
        trail={
          <Breadcrumbs here={<Trans>Public page</Trans>}>
            <Link to="/schools">
              <Trans>Schools</Trans>
            </Link>
            <Link to="/schools/$schoolId" params={{ schoolId }}>
              {sheet.school.name}
            </Link>
          </Breadcrumbs>
        }
        heading={
          sheet.is_open ? (
            <Plural
              value={shown}
              _0="No program is on the public page today"
              one="# program is on the public page today"
              other="# programs are on the public page today"
            />
          ) : (
            <Trans>The public page is closed</Trans>
          )
        }
        lead={<Decides sheet={sheet} />}
        action={
          sheet.can_edit && (
            <Button kind={sheet.is_open ? "secondary" : "primary"} onClick={() => setEditing(true)}>
              {sheet.is_open ? <Trans>Edit the page</Trans> : <Trans>Open the page</Trans>}
            </Button>
          )
        }
      />
      <SheetItems items={sheet.items} schoolId={schoolId} />
      <About sheet={sheet} schoolId={schoolId} />
      {sheet.preview && <Preview schoolId={schoolId} />}
      {editing && (
        <Suspense>
          <PageDialog schoolId={schoolId} sheet={sheet} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
}

function Decides({ sheet }: { sheet: KeptSheetRead }) {
  return (
    <>
      {sheet.decided_by === "district" ? (
        <Trans>A program is on it when its partner has made it public and the district office agrees.</Trans>
      ) : (
        <Trans>A program is on it when its partner has made it public and the principal agrees.</Trans>
      )}{" "}
      <Trans>Either takes it down at once.</Trans>{" "}
      <Link to="/settings/half-sheets">
        <Trans>Who decides</Trans>
      </Link>
    </>
  );
}

function About({ sheet, schoolId }: { sheet: KeptSheetRead; schoolId: string }) {
  const { t } = useLingui();
  return (
    <Section heading={<Trans>The page</Trans>}>
      <SummaryList
        facts={[
          {
            key: "address",
            term: t`Address`,
            value:
              sheet.address && sheet.is_open ? (
                <a href={new URL(sheet.address).pathname}>{sheet.address}</a>
              ) : (
                (sheet.address ?? <Trans>Made when the page is opened</Trans>)
              ),
          },
          { key: "ask", term: t`Whom to ask`, value: sheet.ask ?? <Trans>Nobody is named</Trans> },
          { key: "es", term: t`The same in Spanish`, value: sheet.ask_es ?? <Trans>Not written</Trans> },
          { key: "phone", term: t`Telephone`, value: sheet.ask_phone ?? <Trans>None</Trans> },
        ]}
      />
      {sheet.can_close && <Close sheet={sheet} schoolId={schoolId} />}
    </Section>
  );
}

function Close({ sheet, schoolId }: { sheet: KeptSheetRead; schoolId: string }) {
  const keep = useKeepSheet(schoolId);
  const { ask, ask_es, ask_phone } = sheet;
  return (
    <>
      {keep.error && (
        <Notice kind="bad" live>
          {problemSentence(keep.error)}
        </Notice>
      )}
      <Actions>
        <Button
          kind="quiet"
          working={keep.isPending ? <Trans>Closing…</Trans> : undefined}
          onClick={() => keep.mutate({ base: sheet, body: { is_open: false, ask, ask_es, ask_phone } })}
        >
          <Trans>Close the page</Trans>
        </Button>
      </Actions>
    </>
  );
}

function Preview({ schoolId }: { schoolId: string }) {
  const { t, i18n } = useLingui();
  const [language, setLanguage] = useState<Language>(isLanguage(i18n.locale) ? i18n.locale : "en");
  const preview = useQuery(sheetQuery(schoolId, language)).data?.preview;
  return (
    <Section
      heading={<Trans>How it looks</Trans>}
      note={<Trans>What families read, with what was said in their language.</Trans>}
    >
      <Segments
        label={t`Language`}
        value={language}
        onChange={setLanguage}
        options={[
          { value: "en", label: languages.en },
          { value: "es", label: languages.es },
        ]}
      />
      <div className={styles.preview}>{preview && <Sheet sheet={preview} within />}</div>
    </Section>
  );
}
