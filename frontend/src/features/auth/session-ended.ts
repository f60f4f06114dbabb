/** Needed by few, so it comes only when it is. */
import { lazy } from "react";

export const SessionEndedDialog = lazy(() =>
  import("./session-ended-dialog").then((module) => ({ default: module.SessionEndedDialog })),
);
