/** Tasks, steps, blockers, history, contacts, facts, figures, reasons. */
import { Link } from "@/ui/actions/link";
import { FigureList, Figures } from "@/ui/data/figures";
import { Hidden } from "@/ui/data/hidden";
import { StatusTag } from "@/ui/data/status-tag";
import { SummaryList } from "@/ui/data/summary-list";
import { Blockers } from "@/ui/lists/blockers";
import { ContactList } from "@/ui/lists/contact-list";
import { Reasons } from "@/ui/lists/reasons";
import { Steps } from "@/ui/lists/steps";
import { TaskGroup } from "@/ui/lists/task-list";
import { Timeline } from "@/ui/lists/timeline";
import { Sample, Shelf } from "./shelf";

const here = (words: string) => <Link to="/kitchen">{words}</Link>;

export function ListSamples() {
  return (
    <>
      <Shelf name="Task list">
        <TaskGroup
          heading="Overdue"
          count={4}
          tasks={[
            {
              key: "room",
              link: here("Arrange the room promised to Riverbend Learning"),
              why: "Promised by January 6. Without it, six sessions were cut short.",
              late: "21 days late",
            },
            {
              key: "call",
              link: here("Finish the roll call for Alderbrook"),
              why: "9 of 17 partners answered.",
              when: "Fri, Jan 31",
            },
            {
              key: "renew",
              link: here("Decide on renewal with Lantern Family Center"),
              tag: <StatusTag look="warn">Ends in 32 days</StatusTag>,
            },
            { key: "done", link: here("Confirm Second Bell Arts"), done: "Completed" },
          ]}
        />
      </Shelf>
      <Shelf name="Steps">
        <Steps
          label="Where the agreement stands"
          steps={[
            { key: "draft", name: "Drafted", note: "Jan 8", state: "done" },
            { key: "sent", name: "Sent for review", note: "Jan 13", state: "done" },
            { key: "review", name: "In review", note: "14 days so far", state: "current" },
            { key: "sign", name: "Signatures", note: "Two people", state: "ahead" },
            { key: "force", name: "In force", note: "From Feb 24", state: "ahead" },
          ]}
        />
      </Shelf>
      <Shelf name="Blockers">
        <Blockers
          caption="What has to happen before mentors come in"
          shownTo="The same list is shown to the partner, the school and the office."
          blockers={[
            { key: "confirm", missing: "Alderbrook confirmed", who: "You", by: "Jan 29" },
            {
              key: "insurance",
              missing: "Insurance certificate accepted",
              note: "Uploaded January 22",
              who: "Paula Nystrom, risk",
              by: "Jan 31",
            },
            {
              key: "sign",
              missing: "Office approval, then two signatures",
              who: "Renee Castellano, district office",
              by: "Feb 7",
            },
          ]}
        />
      </Shelf>
      <Shelf name="History">
        <Timeline
          label="History"
          entries={[
            {
              key: "1",
              at: "2020-01-24T22:12:00Z",
              when: "Jan 24, 4:12 PM",
              what: "Hollis Point School declined.",
              quote: "Our gym floor is being replaced until May.",
            },
            {
              key: "2",
              at: "2020-01-22T15:40:00Z",
              when: "Jan 22, 9:40 AM",
              what: "Dana Fitch uploaded an insurance certificate.",
            },
          ]}
        />
      </Shelf>
      <Shelf name="Contacts and facts">
        <Sample label="People with a number to call">
          <ContactList
            contacts={[
              {
                key: "r",
                name: here("Riverbend Learning"),
                about: "Tomas Adeyemi. Reading tutoring, grades 3–5",
                phone: "(312) 555-0142",
              },
              {
                key: "k",
                name: here("Kindling Reading"),
                about: "June Sato. Reading club, grades 3–4",
                phone: "(312) 555-0168",
              },
            ]}
          />
        </Sample>
        <Sample label="Summary list">
          <SummaryList
            facts={[
              {
                term: "Main contact",
                value: "Tomas Adeyemi, (312) 555-0142",
                action: here("Edit main contact"),
              },
              { term: "Languages", value: "English, Spanish", action: here("Edit languages") },
              { term: "Students at this school", value: <Hidden why="size" /> },
            ]}
          />
        </Sample>
        <Sample label="Why it fits">
          <Reasons
            columns={2}
            reasons={[
              { key: "need", state: "met", name: "Need area", words: "reading in grades 3–5" },
              { key: "places", state: "partly", name: "Places", words: "12 of the 24 students" },
              { key: "time", state: "unmet", name: "Schedule", words: "meets only on Saturdays" },
              { key: "lang", state: "unknown", name: "Language", words: "ask Lena Marsh" },
            ]}
          />
        </Sample>
      </Shelf>
      <Shelf name="Figures">
        <Sample label="Side by side">
          {" "}
          <Figures
            figures={[
              { key: "a", value: "4", whole: "of 6", label: here("needs have a partner") },
              { key: "b", value: "5", whole: "of 8", label: here("targets on track") },
              {
                key: "c",
                value: "2",
                label: here("agreements end within 90 days"),
                note: "As of this morning",
              },
            ]}
          />
        </Sample>
        <Sample label="In a side column">
          {" "}
          <FigureList
            figures={[
              { key: "a", value: "4", whole: "of 6", label: here("needs covered") },
              { key: "b", value: "2", label: here("agreements end soon") },
            ]}
          />
        </Sample>{" "}
      </Shelf>
    </>
  );
}
