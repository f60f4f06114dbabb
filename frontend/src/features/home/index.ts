/** The first page after signing in. */
export { HomePage } from "./home-page";
