/** What the rest of the app may use of signing in. */
export { sessionQuery, useSession, useSignOut, useSwitchTenant } from "./api";
export { SessionEndedDialog } from "./session-ended";
export { SignInPage } from "./sign-in-page";
export { roleName, standing } from "./standing";
