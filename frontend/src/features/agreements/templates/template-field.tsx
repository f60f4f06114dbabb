/** The template whose standing terms a draft carries: the newest version of those that are for its type. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { listAgreementTemplatesOptions } from "@/api/gen/@tanstack/react-query.gen";
import { Select } from "@/ui/fields/select";
import type { Agreement } from "../api";
import type { AgreementForm } from "../form-model";
import { fieldName } from "../form-words";

export function TemplateField({
  form,
  agreement,
}: {
  form: AgreementForm;
  agreement?: Agreement | undefined;
}) {
  const { t } = useLingui();
  const { data } = useQuery(listAgreementTemplatesOptions());
  const type = form.watch("type");
  const own = agreement?.template;
  const offered = (data?.items ?? []).filter((each) => each.type === type && each.status === "published");
  const options = offered.flatMap(({ name, published_version_id: id, published_number: number }) =>
    id === null ? [] : [{ value: id, label: t`${name}, version ${number}` }],
  );
  if (own && agreement.type === type && !options.some(({ value }) => value === own.version_id))
    options.unshift({ value: own.version_id, label: t`${own.name}, version ${own.number}` });
  if (options.length === 0 && form.watch("template_version_id") === "") return null;
  return (
    <Select
      key={options.length}
      label={fieldName("template_version_id")}
      hint={t`Its standing terms become part of the text. A later version changes nothing here.`}
      options={[{ value: "", label: t`No template` }, ...options]}
      error={form.formState.errors.template_version_id?.message}
      {...form.register("template_version_id")}
    />
  );
}
