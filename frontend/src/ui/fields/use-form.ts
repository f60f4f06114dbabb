/** React Hook Form as this app uses it: a refused form sends the focus to its summary, not to the first field. */
import {
  useForm as useHookForm,
  type FieldValues,
  type UseFormProps,
  type UseFormReturn,
} from "react-hook-form";

export function useForm<T extends FieldValues, C = unknown, R = T>(
  options: UseFormProps<T, C, R>,
): UseFormReturn<T, C, R> {
  return useHookForm({ ...options, shouldFocusError: false });
}
