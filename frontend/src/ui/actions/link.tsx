/** Links that know the app's addresses; a link that looks like a button is still a link. */
import { createLink, type LinkComponent } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { Icon } from "../icon";
import { buttonClass, type ButtonLook } from "./button";

export { Link } from "@tanstack/react-router";

/** A link to an address made from what the API said. */
export function AnchorButton({
  kind,
  small,
  wide,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<"a"> & ButtonLook) {
  return (
    <a {...rest} className={buttonClass({ kind, small, wide }, className)}>
      {icon && <Icon of={icon} />}
      {children}
    </a>
  );
}

const RoutedButton = createLink(AnchorButton);

export const ButtonLink: LinkComponent<typeof AnchorButton> = (props) => (
  <RoutedButton preload="intent" {...props} />
);
