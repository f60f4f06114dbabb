/** A new draft. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { showProblem } from "@/api/form-problems";
import { useSession } from "@/features/auth";
import { can, partnerOf, schoolsOf } from "@/lib/session";
import { ButtonLink, Link } from "@/ui/actions/link";
import { useForm } from "@/ui/fields/use-form";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { AgreementForm } from "./agreement-form";
import { emptyValues, type AgreementValues } from "./form-model";
import type { StartSearch } from "./search";
import { useDraft } from "./write";

export function NewAgreementPage({ start }: { start: StartSearch }) {
  const { t } = useLingui();
  const me = useSession();
  const navigate = useNavigate();
  const draft = useDraft();
  const schools = schoolsOf(me);
  const onlySchool = schools !== "all" && schools.length === 1 ? schools[0] : undefined;
  const partner = start.partner ?? partnerOf(me);
  const school = start.school ?? (partnerOf(me) === null ? onlySchool : undefined);
  const form = useForm<AgreementValues>({
    defaultValues: emptyValues({
      ...(partner && { partner }),
      ...(school && { school }),
      ...(start.program && { program: start.program }),
    }),
  });
  const save = async (values: AgreementValues) => {
    try {
      const made = await draft.mutateAsync(values);
      await navigate({ to: "/agreements/$agreementId", params: { agreementId: made.id }, replace: true });
    } catch (error) {
      showProblem(form, error);
    }
  };
  return (
    <>
      <PageHead
        title={[t`New agreement`, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>New agreement</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={<Trans>Draft an agreement</Trans>}
        lead={<Trans>Nobody is asked anything until you send it for review.</Trans>}
        asOf={
          can(me, "agreements:record") ? (
            <Trans>
              Signed already? <Link to="/agreements/record">Record one signed elsewhere</Link>.
            </Trans>
          ) : undefined
        }
      />
      <AgreementForm
        form={form}
        onSubmit={save}
        cancel={
          <ButtonLink kind="quiet" to="/agreements">
            <Trans>Cancel</Trans>
          </ButtonLink>
        }
      />
    </>
  );
}
