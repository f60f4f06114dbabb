/** Which folder may import which; see docs on the house: routes → features → ui → lib, features only downward. */
const features = [
  "spreadsheets",
  "notices",
  "decisions",
  "home",
  "half-sheets",
  "reports",
  "targets",
  "partnerships",
  "agreements",
  "needs",
  "packs",
  "papers",
  "partners",
  "measures",
  "schools",
  "changes",
  "saved-views",
  "auth",
];

/** Each feature may import those after it in the list, and only through their index. */
const upward = features.map((feature, floor) => ({
  name: `${feature}-imports-only-downward`,
  severity: "error",
  comment: `${feature} may import only ${features.slice(floor + 1).join(", ") || "no other feature"}.`,
  from: { path: `^src/features/${feature}/` },
  to: { path: `^src/features/(${features.slice(0, floor).join("|") || "none-above"})/` },
}));

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: { pathNot: "^src/api/gen/" }, to: { circular: true } },
    {
      name: "lib-stands-alone",
      severity: "error",
      from: { path: "^src/lib/" },
      to: { path: "^src/(?!lib/|.*/locales/)", pathNot: "\\.po$" },
    },
    {
      name: "ui-knows-no-data",
      severity: "error",
      from: { path: "^src/ui/" },
      to: { path: "^src/(api|features|app|routes)/" },
    },
    {
      name: "api-knows-no-screen",
      severity: "error",
      from: { path: "^src/api/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^src/(ui|features|app|routes)/" },
    },
    {
      name: "features-know-no-frame",
      severity: "error",
      from: { path: "^src/features/" },
      to: { path: "^src/(app|routes)/" },
    },
    {
      name: "feature-never-fetched-through-its-index",
      severity: "error",
      comment:
        "An index that is fetched later keeps all it names, and the whole feature moves into the first file.",
      from: { path: "^src/" },
      to: { path: "^src/features/[^/]+/index\\.ts$", dependencyTypes: ["dynamic-import"] },
    },
    {
      name: "feature-only-through-its-index",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: {
        path: "^src/features/([^/]+)/.+",
        pathNot: ["^src/features/$1/", "^src/features/[^/]+/index\\.ts$"],
      },
    },
    {
      name: "outside-only-through-index",
      severity: "error",
      from: { path: "^src/(app|routes)/" },
      to: { path: "^src/features/[^/]+/.+", pathNot: "^src/features/[^/]+/index\\.ts$" },
    },
    {
      name: "every-feature-has-its-floor",
      severity: "error",
      comment: "A new feature is added to the list above, at its floor.",
      from: {},
      to: { path: `^src/features/(?!(${features.join("|")})/)` },
    },
    {
      name: "the-app-needs-no-test-code",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.(data\\.)?tsx?$|^src/testing/" },
      to: { path: "^src/testing/|\\.test\\." },
    },
    {
      name: "no-tool-in-the-app",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.tsx?$|^src/testing/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: ["vite/client", "\\.d\\.ts$", "@lingui/"] },
    },
    { name: "everything-resolves", severity: "error", from: {}, to: { couldNotResolve: true } },
    ...upward,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.css$" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
