/** The page behind an e-mail's link: what is asked, in plain words, and the answers. No sign-in, nothing around it. */
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { awaitHeading } from "@/lib/heading-focus";
import type { DecisionsRecorded } from "@/api/gen/types.gen";
import { decisionsQuery } from "./api";
import { AskedPage } from "./asked-page";
import { EndedPage } from "./ended-page";
import { RecordedPage } from "./recorded-page";

export function DecidePage() {
  const found = useSuspenseQuery(decisionsQuery).data;
  const [recorded, setRecorded] = useState<DecisionsRecorded | null>(null);
  const [isDisowned, setDisowned] = useState(false);
  if (recorded) return <RecordedPage recorded={recorded} />;
  if (isDisowned) return <EndedPage state="disowned" />;
  if (found.state !== "open") return <EndedPage state={found.state} />;
  const record = (now: DecisionsRecorded) => {
    awaitHeading();
    setRecorded(now);
  };
  const disown = () => {
    awaitHeading();
    setDisowned(true);
  };
  return <AskedPage asked={found.asked} onRecorded={record} onDisowned={disown} />;
}
