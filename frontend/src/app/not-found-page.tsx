/** Nothing at this address that this person can see; a record of another district looks the same. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@/ui/actions/link";
import { PageHead } from "@/ui/page/page-head";
import { Frame } from "./frame";

export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Frame>
      <PageHead
        title={t`Not found`}
        heading={<Trans>There is nothing here that you can see</Trans>}
        lead={
          <Trans>
            The address may be mistyped, or the record may belong to another district. Go back, or start from{" "}
            <Link to="/">Home</Link>.
          </Trans>
        }
      />
    </Frame>
  );
}
