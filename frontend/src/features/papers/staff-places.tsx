/** Where somebody enters: a program wherever it is, or at one school. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { StaffPlaceWrite } from "@/api/gen/types.gen";
import { MultiSelect } from "@/ui/fields/multi-select";
import type { StaffMember } from "./api";
import { placesQuery } from "./staff-api";

const between = "/";

export function placeKeys(places: StaffMember["places"]): string[] {
  return places.map(({ program, school }) => program.id + between + (school?.id ?? ""));
}

export function writePlaces(keys: readonly string[]): StaffPlaceWrite[] {
  return keys.map((key) => {
    const [program = "", school = ""] = key.split(between);
    return { program_id: program, school_id: school || null };
  });
}

type Props = {
  partnerId: string;
  /** Places that are there already are offered, too, though the program has ended there. */
  known: StaffMember["places"];
  value: readonly string[];
  onChange: (value: string[]) => void;
  error?: string | undefined;
};

export function PlacesField({ partnerId, known, value, onChange, error }: Props) {
  const { t } = useLingui();
  const places = useQuery(placesQuery(partnerId)).data ?? [];
  const items = new Map<string, string>();
  for (const { program } of places) items.set(program.id + between, t`${program.name}, wherever it is`);
  for (const { program, school } of places)
    items.set(program.id + between + school.id, t`${program.name} at ${school.name}`);
  for (const [index, key] of placeKeys(known).entries()) {
    const place = known[index];
    if (!items.has(key) && place)
      items.set(key, place.school ? t`${place.program.name} at ${place.school.name}` : place.program.name);
  }
  return (
    <MultiSelect
      label={t`Where they enter`}
      hint={t`A program at a school. Type part of a name.`}
      name="places"
      items={[...items].map(([id, label]) => ({ id, label }))}
      value={[...value]}
      onChange={onChange}
      error={error}
    />
  );
}
