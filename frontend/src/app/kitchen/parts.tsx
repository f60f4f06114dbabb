/** Colour, type, buttons, status, notices, page parts, empty and loading. */
import { Pencil, Printer } from "lucide-react";
import { useState } from "react";
import { Actions, Button, IconButton } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { Hidden } from "@/ui/data/hidden";
import { StatusTag } from "@/ui/data/status-tag";
import { Conflict } from "@/ui/feedback/conflict";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { UndoBar } from "@/ui/feedback/undo-bar";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { Disclosure } from "@/ui/page/disclosure";
import { NextBox } from "@/ui/page/next-box";
import { Halves, Section, Source } from "@/ui/page/section";
import { Tabs } from "@/ui/page/tabs";
import { Sample, Shelf } from "./shelf";
import styles from "./kitchen.module.css";

const colours = [
  "bg", "raised", "sunk", "text", "text-muted", "border", "border-strong", "border-control", "accent", "accent-hover",
  "accent-tint", "danger", "heat-1", "heat-2", "heat-3", "series-1", "series-2", "series-3", "series-4", "series-5",
]; // prettier-ignore

export function PartSamples() {
  return (
    <>
      <Shelf name="Color">
        <ul className={styles.swatches}>
          {colours.map((name) => (
            <li key={name}>
              <svg className={styles.swatch} aria-hidden="true">
                <rect width="100%" height="100%" style={{ fill: `var(--${name})` }} />
              </svg>
              --{name}
            </li>
          ))}
        </ul>
      </Shelf>
      <Shelf name="Buttons">
        <Sample label="Primary: one on a page. At rest, working">
          <Actions>
            <Button kind="primary">Send for review</Button>
            <WorkingButton />
          </Actions>
        </Sample>
        <Sample label="Secondary, quiet, danger, small, icon, link that looks like a button, button that reads as a link">
          <Actions>
            <Button>Save draft</Button>
            <Button kind="quiet">Cancel</Button>
            <Button kind="danger">End agreement</Button>
            <Button small icon={Pencil}>
              Edit phone
            </Button>
            <IconButton label="Print" icon={Printer} />
            <ButtonLink to="/kitchen" hash="buttons">
              Open the agreement
            </ButtonLink>
            <LinkButton>Not for our school</LinkButton>
          </Actions>
        </Sample>
        <Sample label="Not yet: text with the reason, not a gray button">
          <p>You can sign once the district has approved: Renee Castellano, by February 7.</p>
        </Sample>
      </Shelf>
      <Shelf name="Status">
        <div className={styles.tags}>
          <StatusTag look="draft">Draft</StatusTag>
          <StatusTag look="review">In review, with Renee Castellano</StatusTag>
          <StatusTag look="changes">Changes requested</StatusTag>
          <StatusTag look="good">On track</StatusTag>
          <StatusTag look="warn">Expires in 42 days</StatusTag>
          <StatusTag look="bad">No partner</StatusTag>
          <StatusTag look="ended">Ended</StatusTag>
          <StatusTag look="archived">Archived</StatusTag>
          <StatusTag look="none">No data yet</StatusTag>
          <StatusTag look="done">Completed</StatusTag>
          <Hidden why="size" />
          <Hidden why="privacy" />
        </div>
        <Source>
          Always icon, word and tint together. Finished things lose their tint, so what is open stands out.
        </Source>
      </Shelf>
      <Shelf name="Notices">
        <Notice title="Dana Fitch changed this at 2:41 pm">
          <p>Your text is kept. Choose which one to use for each field.</p>
        </Notice>
        <Notice kind="good" title="Agreement confirmed for Alderbrook">
          <p>
            Dana Fitch and Renee Castellano were told. <Link to="/kitchen">Next: agree the target</Link>
          </p>
        </Notice>
        <Notice
          kind="warn"
          title="That is three times last month’s number"
          actions={
            <>
              <Button small>Save 33 anyway</Button>
              <Button small kind="quiet">
                Change it
              </Button>
            </>
          }
        >
          <p>You entered 33 sessions; December had 11.</p>
        </Notice>
        <Notice
          kind="bad"
          title="The partners could not be loaded"
          actions={<Button small>Try again</Button>}
        >
          <p>The connection was lost. What you see is from 2:10 pm. Reference 7F3-0A1.</p>
        </Notice>
      </Shelf>
      <Shelf name="Conflict">
        <ConflictSample />
      </Shelf>
      <Shelf name="Next step">
        <NextBox
          who="Next for you"
          heading="Confirm this agreement for Alderbrook School"
          action={<Button>Confirm for Alderbrook</Button>}
        >
          Says the school wants the program. It does not sign anything.{" "}
          <LinkButton>Not for our school</LinkButton>
        </NextBox>
        <NextBox who="Waiting for Renee Castellano" heading="The district office reads the agreement">
          She has until January 31. You will be told.
        </NextBox>
      </Shelf>
      <Shelf name="Page parts">
        <Breadcrumbs here="Reading on grade level">
          <Link to="/kitchen">Targets</Link>
        </Breadcrumbs>
        <Tabs label="Partner sections">
          <Link to="/kitchen">Overview</Link>
          <Link to="/sign-in">Agreements</Link>
          <Link to="/sign-in">People</Link>
          <Link to="/sign-in">History</Link>
        </Tabs>
        <Disclosure summary="Nine more schools">
          <p>Birchwell, Cobbler Street, Dunmore Park and six others.</p>
        </Disclosure>
        <Section
          heading="A section"
          link={<Link to="/kitchen">All 17 partners</Link>}
          note="A gray sentence only if it changes how to read what follows."
        >
          <p>Rules and space divide; boxes are rare.</p>
          <Source>Published by the district, 2018–19.</Source>
        </Section>
      </Shelf>
      <Shelf name="Undo bar">
        <UndoSample />
      </Shelf>
      <Shelf name="Empty and loading">
        <Halves>
          <EmptyState
            level={3}
            title="No needs yet"
            actions={
              <>
                <Button>Name three needs</Button>
                <Link to="/kitchen">See an example</Link>
              </>
            }
          >
            Name your school’s top three needs. It takes five minutes, and programs that fit appear right
            away.
          </EmptyState>
          <EmptyState
            level={3}
            title="No partners match “chess” in grades 6–8"
            actions={<Button>Clear filters</Button>}
          >
            Two offer it in grades 3–5.
          </EmptyState>
          <EmptyState level={3} title="Nothing needs your attention">
            Next: three agreements end in March.
          </EmptyState>
          <Skeleton label="Loading partners" count={3} after={0} />
        </Halves>
      </Shelf>
    </>
  );
}

function ConflictSample() {
  const [open, setOpen] = useState(false);
  if (!open) return <Button onClick={() => setOpen(true)}>Show a late edit</Button>;
  return (
    <Conflict
      differences={[{ field: "phone", label: "Phone", mine: "(312) 555-0100", theirs: "(312) 555-0199" }]}
      onChoose={() => setOpen(false)}
    />
  );
}

function WorkingButton() {
  const [working, setWorking] = useState(true);
  return (
    <>
      <Button kind="primary" working={working ? "Sending…" : undefined}>
        Send for review
      </Button>
      <Button kind="quiet" onClick={() => setWorking(!working)}>
        {working ? "Let it finish" : "Let it work"}
      </Button>
    </>
  );
}

function UndoSample() {
  const [shown, setShown] = useState(true);
  return shown ? (
    <UndoBar onUndo={() => setShown(false)} onDismiss={() => setShown(false)}>
      Marked “Finish the roll call” done.
    </UndoBar>
  ) : (
    <Button onClick={() => setShown(true)}>Mark it done</Button>
  );
}
