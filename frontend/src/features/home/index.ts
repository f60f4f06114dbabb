/** The first page after signing in. */
export { tasksQuery } from "./api";
export { HomePage } from "./home-page";
