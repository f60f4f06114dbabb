/** A form with its error summary: what is refused is listed above, said in the title, and kept in the fields. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, type FormEventHandler, type ReactNode } from "react";
import { useFormState, type FieldErrors, type FieldValues, type UseFormReturn } from "react-hook-form";
import { ErrorSummary, type SummaryError } from "./error-summary";
import styles from "./form.module.css";

type Props<T extends FieldValues, R> = {
  form: UseFormReturn<T, unknown, R>;
  onSubmit: (values: R) => void | Promise<void>;
  children: ReactNode;
  /** The buttons, primary first. */
  actions: ReactNode;
  label?: string;
};

export function Form<T extends FieldValues, R>({ form, onSubmit, children, actions, label }: Props<T, R>) {
  const { errors, submitCount, isSubmitting } = useFormState({ control: form.control });
  const listed = submitCount > 0 ? listErrors(errors) : [];
  useErrorTitle(listed.length > 0);
  const submit: FormEventHandler = (event) => {
    if (isSubmitting) event.preventDefault();
    else void form.handleSubmit(onSubmit)(event);
  };
  return (
    <form noValidate onSubmit={submit} aria-label={label}>
      <ErrorSummary errors={listed} attempt={submitCount} />
      {children}
      <div className={styles.actions}>{actions}</div>
    </form>
  );
}

/** Every message once, in the order of the fields; what belongs to no field first. */
export function listErrors(errors: FieldErrors, path = ""): SummaryError[] {
  return Object.entries(errors).flatMap(([key, value]): SummaryError[] => {
    if (!value || typeof value !== "object" || key === "ref") return [];
    if (typeof value.message === "string" && value.message !== "") {
      return [
        path === "root" || key === "root"
          ? { message: value.message }
          : { field: path + key, message: value.message },
      ];
    }
    const inner = value as FieldErrors;
    return listErrors(inner, key === "root" && path === "" ? "root" : `${path}${key}.`);
  });
}

/** “Error: ” before the title, so that it is the first thing heard when the page is named. */
function useErrorTitle(failed: boolean) {
  const { t } = useLingui();
  useEffect(() => {
    if (!failed) return;
    const plain = document.title;
    document.title = t`Error: ${plain}`;
    return () => {
      document.title = plain;
    };
  }, [failed, t]);
}

/** Says that a field may be left out of a long form. */
export function FormNote({ children }: { children?: ReactNode }) {
  return (
    <p className={styles.note}>{children ?? <Trans>Everything is needed unless it says optional.</Trans>}</p>
  );
}
