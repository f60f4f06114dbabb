/** More about a control, on hover and on focus; never its only name, never the only place something is said. */
import type { ReactElement, ReactNode } from "react";
import { UNSAFE_PortalProvider } from "react-aria/PortalProvider";
import { Focusable } from "react-aria-components/Focusable";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import styles from "./tooltip.module.css";

type Props = { text: ReactNode; children: ReactElement<Record<string, unknown>, string> };

/** The child is one focusable element: a button, a link. */
export function Tooltip({ text, children }: Props) {
  return (
    <UNSAFE_PortalProvider getContainer={landmark}>
      <TooltipTrigger delay={400} closeDelay={100}>
        <Focusable>{children}</Focusable>
        <AriaTooltip className={styles.tooltip} offset={6}>
          {text}
        </AriaTooltip>
      </TooltipTrigger>
    </UNSAFE_PortalProvider>
  );
}

/** Inside the page's main part, so that what it says belongs to a landmark. */
function landmark(): HTMLElement {
  return document.getElementById("main") ?? document.body;
}
