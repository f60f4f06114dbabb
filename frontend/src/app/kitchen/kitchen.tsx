/** Every part of the kit in every state: for designers, for the accessibility specs, and to look a part up. */
import { useState } from "react";
import { SkipLink } from "@/ui/page/skip-link";
import { PageHead } from "@/ui/page/page-head";
import { Segments } from "@/ui/page/segments";
import { Wordmark } from "@/ui/page/wordmark";
import { chooseTheme, currentTheme } from "@/lib/theme";
import { Frame } from "../frame";
import { ChartSamples } from "./charts";
import { FieldSamples } from "./fields";
import { ListSamples } from "./lists";
import { OverlaySamples } from "./overlays";
import { PartSamples } from "./parts";
import { Shelf } from "./shelf";
import { TableSamples } from "./tables";
import styles from "./kitchen.module.css";

export function Kitchen() {
  const [theme, setTheme] = useState(currentTheme);
  return (
    <>
      <SkipLink />
      <Frame>
        <PageHead
          title="Kit"
          heading="Kit"
          lead="Every part in every state. Switch the theme; resize to a phone."
        />
        <Segments
          label="Theme"
          value={theme}
          onChange={(next) => {
            chooseTheme(next);
            setTheme(next);
          }}
          options={[
            { value: "system", label: "System" },
            { value: "light", label: "Light" },
            { value: "dark", label: "Dark" },
          ]}
        />
        <div className={styles.kit}>
          <Shelf name="Wordmark">
            <Wordmark large />
          </Shelf>
          <PartSamples />
          <FieldSamples />
          <OverlaySamples />
          <ListSamples />
          <TableSamples />
          <ChartSamples />
        </div>
      </Frame>
    </>
  );
}
