/** What the rest of the app may use of signing in. */
import { lazy } from "react";

export { sessionQuery, useSession, useSignOut, useSwitchTenant } from "./api";
export { SignInPage } from "./sign-in-page";
export { standing } from "./standing";

/** Needed by few, so it comes only when it is. */
export const SessionEndedDialog = lazy(() =>
  import("./session-ended-dialog").then((module) => ({ default: module.SessionEndedDialog })),
);
