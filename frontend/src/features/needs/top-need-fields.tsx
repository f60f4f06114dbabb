/** Three times a title, an area and a sentence; only the first need is asked for. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { UseFormReturn } from "react-hook-form";
import type { TopNeeds } from "@/api/gen/types.gen";
import { Select } from "@/ui/fields/select";
import { TextArea } from "@/ui/fields/text-area";
import { TextField } from "@/ui/fields/text-field";
import { Section } from "@/ui/page/section";
import { areasQuery } from "./api";

type TopDraftNeed = { title: string; area: string; sentence: string };
export type TopDraft = { school: string; school_year: string; needs: TopDraftNeed[] };

const places = [0, 1, 2] as const;
const isBlank = (need: TopDraftNeed) =>
  [need.title, need.area, need.sentence].every((word) => word.trim() === "");

/** Another need is asked for once something of it, or of one after it, is said. */
function isAsked(needs: readonly TopDraftNeed[], place: number): boolean {
  return place === 0 || needs.slice(place).some((need) => !isBlank(need));
}

export function namedNeeds({ needs }: TopDraft): TopNeeds["needs"] {
  return needs
    .filter((_, place) => isAsked(needs, place))
    .map(({ title, area, sentence }) => ({ title: title.trim(), area, sentence: sentence.trim() }));
}

export function TopNeedFields({ form }: { form: UseFormReturn<TopDraft> }) {
  const { t } = useLingui();
  const areas = useSuspenseQuery(areasQuery).data.items;
  const { errors } = form.formState;
  const said = (place: number, message: string) => (value: string) =>
    value.trim() !== "" || !isAsked(form.getValues("needs"), place) || message;
  return (
    <>
      {places.map((place) => (
        <Section
          key={place}
          heading={
            place === 0 ? <Trans>The first need</Trans> : <Trans>Need {place + 1}, if there is one</Trans>
          }
        >
          <TextField
            label={t`Title of need ${place + 1}`}
            hint={place === 0 && t`A few words, such as “Reading in the early grades”`}
            optional={place > 0}
            error={errors.needs?.[place]?.title?.message}
            {...form.register(`needs.${place}.title`, {
              validate: said(place, t`Enter a title for need ${place + 1}`),
            })}
          />
          <Select
            label={t`Area of need ${place + 1}`}
            empty={t`Choose an area`}
            optional={place > 0}
            options={areas.map((area) => ({ value: area.code, label: area.label }))}
            error={errors.needs?.[place]?.area?.message}
            {...form.register(`needs.${place}.area`, {
              validate: said(place, t`Choose the area of need ${place + 1}`),
            })}
          />
          <TextArea
            label={t`What is need ${place + 1} like now?`}
            hint={place === 0 && t`One sentence`}
            rows={2}
            optional={place > 0}
            error={errors.needs?.[place]?.sentence?.message}
            {...form.register(`needs.${place}.sentence`, {
              validate: said(place, t`Say in a sentence what need ${place + 1} is like now`),
            })}
          />
        </Section>
      ))}
    </>
  );
}
