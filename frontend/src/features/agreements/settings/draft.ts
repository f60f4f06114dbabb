/** The settings as a form holds them, and what two people who changed them at once differ in. */
import type { AgreementSettingsWrite } from "@/api/gen/types.gen";
import type { Settings } from "./api";

export type Basis = Settings["revisit_basis"];
type Kind = Settings["renewal_leads"][number]["type"];
export type SettingsValues = {
  revisit_basis: Basis;
  revisit_window_days: string;
  school_answer_days: string;
  asks_site_plans: boolean;
  has_clause_checklist: boolean;
  adopts_without_legal: boolean;
  renewal_leads: { type: Kind; days: string }[];
};

/** An empty field of a type says: as usual. */
export function valuesOf(settings: Settings): SettingsValues {
  return {
    revisit_basis: settings.revisit_basis,
    revisit_window_days: String(settings.revisit_window_days),
    school_answer_days: String(settings.school_answer_days),
    asks_site_plans: settings.asks_site_plans,
    has_clause_checklist: settings.has_clause_checklist,
    adopts_without_legal: settings.adopts_without_legal,
    renewal_leads: settings.renewal_leads.map(({ type, days, is_own: isOwn }) => ({
      type,
      days: isOwn ? String(days) : "",
    })),
  };
}

export function toBody(values: SettingsValues): AgreementSettingsWrite {
  return {
    revisit_basis: values.revisit_basis,
    revisit_window_days: Number(values.revisit_window_days),
    school_answer_days: Number(values.school_answer_days),
    asks_site_plans: values.asks_site_plans,
    has_clause_checklist: values.has_clause_checklist,
    adopts_without_legal: values.adopts_without_legal,
    renewal_leads: values.renewal_leads.map(({ type, days }) => ({
      type,
      days: days.trim() === "" ? null : Number(days),
    })),
  };
}

type Choice = "asks_site_plans" | "has_clause_checklist" | "adopts_without_legal";
type Days = "revisit_window_days" | "school_answer_days";
export type Setting = "revisit_basis" | Days | Choice | Kind;

function isDays(setting: Setting): setting is Days {
  return setting === "revisit_window_days" || setting === "school_answer_days";
}

function isChoice(setting: Setting): setting is Choice {
  return (
    setting === "asks_site_plans" || setting === "has_clause_checklist" || setting === "adopts_without_legal"
  );
}

/** One value of the form by the name of what it sets. */
export function valueOf(values: SettingsValues, setting: Setting): string {
  if (setting === "revisit_basis" || isDays(setting)) return values[setting].trim();
  if (isChoice(setting)) return values[setting] ? "yes" : "no";
  return values.renewal_leads.find(({ type }) => type === setting)?.days.trim() ?? "";
}

export function withValue(values: SettingsValues, setting: Setting, from: SettingsValues): SettingsValues {
  if (setting === "revisit_basis") return { ...values, revisit_basis: from.revisit_basis };
  if (isDays(setting)) return { ...values, [setting]: from[setting] };
  if (isChoice(setting)) return { ...values, [setting]: from[setting] };
  const renewal_leads = values.renewal_leads.map((each) =>
    each.type === setting ? { ...each, days: valueOf(from, setting) } : each,
  );
  return { ...values, renewal_leads };
}

/** What only one of the two changed is taken from that one; what both changed differently is asked about. */
export function reconcile(before: SettingsValues, mine: SettingsValues, theirs: SettingsValues) {
  const all: Setting[] = [
    "revisit_basis",
    "revisit_window_days",
    "school_answer_days",
    "asks_site_plans",
    "has_clause_checklist",
    "adopts_without_legal",
    ...mine.renewal_leads.map(({ type }) => type),
  ];
  let values = theirs;
  const disputed: Setting[] = [];
  for (const setting of all) {
    const [was, own, other] = [before, mine, theirs].map((each) => valueOf(each, setting));
    if (own === was || own === other) continue;
    values = withValue(values, setting, mine);
    if (other !== was) disputed.push(setting);
  }
  return { values, disputed };
}
