/** One step for every partner that the directory shows: says with how many, and does that or nothing. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence, showProblem } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { Form } from "@/ui/fields/form";
import { RadioGroup } from "@/ui/fields/radio-group";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import { leftOutWords, moveButton, moveChoice, moveDone, moveEffect } from "./bulk-words";
import { question } from "./directory-api";
import { offersQuery, useMoveAll, type Offer } from "./bulk-api";
import type { PartnersSearch } from "./search";
import styles from "./bulk-dialog.module.css";

type Props = { search: PartnersSearch; onClose: (done?: string) => void };

export function BulkDialog({ search, onClose }: Props) {
  const { t } = useLingui();
  const offers = useQuery(offersQuery(search));
  return (
    <Dialog open onClose={() => onClose()} title={<Trans>Change the status of many partners</Trans>}>
      {offers.data ? (
        offers.data.moves.length === 0 ? (
          <p>
            <Trans>There is no status that you could give to these partners together.</Trans>
          </p>
        ) : (
          <BulkForm
            search={search}
            offers={offers.data.moves}
            total={offers.data.total}
            most={offers.data.most}
            onAgain={() => void offers.refetch()}
            onClose={onClose}
          />
        )
      ) : offers.isError ? (
        <Notice kind="bad" live>
          {problemSentence(offers.error)}
        </Notice>
      ) : (
        <Skeleton label={t`Counting the partners`} />
      )}
    </Dialog>
  );
}

type FormProps = Props & { offers: readonly Offer[]; total: number; most: number; onAgain: () => void };

function BulkForm({ search, offers, total, most, onAgain, onClose }: FormProps) {
  const { t } = useLingui();
  const [move, setMove] = useState<string>();
  const [hasChanged, setChanged] = useState(false);
  const form = useForm({ defaultValues: { reason: "" } });
  const moveAll = useMoveAll();
  const offer = offers.find((each) => each.move === move);
  const submit = async ({ reason }: { reason: string }) => {
    if (!offer) return;
    const { count, fingerprint } = offer;
    const why = offer.asks_reason ? { reason: reason.trim() } : {};
    try {
      const done = await moveAll.mutateAsync({
        body: { move: offer.move, question: question(search), seen: { count, fingerprint }, ...why },
      });
      onClose(moveDone(done.move, done.count));
    } catch (error) {
      const isOther = isApiError(error) && error.slug === "question-changed";
      setChanged(isOther);
      if (isOther) onAgain();
      else showProblem(form, error);
    }
  };
  const left = offer ? leftOutWords(offer.left_out) : null;
  return (
    <Form
      form={form}
      label={t`Change the status of many partners`}
      onSubmit={submit}
      actions={
        <>
          {offer && offer.count <= most && (
            <Button
              type="submit"
              kind={offer.move === "deactivate" ? "danger" : "primary"}
              working={moveAll.isPending ? <Trans>Working…</Trans> : undefined}
            >
              {moveButton(offer)}
            </Button>
          )}
          <Button kind="quiet" onClick={() => onClose()}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      <div className={styles.decision}>
        {hasChanged && (
          <Notice kind="warn" live focus title={<Trans>Nothing was done: the list has changed</Trans>}>
            <Trans>
              This would now reach other partners than when you looked. The numbers below are new; what you
              wrote is kept.
            </Trans>
          </Notice>
        )}
        <p>
          <Plural
            value={total}
            one="The directory shows # partner."
            other="The directory shows # partners."
          />
        </p>
        <RadioGroup
          name="bulk-move"
          label={t`What happens to them`}
          value={move ?? ""}
          onChange={(event) => {
            setMove(event.target.value);
            setChanged(false);
          }}
          choices={offers.map((each) => ({
            value: each.move,
            label: (
              <>
                {moveChoice(each.move)} (<Plural value={each.count} one="# partner" other="# partners" />)
              </>
            ),
          }))}
        />
        {offer && (
          <>
            <p>{moveEffect(offer.move)}</p>
            {offer.count > most && (
              <Notice kind="warn">
                <Trans>At most {most} partners can be changed together. Narrow the list first.</Trans>
              </Notice>
            )}
            <Concerned offer={offer} />
            {left && <p className={styles.left}>{left}</p>}
            {offer.asks_reason && (
              <TextArea
                label={t`Reason`}
                hint={t`Each of the partners reads this, and it may become a public record.`}
                error={form.formState.errors.reason?.message}
                {...form.register("reason", {
                  validate: (value) => value.trim() !== "" || t`Say why, in a sentence or two`,
                })}
              />
            )}
          </>
        )}
      </div>
    </Form>
  );
}

function Concerned({ offer }: { offer: Offer }) {
  const more = offer.count - offer.partners.length;
  return (
    <details>
      <summary>
        <Plural value={offer.count} one="Which partner" other="Which # partners" />
      </summary>
      <ul>
        {offer.partners.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
        {more > 0 && (
          <li>
            <Plural value={more} one="and # more" other="and # more" />
          </li>
        )}
      </ul>
    </details>
  );
}
