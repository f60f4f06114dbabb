import { expect, test } from "vitest";
import { can, hasRole, isPartnerStaff, partnerOf, schoolsOf, worksAt } from "./session";

const coordinator = {
  roles: [
    { role: "partnership_coordinator", school_ids: ["a", "b"], partner_id: null },
    { role: "school_staff", school_ids: ["b"], partner_id: null },
  ],
  scopes: ["schools:read", "needs:write"],
};
const office = {
  roles: [{ role: "partnership_office", school_ids: [], partner_id: null }],
  scopes: ["schools:read"],
};
const partner = {
  roles: [{ role: "partner_admin", school_ids: [], partner_id: "p" }],
  scopes: ["agreements:sign"],
};

test("a person can what a scope names and nothing else", () => {
  expect(can(coordinator, "needs:write")).toBe(true);
  expect(can(coordinator, "needs:approve")).toBe(false);
});

test("roles are found among several", () => {
  expect(hasRole(coordinator, "school_leader", "school_staff")).toBe(true);
  expect(hasRole(office, "school_leader")).toBe(false);
});

test("schools are named for school staff, all for the office, none for a partner without a list", () => {
  expect(schoolsOf(coordinator)).toEqual(["a", "b"]);
  expect(schoolsOf(office)).toBe("all");
  expect(schoolsOf(partner)).toEqual([]);
});

test("partner staff are those who are nothing else here", () => {
  expect(partnerOf(partner)).toBe("p");
  expect(isPartnerStaff(partner)).toBe(true);
  expect(isPartnerStaff({ ...partner, roles: [...partner.roles, ...coordinator.roles] })).toBe(false);
  expect(isPartnerStaff({ roles: [], scopes: [] })).toBe(false);
});

test("a school's own people and the office work at it, who comes for a partner does not", () => {
  expect(worksAt(coordinator, "a")).toBe(true);
  expect(worksAt(coordinator, "c")).toBe(false);
  expect(worksAt(office, "c")).toBe(true);
  expect(worksAt(partner, "a")).toBe(false);
  const visitor = { roles: [{ role: "partner_staff", school_ids: ["a"], partner_id: "p" }], scopes: [] };
  expect(worksAt(visitor, "a")).toBe(false);
});
