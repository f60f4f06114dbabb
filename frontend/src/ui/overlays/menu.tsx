/** A few acts behind one button. */
import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { buttonClass } from "../actions/button";
import { AriaLanguage } from "../aria-language";
import { Icon } from "../icon";
import styles from "./menu.module.css";

export type MenuAct = { id: string; label: string; onAct: () => void; danger?: boolean };

type Props = { label: ReactNode; acts: readonly MenuAct[]; small?: boolean };

export function Menu({ label, acts, small }: Props) {
  return (
    <AriaLanguage>
      <MenuTrigger>
        <Button className={buttonClass({ kind: "secondary", small: small ?? false })}>
          {label}
          <Icon of={ChevronDown} />
        </Button>
        <Popover className={styles.popover} placement="bottom end" offset={4}>
          <AriaMenu className={styles.menu} onAction={(key) => acts.find((act) => act.id === key)?.onAct()}>
            {acts.map((act) => (
              <MenuItem key={act.id} id={act.id} className={clsx(styles.item, act.danger && styles.danger)}>
                {act.label}
              </MenuItem>
            ))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </AriaLanguage>
  );
}
