/** The order by hand: each need a step up or down, and a reason where it stands elsewhere than its ratings put it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { showProblem } from "@/api/form-problems";
import type { AssessmentNeed, AssessmentRead, Place } from "@/api/gen/types.gen";
import { isApiError } from "@/api/problem";
import { announce } from "@/lib/announcer";
import { Button, IconButton } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Form } from "@/ui/fields/form";
import { TextArea } from "@/ui/fields/text-area";
import { useForm } from "@/ui/fields/use-form";
import styles from "./need-rows.module.css";
import { carriedOver, placedByHand, stepped } from "./ranking";
import { ratedSaid } from "./said";
import { rereadAssessment, usePutRanking } from "./write";

type Props = { assessment: AssessmentRead; onClose: (done?: string) => void };

const inOrder = (assessment: AssessmentRead) => assessment.needs.filter((need) => need.rank !== null);
const reasonsOf = (needs: readonly AssessmentNeed[]) =>
  Object.fromEntries(needs.map((need) => [need.id, need.rank_reason ?? ""]));

export function RankEditor({ assessment, onClose }: Props) {
  const { t } = useLingui();
  const put = usePutRanking();
  const [base, setBase] = useState(assessment);
  const [order, setOrder] = useState(() => inOrder(assessment));
  const [touched, setTouched] = useState<ReadonlySet<string>>(
    () => new Set(assessment.needs.filter((need) => need.rank_reason !== null).map((need) => need.id)),
  );
  const [isLate, setIsLate] = useState(false);
  const form = useForm<{ reasons: Record<string, string> }>({
    defaultValues: { reasons: reasonsOf(assessment.needs) },
  });
  const { errors, isSubmitting } = form.formState;
  /** Top needs are named in their order and have no ratings to differ from. */
  const isNamed = base.path === "top_three";
  const byHand = isNamed ? new Set<string>() : placedByHand(order, touched);

  const move = (need: AssessmentNeed, by: -1 | 1) => {
    const next = stepped(order, need.id, by);
    const place = next.findIndex((each) => each.id === need.id);
    flushSync(() => {
      setOrder(next);
      setTouched(new Set([...touched, need.id]));
    });
    announce(t`“${need.title}” is number ${place + 1} of ${next.length} now`);
    // At an end the button that was pressed is gone: its neighbour takes the focus.
    const [same, other] = by === -1 ? ["up", "down"] : ["down", "up"];
    (
      document.getElementById(`${same}-${need.id}`) ?? document.getElementById(`${other}-${need.id}`)
    )?.focus();
  };

  const places = (reasons: Record<string, string>): Place[] =>
    order.flatMap((need, index) => {
      const named = need.rank_reason ?? t`Named by the school in this order`;
      const reason = isNamed ? named : (reasons[need.id] ?? "").trim();
      return isNamed || byHand.has(need.id) ? [{ need_id: need.id, rank: index + 1, reason }] : [];
    });

  const save = async ({ reasons }: { reasons: Record<string, string> }) => {
    try {
      await put.mutateAsync({ base, places: places(reasons) });
      onClose(t`The order is saved`);
    } catch (error) {
      if (!isApiError(error) || !error.isConflict) return showProblem(form, error);
      const now = await rereadAssessment(base.id);
      setBase(now);
      setOrder(carriedOver(order, inOrder(now)));
      setIsLate(true);
    }
  };

  return (
    <Form
      form={form}
      label={t`Order of the needs`}
      onSubmit={save}
      actions={
        <>
          <Button kind="primary" type="submit" working={isSubmitting ? <Trans>Saving…</Trans> : undefined}>
            <Trans>Save the order</Trans>
          </Button>
          <Button kind="quiet" onClick={() => onClose()}>
            <Trans>Cancel</Trans>
          </Button>
        </>
      }
    >
      {isLate && (
        <Notice kind="warn" focus title={<Trans>Somebody changed the needs since you opened this</Trans>}>
          <Trans>Your order and your reasons are kept. Look once more and save again.</Trans>
        </Notice>
      )}
      <ol className={styles.needs}>
        {order.map((need, index) => (
          <li key={need.id} className={styles.need}>
            <span className={styles.rank} aria-hidden="true">
              {index + 1}
            </span>
            <div className={styles.body}>
              <h3 className={styles.name}>{need.title}</h3>
              {!isNamed && (
                <p className={styles.about}>
                  {ratedSaid(need)}; <Trans>number {need.place_by_score} by ratings</Trans>
                </p>
              )}
            </div>
            <div className={styles.moves}>
              {index > 0 && (
                <IconButton
                  id={`up-${need.id}`}
                  icon={ArrowUp}
                  label={t`Move “${need.title}” up`}
                  onClick={() => move(need, -1)}
                />
              )}
              {index < order.length - 1 && (
                <IconButton
                  id={`down-${need.id}`}
                  icon={ArrowDown}
                  label={t`Move “${need.title}” down`}
                  onClick={() => move(need, 1)}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
      {order
        .filter((need) => byHand.has(need.id))
        .map((need) => (
          <div key={need.id} className={styles.reason}>
            <TextArea
              label={t`Why is “${need.title}” number ${order.indexOf(need) + 1}?`}
              hint={t`By its ratings it is number ${need.place_by_score ?? 0}. The reason stays with it.`}
              rows={2}
              error={errors.reasons?.[need.id]?.message}
              {...form.register(`reasons.${need.id}`, {
                validate: (value) =>
                  value.trim() !== "" || t`Say why “${need.title}” stands elsewhere than its ratings put it`,
              })}
            />
          </div>
        ))}
    </Form>
  );
}
