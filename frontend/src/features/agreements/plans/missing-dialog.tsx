/** That something promised at this school did not come. */
import { MissingForm } from "../promises/missing-form";
import { useSayMissingHere, type Plan } from "./api";
import { planRefusal } from "./words";

type Props = {
  plan: Plan;
  promise: Plan["expectations"][number];
  onClose: () => void;
  onDone: () => void;
};

export function MissingDialog({ plan, ...rest }: Props) {
  return <MissingForm {...rest} places={[]} say={useSayMissingHere(plan)} explain={planRefusal} />;
}
