/** Agreeing to a partner's words: they are read in full here, in both languages, and when and where in Spanish added. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { problemSentence, showProblem } from "@/api/form-problems";
import { getProgramListingOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { ListingRead, KeptSheetItem } from "@/api/gen/types.gen";
import { Button } from "@/ui/actions/button";
import { SummaryList } from "@/ui/data/summary-list";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Form } from "@/ui/fields/form";
import { TextField } from "@/ui/fields/text-field";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { useShow } from "./keeping-api";
import styles from "./keeping.module.css";

type Props = { item: KeptSheetItem; schoolId: string; onClose: () => void };

export function ShowDialog({ item, onClose }: Props) {
  const { t } = useLingui();
  const listing = useQuery({
    ...getProgramListingOptions({ path: { program_id: item.program.id } }),
    staleTime: 0,
  });
  return (
    <Dialog open onClose={onClose} title={item.program.name}>
      {listing.error && <Notice kind="bad">{problemSentence(listing.error)}</Notice>}
      {listing.isFetching ? (
        <Skeleton label={t`Loading the words`} shape="lines" count={6} />
      ) : (
        listing.data && <Agree item={item} listing={listing.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Agree({
  item,
  listing,
  onClose,
}: {
  item: KeptSheetItem;
  listing: ListingRead;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const show = useShow(item.partnership_id);
  const form = useForm({
    defaultValues: { schedule_es: item.schedule_es ?? "", place_es: item.place_es ?? "" },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <Form
      form={form}
      label={t`Public page`}
      onSubmit={async (entered) => {
        try {
          await show.mutateAsync({
            words_version: listing.words_version,
            schedule_es: entered.schedule_es.trim() || null,
            place_es: entered.place_es.trim() || null,
          });
          onClose();
        } catch (error) {
          showProblem(form, error);
        }
      }}
      actions={
        <>
          <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
            <Trans>Show these words</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <div className={styles.words}>
        <Words listing={listing} item={item} />
      </div>
      <TextField
        label={t`When, in Spanish`}
        hint={item.schedule ?? undefined}
        optional
        lang="es"
        error={errors.schedule_es?.message}
        {...form.register("schedule_es")}
      />
      <TextField
        label={t`Where, in Spanish`}
        hint={item.place ?? undefined}
        optional
        lang="es"
        error={errors.place_es?.message}
        {...form.register("place_es")}
      />
    </Form>
  );
}

function Words({ listing, item }: { listing: ListingRead; item: KeptSheetItem }) {
  const { t } = useLingui();
  const said = [
    ["summary", t`What it is`, listing.summary],
    ["summary_es", t`What it is, in Spanish`, listing.summary_es],
    ["name_es", t`Name in Spanish`, listing.name_es],
    ["cost", t`Cost to families`, listing.is_free ? t`Free` : listing.cost],
    ["cost_es", t`Cost in Spanish`, listing.is_free ? null : listing.cost_es],
    ["join", t`How to join`, listing.how_to_join],
    ["join_es", t`How to join, in Spanish`, listing.how_to_join_es],
    ["contact", t`Person to ask`, listing.contact],
    ["phone", t`Telephone`, listing.phone],
    ["when", t`When`, item.schedule],
    ["where", t`Where`, item.place],
  ] as const;
  return (
    <SummaryList
      facts={said.flatMap(([key, term, value]) =>
        value
          ? [{ key, term, value: <span lang={key.endsWith("_es") ? "es" : undefined}>{value}</span> }]
          : [],
      )}
    />
  );
}
