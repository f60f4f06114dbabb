/** Where a record of the API is shown in the app, by the API's word for it. */
const pages: Record<string, (id: string) => string> = {
  agreement: (id) => `/agreements/${id}`,
  need: (id) => `/needs/${id}`,
  needs_assessment: (id) => `/needs/assessments/${id}`,
  paper: (id) => `/papers/${id}`,
  partner: (id) => `/partners/${id}`,
  partnership: (id) => `/partnerships/${id}`,
  school: (id) => `/schools/${id}`,
  site_plan: (id) => `/site-plans/${id}`,
  storage: () => "/settings/files",
  spreadsheet: (id) => `/import/${id}`,
  target: (id) => `/targets/${id}`,
};

export function addressOf(kind: string, id: string): string {
  return pages[kind]?.(id) ?? "/";
}
