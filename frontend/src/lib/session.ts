/** What the signed-in person may do and where, read from what the API said; nothing here decides anything. */
export type RoleFacts = {
  role: string;
  school_ids?: readonly string[] | null;
  partner_id?: string | null;
};

export type SessionFacts = {
  roles: readonly RoleFacts[];
  scopes: readonly string[];
};

export function can(session: SessionFacts, scope: string): boolean {
  return session.scopes.includes(scope);
}

export function hasRole(session: SessionFacts, ...roles: readonly string[]): boolean {
  return session.roles.some((held) => roles.includes(held.role));
}

/** The schools the person works at; `all` for somebody of the district office. */
export function schoolsOf(session: SessionFacts): readonly string[] | "all" {
  const named = session.roles.flatMap((held) => held.school_ids ?? []);
  if (named.length > 0) return [...new Set(named)];
  return session.roles.some((held) => !held.partner_id) ? "all" : [];
}

/** Whether the person is of the school or of the district office: who only comes for a partner is neither. */
export function worksAt(session: SessionFacts, school: string): boolean {
  return session.roles.some(
    ({ partner_id: partner, school_ids: schools }) =>
      !partner && (!schools || schools.length === 0 || schools.includes(school)),
  );
}

/** The partner organization the person works for here, if that is their only standing. */
export function partnerOf(session: SessionFacts): string | null {
  if (!session.roles.every((held) => held.partner_id)) return null;
  return session.roles[0]?.partner_id ?? null;
}

/** Partner staff see their own things under their own names. */
export function isPartnerStaff(session: SessionFacts): boolean {
  return partnerOf(session) !== null;
}
