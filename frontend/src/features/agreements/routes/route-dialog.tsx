/** Changes who reviews one type, in which order, and who signs first; says in words what that will mean. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "@/api/form-problems";
import { isApiError } from "@/api/problem";
import { Actions, Button } from "@/ui/actions/button";
import { Notice } from "@/ui/feedback/notice";
import { Skeleton } from "@/ui/feedback/skeleton";
import { CheckboxGroup } from "@/ui/fields/checkbox";
import { RadioGroup } from "@/ui/fields/radio-group";
import { Dialog } from "@/ui/overlays/dialog";
import { typeName } from "../words";
import { routeQuery, useRereadRoute, useSetRoute, type Route, type RouteStep } from "./api";
import { StepOrder } from "./step-order";
import { reviewedBy, signedBy } from "./words";
import styles from "./routes.module.css";

type Props = { type: Route["type"]; onClose: () => void; onDone: (type: Route["type"]) => void };

export function RouteDialog({ type, onClose, onDone }: Props) {
  const { t } = useLingui();
  const { data, error } = useQuery(routeQuery(type));
  const name = typeName(type);
  return (
    <Dialog open onClose={onClose} title={t`Reviewed and signed: ${name}`}>
      {error ? (
        <Notice kind="bad">{problemSentence(error)}</Notice>
      ) : data ? (
        <RouteForm route={data} onClose={onClose} onDone={onDone} />
      ) : (
        <Skeleton label={t`Loading the setting`} shape="lines" count={6} />
      )}
    </Dialog>
  );
}

const all: readonly RouteStep[] = ["legal", "risk", "privacy", "board"];
const orders = ["any", "partner_first", "district_first"] as const;

function RouteForm({ route, onClose, onDone }: { route: Route } & Omit<Props, "type">) {
  const { t } = useLingui();
  const set = useSetRoute();
  const reread = useRereadRoute(route.type);
  const [base, setBase] = useState(route);
  const [steps, setSteps] = useState<readonly RouteStep[]>(route.steps);
  const [isInOrder, setInOrder] = useState(route.is_in_order);
  const [signing, setSigning] = useState(route.signing_order);
  const [isLate, setLate] = useState(false);
  const choose = (values: readonly string[]) => {
    const kept = steps.filter((step) => step !== "board" && values.includes(step));
    const added = all.filter((step) => step !== "board" && values.includes(step) && !kept.includes(step));
    setSteps([...kept, ...added, ...(values.includes("board") ? (["board"] as const) : [])]);
  };
  const ordered = steps.filter((step) => step !== "board");
  const save = () => {
    const body = { steps: [...steps], is_in_order: isInOrder && ordered.length > 1, signing_order: signing };
    set.mutate(
      { base, body },
      {
        onSuccess: () => onDone(route.type),
        onError: (error) => {
          if (!isApiError(error) || !error.isConflict) return;
          void reread().then((now) => {
            setBase(now);
            setLate(true);
          });
        },
      },
    );
  };
  return (
    <form
      noValidate
      aria-label={t`How it is reviewed and signed`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {isLate ? (
        <Notice kind="warn" live focus title={<Trans>Somebody changed this since you opened it</Trans>}>
          <p>
            <Trans>
              It says now: {reviewedBy(base)} {signedBy(base.signing_order)} What you chose is kept; saving
              again puts it in the place of that.
            </Trans>
          </p>
        </Notice>
      ) : (
        set.isError && (
          <Notice kind="bad" live focus>
            {problemSentence(set.error)}
          </Notice>
        )
      )}
      <CheckboxGroup
        name="steps"
        label={t`Who has to say yes besides the office`}
        choices={[
          { value: "legal", label: t`Legal review` },
          { value: "risk", label: t`Risk review` },
          { value: "privacy", label: t`Privacy review` },
          {
            value: "board",
            label: t`The school board`,
            hint: t`It votes last, once everybody else has said yes.`,
          },
        ]}
        value={steps}
        onChange={choose}
      />
      {ordered.length > 1 && (
        <RadioGroup
          name="order"
          label={t`When reviewers are asked`}
          value={isInOrder ? "in_order" : "at_once"}
          onChange={(event) => setInOrder(event.target.value === "in_order")}
          choices={[
            { value: "at_once", label: t`Side by side`, hint: t`All are asked at once.` },
            {
              value: "in_order",
              label: t`One after the other`,
              hint: t`Each is asked when the one before has said yes.`,
            },
          ]}
        />
      )}
      {ordered.length > 1 && isInOrder && (
        <StepOrder
          steps={ordered}
          onChange={(next) => setSteps([...next, ...steps.filter((step) => step === "board")])}
        />
      )}
      <RadioGroup
        name="signing_order"
        label={t`Who signs first`}
        value={signing}
        onChange={(event) => setSigning(orders.find((each) => each === event.target.value) ?? "any")}
        choices={orders.map((value) => ({ value, label: signedBy(value) }))}
      />
      <p className={styles.means} aria-live="polite">
        <Trans>
          In words: {reviewedBy({ steps: [...steps], is_in_order: isInOrder })} {signedBy(signing)}
        </Trans>
      </p>
      <Actions>
        <Button kind="primary" type="submit" working={set.isPending ? t`Saving…` : undefined}>
          <Trans>Save</Trans>
        </Button>
        <Button kind="quiet" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </Actions>
    </form>
  );
}
