/** One line for each event that can reach the reader; on a phone each becomes a card with its labels. */
import { useLingui } from "@lingui/react/macro";
import type { UseFormReturn } from "react-hook-form";
import { DataTable } from "@/ui/data/data-table";
import { Checkbox } from "@/ui/fields/checkbox";
import { Select } from "@/ui/fields/select";
import { VisuallyHidden } from "@/ui/visually-hidden";
import styles from "./account.module.css";
import { emailName } from "./choice-words";
import { groupName, kindName } from "./kind-names";
import { groupOf, type KindGroup } from "./kinds";
import { emails, type Choices } from "./preferences";

type Props = { form: UseFormReturn<{ choices: Choices }>; kinds: readonly string[] };
type Line = { kind: string; group: KindGroup | "other" };

const lineGroup = ({ group }: Line): string => group;

export function PreferencesTable({ form, kinds }: Props) {
  const { t } = useLingui();
  const lines = kinds.map((kind): Line => ({ kind, group: groupOf(kind) }));
  const nameOf = (key: string) => {
    const line = lines.find(({ group }) => group === key);
    return line ? groupName(line.group) : "";
  };
  return (
    <div className={styles.choices}>
      <DataTable
        caption={t`What reaches you, by event`}
        captionHidden
        rows={lines}
        rowKey={({ kind }) => kind}
        group={{ of: lineGroup, heading: nameOf }}
        columns={[
          { id: "event", header: t`Event`, cell: ({ kind }) => kindName(kind) },
          {
            id: "app",
            header: t`In the app`,
            cell: ({ kind }) => (
              <Checkbox
                label={<VisuallyHidden>{t`In the app: ${kindName(kind)}`}</VisuallyHidden>}
                {...form.register(`choices.${kind}.in_app`)}
              />
            ),
          },
          {
            id: "email",
            header: t`By e-mail`,
            cell: ({ kind }) => (
              <Select
                label={<VisuallyHidden>{t`By e-mail: ${kindName(kind)}`}</VisuallyHidden>}
                options={emails.map((email) => ({ value: email, label: emailName(email) }))}
                {...form.register(`choices.${kind}.email`)}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
