/** What the chosen basis asks for besides what every one does. */
import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@/ui/fields/checkbox";
import type { DataForm } from "./model";
import { ProseField } from "./prose-field";

type Props = { form: DataForm; lacks: (field: string) => boolean };

export function BasisFields({ form, lacks }: Props) {
  const { t } = useLingui();
  const basis = form.watch("basis");
  const shared = { form, lacks };
  switch (basis) {
    case "school_official":
      return (
        <>
          <ProseField
            {...shared}
            name="institutional_function"
            label={t`Which of the school’s own tasks does the partner do?`}
          />
          <ProseField
            {...shared}
            name="direct_control"
            label={t`How does the district keep direct control of the records?`}
          />
        </>
      );
    case "studies":
      return (
        <Checkbox
          label={t`Nobody outside the study can identify a student or parent`}
          {...(lacks("no_identification") && { hint: t`Needed before it is sent for review.` })}
          {...form.register("no_identification")}
        />
      );
    case "audit_evaluation":
      return <ProseField {...shared} name="representative" label={t`Authorized representative`} />;
    case "consent":
      return (
        <ProseField
          {...shared}
          name="consent"
          label={t`How is each family’s signed and dated consent obtained and kept?`}
        />
      );
    case "directory":
      return (
        <>
          <ProseField
            {...shared}
            name="directory_elements"
            label={t`Directory information`}
            hint={t`One on each line.`}
          />
          <ProseField {...shared} name="opt_outs" label={t`How are families who opted out left out?`} />
        </>
      );
    default:
      return null;
  }
}
