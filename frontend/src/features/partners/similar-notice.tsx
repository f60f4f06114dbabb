/** Records that may be the organization about to be added, before it is sent. */
import { Plural, Trans } from "@lingui/react/macro";
import type { SimilarPartner } from "@/api/gen/types.gen";
import { Link } from "@/ui/actions/link";
import { Notice } from "@/ui/feedback/notice";
import { statusName } from "./words";

export function SimilarNotice({ items }: { items: readonly SimilarPartner[] }) {
  if (items.length === 0) return null;
  return (
    <Notice
      kind="warn"
      live
      title={
        <Plural
          value={items.length}
          one="It may be in the directory already"
          other="It may be one of these # in the directory"
        />
      }
    >
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <Link to="/partners/$partnerId" params={{ partnerId: item.id }}>
              {item.name}
            </Link>
            {[", ", [item.city, statusName(item.status)].filter(Boolean).join(", "), ". "].join("")}
            <Because item={item} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Because({ item }: { item: SimilarPartner }) {
  switch (item.because) {
    case "ein":
      return <Trans>It has this EIN.</Trans>;
    case "name":
      return <Trans>Its name is much like it.</Trans>;
    case "legal_name":
      return <Trans>In law it is called {item.legal_name}.</Trans>;
    case "former_name":
      return <Trans>It was called much like it before.</Trans>;
  }
}
