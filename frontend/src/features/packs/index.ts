/** An organization's record on its way from one district to another: packs made here, and those of other districts. */
export { comparisonQuery, packsElsewhereQuery, packsQuery } from "./api";
export { ComparePage } from "./compare-page";
export { NewPackPage } from "./new-pack-page";
export { PacksPage } from "./packs-page";
