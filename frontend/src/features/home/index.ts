/** The first page after signing in. */
export { HomePage } from "./home-page";
export { loadHome } from "./load-home";
export { readHomeSearch } from "./search";
