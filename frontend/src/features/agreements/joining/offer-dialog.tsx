/** One more school for what is signed: the office offers it, the school's principal decides. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { showProblem } from "@/api/form-problems";
import { Button } from "@/ui/actions/button";
import { ComboBox } from "@/ui/fields/combo-box";
import { Form } from "@/ui/fields/form";
import { useForm } from "@/ui/fields/use-form";
import { Dialog } from "@/ui/overlays/dialog";
import type { Agreement } from "../api";
import { useSchoolChoices } from "../choices";
import { refusal } from "../refusal";
import { useOffer } from "./write";
import styles from "../dialog.module.css";

type Props = { agreement: Agreement; onClose: () => void; onDone: () => void };

export function OfferDialog({ agreement, onClose, onDone }: Props) {
  const { t } = useLingui();
  const offer = useOffer(agreement);
  const form = useForm({ defaultValues: { school_id: "" } });
  const [typed, setTyped] = useState("");
  const { items, loading } = useSchoolChoices(typed, form.watch("school_id") || null);
  const named = new Set(
    agreement.schools.flatMap(({ school, confirmation }) => (confirmation === "declined" ? [] : [school.id])),
  );
  const submit = async ({ school_id: school }: { school_id: string }) => {
    try {
      await offer.mutateAsync({ school });
      onDone();
    } catch (error) {
      const why = refusal(error);
      if (why) form.setError("root.server", { type: "server", message: why });
      else showProblem(form, error);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t`Offer it to one more school`}>
      <p className={styles.effect}>
        <Trans>
          Your offer is the office’s yes. The school’s principal is asked for the other one; with it the
          school joins on that day. What is signed stays as it is.
        </Trans>
      </p>
      <Form
        form={form}
        onSubmit={submit}
        actions={
          <>
            <Button
              kind="primary"
              type="submit"
              working={offer.isPending ? <Trans>Offering…</Trans> : undefined}
            >
              <Trans>Offer it to the school</Trans>
            </Button>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        }
      >
        <Controller
          control={form.control}
          name="school_id"
          rules={{ validate: (value) => value !== "" || t`Choose the school` }}
          render={({ field, fieldState }) => (
            <ComboBox
              name={field.name}
              label={t`School`}
              items={items.filter(({ id }) => !named.has(id))}
              loading={loading}
              onSearch={setTyped}
              value={field.value || null}
              onChange={(id) => field.onChange(id ?? "")}
              error={fieldState.error?.message}
            />
          )}
        />
      </Form>
    </Dialog>
  );
}
