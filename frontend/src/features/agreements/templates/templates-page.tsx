/** The district's templates of standing terms, by type of agreement. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import type { TemplateItem } from "@/api/gen/types.gen";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { DataTable, type Column } from "@/ui/data/data-table";
import { StatusTag } from "@/ui/data/status-tag";
import { EmptyState } from "@/ui/feedback/empty-state";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { types } from "../search";
import { typeName } from "../words";
import { templatesQuery } from "./api";
import { finding, templateLooks, templateStatus, usedWords } from "./words";

const NameDialog = lazy(() => import("./name-dialog").then((module) => ({ default: module.NameDialog })));

export function TemplatesPage() {
  const { t } = useLingui();
  const { items, can_add: canAdd } = useSuspenseQuery(templatesQuery()).data;
  const [isAdding, setAdding] = useState(false);
  const rows = useMemo(
    () => types.flatMap((type) => items.filter((template) => template.type === type)),
    [items],
  );
  const columns = useMemo<Column<TemplateItem>[]>(
    () => [
      {
        id: "name",
        header: t`Template`,
        cell: (template) => (
          <>
            <Link to="/settings/templates/$templateId" params={{ templateId: template.id }}>
              {template.name}
            </Link>
            {template.has_draft && template.published_number !== null && (
              <small>
                <Trans>A next version is being written</Trans>
              </small>
            )}
          </>
        ),
      },
      {
        id: "state",
        header: t`Status`,
        phone: "line",
        cell: ({ status }) => <StatusTag look={templateLooks[status]}>{templateStatus(status)}</StatusTag>,
      },
      {
        id: "version",
        header: t`Newest version`,
        cell: ({ published_number: number }) => (number === null ? t`None yet` : String(number)),
      },
      { id: "used", header: t`Made from it`, cell: ({ agreements }) => usedWords(agreements) },
    ],
    [t],
  );
  return (
    <>
      <PageHead
        title={[t`Templates of standing terms`, t`Agreements`]}
        trail={
          <Breadcrumbs here={<Trans>Templates</Trans>}>
            <Link to="/agreements">
              <Trans>Agreements</Trans>
            </Link>
            <Link to="/settings/agreements">
              <Trans>Settings</Trans>
            </Link>
          </Breadcrumbs>
        }
        heading={finding(items)}
        lead={
          <Trans>
            Standing terms that the district says in every agreement of a type. A draft takes the newest
            version and keeps it.
          </Trans>
        }
        action={
          canAdd && (
            <Button kind="primary" onClick={() => setAdding(true)}>
              <Trans>Write a template</Trans>
            </Button>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={<Trans>No template is offered yet.</Trans>} />
      ) : (
        <DataTable
          caption={t`Templates, by type of agreement`}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={(template) => template.id}
          group={{ of: ({ type }) => typeName(type), heading: (type) => type }}
        />
      )}
      <Suspense>{isAdding && <NameDialog onClose={() => setAdding(false)} />}</Suspense>
    </>
  );
}
