/** A day near now, typed or picked from a calendar. For a day somebody knows by heart use DateField. */
import { useLingui } from "@lingui/react/macro";
import { parseDate } from "@internationalized/date";
import { clsx } from "clsx";
import { Calendar as CalendarIcon, ChevronLeft, ChevronRight, CircleAlert } from "lucide-react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { DateInput, DateSegment } from "react-aria-components/DateField";
import { DatePicker as AriaDatePicker } from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { FieldError as AriaFieldError } from "react-aria-components/FieldError";
import { Group } from "react-aria-components/Group";
import { Heading } from "react-aria-components/Heading";
import { Label } from "react-aria-components/Label";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { AriaLanguage } from "../aria-language";
import { Icon } from "../icon";
import { Optional, type FieldText } from "./field";
import fieldStyles from "./field.module.css";
import styles from "./date-picker.module.css";

type Props = Omit<FieldText, "aside"> & {
  /** `2020-01-27`, or null. */
  value: string | null;
  onChange: (day: string | null) => void;
  earliest?: string;
  latest?: string;
  onBlur?: () => void;
};

export function DatePicker({
  value,
  onChange,
  earliest,
  latest,
  onBlur,
  label,
  hint,
  error,
  optional,
}: Props) {
  const { t } = useLingui();
  return (
    <AriaLanguage>
      <AriaDatePicker
        value={value ? parseDate(value) : null}
        onChange={(date) => onChange(date ? date.toString() : null)}
        minValue={earliest ? parseDate(earliest) : undefined}
        maxValue={latest ? parseDate(latest) : undefined}
        onBlur={onBlur}
        isInvalid={Boolean(error)}
        validationBehavior="aria"
        className={clsx(fieldStyles.field, error && fieldStyles.bad)}
      >
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
        <Group className={styles.group}>
          <DateInput className={styles.input}>
            {(segment) => <DateSegment segment={segment} className={styles.segment} />}
          </DateInput>
          <Button className={styles.open} aria-label={t`Open the calendar`}>
            <Icon of={CalendarIcon} />
          </Button>
        </Group>
        <Popover className={styles.popover} offset={4}>
          <Dialog className={styles.dialog}>
            <Calendar>
              <header className={styles.head}>
                <Button slot="previous" className={styles.arrow}>
                  <Icon of={ChevronLeft} />
                </Button>
                <Heading className={styles.month} />
                <Button slot="next" className={styles.arrow}>
                  <Icon of={ChevronRight} />
                </Button>
              </header>
              <CalendarGrid className={styles.grid} weekdayStyle="short">
                <CalendarGridHeader>
                  {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => <CalendarCell date={date} className={styles.cell} />}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </AriaDatePicker>
    </AriaLanguage>
  );
}
