/** A link to where a step is taken: the paper that came back, a new one, or the staff list. */
import type { ReactNode } from "react";
import { ButtonLink, Link } from "@/ui/actions/link";
import type { Next } from "./partner-checklist";

type Props = {
  step: Next;
  partnerId: string;
  isOwn: boolean;
  primary?: boolean;
  children: ReactNode;
};

export function StepLink({ step, partnerId, isOwn, primary = false, children }: Props) {
  const whose = isOwn ? {} : { partner: partnerId };
  const As = primary ? PrimaryLink : Link;
  switch (step.kind) {
    case "mend":
    case "finish":
      return (
        <As to="/papers/$paperId/edit" params={{ paperId: step.paperId }}>
          {children}
        </As>
      );
    case "people":
      return (
        <As to="/papers/staff" search={whose}>
          {children}
        </As>
      );
    default:
      return (
        <As to="/papers/new" search={{ ...whose, asked: step.item.requirement.id }}>
          {children}
        </As>
      );
  }
}

const PrimaryLink: typeof ButtonLink = (props) => <ButtonLink kind="primary" {...props} />;
