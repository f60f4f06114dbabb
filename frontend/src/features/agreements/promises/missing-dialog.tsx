/** That something the agreement promises did not come, at a school or everywhere. */
import type { Agreement } from "../api";
import { refusal } from "../refusal";
import { MissingForm } from "./missing-form";
import { openPlaces, type Promised } from "./places";
import { useSayMissing } from "./write";

type Props = { promise: Promised; agreement: Agreement; onClose: () => void; onDone: () => void };

export function MissingDialog({ promise, agreement, ...rest }: Props) {
  const places = openPlaces(promise, agreement);
  return <MissingForm {...{ promise, places, ...rest }} say={useSayMissing(agreement)} explain={refusal} />;
}
