/** What every dialog of a step is given. */
import type { Agreement } from "./api";
import type { Act } from "./next-step";

export type ActProps = {
  act: Act;
  agreement: Agreement;
  onClose: () => void;
  /** The record as it is after the step; a renewal or amendment is another record. */
  onDone: (now: Agreement) => void;
};
