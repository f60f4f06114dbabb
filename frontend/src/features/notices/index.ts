/** What the rest of the app may use of notices. */
export { AccountPage, loadAccount } from "./account-page";
export { letterQuery, loadMailbox } from "./api";
export { Bell, NoticesPlace } from "./bell";
export { LetterPage } from "./letter-page";
export { MailboxPage } from "./mailbox-page";
export { NoticesPage } from "./notices-page";
export { readNoticesSearch } from "./search";
