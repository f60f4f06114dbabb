/** The first page after signing in. */
export { loadHome } from "./api";
export { HomePage } from "./home-page";
export { readHomeSearch } from "./search";
