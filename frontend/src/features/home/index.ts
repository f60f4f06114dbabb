/** The first page after signing in, and who may enter a school. */
export { DoorPage } from "./door-page";
export { HomePage } from "./home-page";
export { loadDoor, loadHome } from "./load-home";
export { readDoorSearch, readHomeSearch } from "./search";
