/** One of a long list, found by typing. The list may come from the page or, with `onSearch`, from the server. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { FieldError as AriaFieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { CircleAlert } from "lucide-react";
import { clsx } from "clsx";
import { AriaLanguage } from "../aria-language";
import { Icon } from "../icon";
import { Optional, type FieldText } from "./field";
import fieldStyles from "./field.module.css";
import styles from "./combo-box.module.css";

export type ComboItem = { id: string; label: string; note?: string };

type Shared = Omit<FieldText, "aside"> & {
  name: string;
  items: readonly ComboItem[];
  /** Called with what is typed; `items` is then what the server found, and nothing is filtered here. */
  onSearch?: (typed: string) => void;
  loading?: boolean;
  onBlur?: () => void;
};

type Props = Shared & { value: string | null; onChange: (id: string | null) => void };

export function ComboBox({ name, items, value, onChange, onSearch, loading, onBlur, ...text }: Props) {
  return (
    <AriaLanguage>
      {/* a box of its own: the list is laid out beside the field, which would part it from the field before */}
      <div className={clsx(fieldStyles.field, text.error && fieldStyles.bad)}>
        <AriaComboBox
          {...(onSearch ? { items } : { defaultItems: items })}
          value={value}
          onChange={(key) => onChange(key === null ? null : String(key))}
          onInputChange={onSearch}
          onBlur={onBlur}
          id={name}
          allowsEmptyCollection
          isInvalid={Boolean(text.error)}
          validationBehavior="aria"
        >
          <ComboBody loading={loading} {...text} />
        </AriaComboBox>
      </div>
    </AriaLanguage>
  );
}

/** The parts that one choice and several choices share; used inside an `AriaComboBox`. */
export function ComboBody({
  label,
  hint,
  error,
  optional,
  loading,
}: Omit<FieldText, "aside"> & { loading?: boolean | undefined }): ReactNode {
  const { t } = useLingui();
  return (
    <>
      <Label className={fieldStyles.label}>
        {label}
        {optional && <Optional />}
      </Label>
      {hint && (
        <Text slot="description" elementType="p" className={fieldStyles.hint}>
          {hint}
        </Text>
      )}
      <AriaFieldError className={fieldStyles.error} elementType="p">
        <Icon of={CircleAlert} />
        <span>{error}</span>
      </AriaFieldError>
      <div className={styles.box}>
        <Input className={fieldStyles.input} autoComplete="off" />
        <Button className={styles.open} aria-label={t`Show the list`}>
          <Icon of={ChevronDown} />
        </Button>
      </div>
      <Popover className={styles.popover} offset={4}>
        <ListBox
          className={styles.list}
          renderEmptyState={() => (
            <p className={styles.none}>
              {loading ? <Trans>Looking…</Trans> : <Trans>Nothing matches</Trans>}
            </p>
          )}
        >
          {(item: ComboItem) => (
            <ListBoxItem id={item.id} textValue={item.label} className={styles.item}>
              {({ isSelected }) => (
                <>
                  <span className={styles.mark}>{isSelected && <Icon of={Check} />}</span>
                  <span>
                    {item.label}
                    {item.note && <small className={styles.note}>{item.note}</small>}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </>
  );
}
