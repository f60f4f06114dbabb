/** The board packet as it is read and printed: as many parts as its caption counts. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { useState } from "react";
import { useSession } from "@/features/auth";
import { formatDay } from "@/lib/dates";
import { formatMoney } from "@/lib/numbers";
import { compact } from "@/lib/url-state";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { Notice } from "@/ui/feedback/notice";
import { DateField, isDay } from "@/ui/fields/date-field";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { Disclosure } from "@/ui/page/disclosure";
import { PageHead } from "@/ui/page/page-head";
import { packetQuery, type Packet, type PacketItem } from "./api";
import { PacketPart } from "./packet-part";
import { chosen, type PacketSearch } from "./search";
import { agreementsCount, costWords, packetTitle } from "./words";
import styles from "./packet.module.css";

export function PacketPage({ search }: { search: PacketSearch }) {
  const { t } = useLingui();
  const me = useSession();
  const ids = chosen(search.agreements);
  const packet = useSuspenseQuery(packetQuery(ids, search.meets_on)).data;
  const late = packet.items.filter((each) => each.needs.length > 0).length;
  const title = packetTitle(packet);
  return (
    <article className={styles.packet}>
      <PageHead
        title={[title, t`Board`, t`Agreements`]}
        trail={
          <div data-print="no">
            <Breadcrumbs here={<Trans>Packet</Trans>}>
              <Link to="/agreements">
                <Trans>Agreements</Trans>
              </Link>
              <Link to="/agreements/board">
                <Trans>School board</Trans>
              </Link>
            </Breadcrumbs>
          </div>
        }
        kind={packet.district}
        heading={title}
        lead={costWords(packet.items)}
        asOf={<Trans>As of {formatDay(packet.as_of, "long")}.</Trans>}
        action={
          <div data-print="no" className={styles.actions}>
            <a href={pdfOf(ids, search.meets_on)} download>
              <Trans>Download as PDF</Trans>
            </a>
            <Button icon={Printer} onClick={() => window.print()}>
              <Trans>Print</Trans>
            </Button>
          </div>
        }
      />
      <div data-print="no">
        <Disclosure summary={<Trans>For which meeting</Trans>}>
          <Meeting search={search} />
        </Disclosure>
      </div>
      {packet.missing.length > 0 && (
        <Notice kind="warn">
          <Trans>Some that the address names are not there any more, or not yours to see.</Trans>
        </Notice>
      )}
      {late > 0 && (
        <div data-print="no" className={styles.late}>
          <Notice kind="warn">
            <Trans>
              {agreementsCount(late)} of this packet cannot be voted on yet; each says what it still needs.
            </Trans>
          </Notice>
        </div>
      )}
      <Contents packet={packet} />
      {packet.items.map((item, place) => (
        <PacketPart key={item.id} item={item} place={place + 1} />
      ))}
      {me.tenant.is_demonstration && (
        <p className={styles.standing}>
          <Trans>
            School figures are published records; partners, needs, agreements and targets are invented.
          </Trans>
        </p>
      )}
    </article>
  );
}

function Meeting({ search }: { search: PacketSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [day, setDay] = useState(search.meets_on ?? "");
  const change = (value: string) => {
    setDay(value);
    if (value !== "" && !isDay(value)) return;
    const next = compact({ ...search, meets_on: value });
    void navigate({ to: "/agreements/board/packet", search: next, replace: true });
  };
  return (
    <DateField
      name="meets_on"
      label={t`Day of the meeting`}
      hint={t`It stands in the title, on paper too.`}
      optional
      value={day}
      onChange={change}
    />
  );
}

function pdfOf(ids: readonly string[], meetsOn: string | undefined): string {
  const asked = new URLSearchParams(ids.map((id) => ["agreement", id]));
  if (meetsOn) asked.set("meets_on", meetsOn);
  const query = asked.toString();
  return `/api/v1/board-packet.pdf${query && `?${query}`}`;
}

function Contents({ packet }: { packet: Packet }) {
  const { t } = useLingui();
  const columns: Column<PacketItem>[] = [
    {
      id: "agreement",
      header: t`Agreement`,
      cell: (item) => <a href={`#${item.number}`}>{item.title}</a>,
    },
    { id: "partner", header: t`Partner`, cell: (item) => item.partner.name },
    {
      id: "cost",
      header: t`Cost to the district`,
      number: true,
      cell: (item) => (item.cost === null ? t`Not stated` : formatMoney(item.cost)),
    },
  ];
  return (
    <DataTable
      caption={agreementsCount(packet.count)}
      columns={columns}
      rows={packet.items}
      rowKey={(item) => item.id}
    />
  );
}
