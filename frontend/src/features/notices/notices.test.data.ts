/** A notice, a reader and their choices as the API would answer them; each is held against the contract. */
import { zMe, zNoticeRead, zPreferencesRead } from "@/api/gen/zod.gen";
import type { Me, NoticeRead, PreferencesRead } from "@/api/gen/types.gen";

const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export function aNotice(values: Partial<NoticeRead> = {}): NoticeRead {
  const notice: NoticeRead = {
    id: id(1),
    kind: "agreement_approved",
    words: "The server's words",
    object: { type: "agreement", id: id(2), title: "Reading club" },
    partner: { id: id(3), name: "Riverbend Learning" },
    school: null,
    answer: null,
    on: null,
    days_left: null,
    count: null,
    created_at: "2020-01-25T14:00:00Z",
    read_at: null,
    ...values,
  };
  zNoticeRead.parse(notice);
  return notice;
}

export function aReader(values: Partial<Me> = {}): Me {
  const me: Me = {
    person: { id: id(31), name: "Marisol Vega", email: "marisol@demo.example.org", locale: "en" },
    credential_id: null,
    tenant: {
      id: id(32),
      slug: "chicago",
      name: "Chicago",
      kind: "district",
      is_demonstration: true,
      today: "2020-01-27",
      time_zone: "America/Chicago",
      min_n: 10,
      expiring_window_days: 90,
    },
    tenants: [],
    roles: [],
    scopes: [],
    ...values,
  };
  zMe.parse(me);
  return me;
}

type Item = PreferencesRead["items"][number];

export function somePreferences(version: number, items: readonly Item[]): PreferencesRead {
  const preferences: PreferencesRead = { version, items: [...items] };
  zPreferencesRead.parse(preferences);
  return preferences;
}
