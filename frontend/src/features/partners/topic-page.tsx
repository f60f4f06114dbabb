/** One topic of an application on its own page, with what the office asked beside it, and the way on. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { PartnerRead } from "@/api/gen/types.gen";
import { Actions } from "@/ui/actions/button";
import { ButtonLink, Link } from "@/ui/actions/link";
import { Breadcrumbs } from "@/ui/page/breadcrumbs";
import { PageHead } from "@/ui/page/page-head";
import { PartnerContacts } from "./partner-contacts";
import { PartnerFacts } from "./partner-facts";
import { PartnerPrograms } from "./partner-programs";
import { Topic as TopicWords } from "./profile-tasks";
import { after, type Topic } from "./topics";
import { missingWords } from "./words";

export function TopicPage({ partner, topic }: { partner: PartnerRead; topic: Topic }) {
  const { t } = useLingui();
  const task = partner.profile?.tasks.find((each) => each.task === topic);
  const next = after(topic);
  return (
    <>
      <PageHead
        title={[t`Your application`, partner.name]}
        trail={
          <Breadcrumbs here={<TopicWords task={topic} />}>
            <Link to="/profile">{partner.name}</Link>
          </Breadcrumbs>
        }
        heading={<TopicWords task={topic} />}
        lead={
          task && task.missing.length > 0 ? (
            <Trans>Missing: {missingWords(task.missing)}.</Trans>
          ) : (
            <Trans>All that is needed here is there.</Trans>
          )
        }
      />
      <Body {...{ partner, topic }} />
      <Actions full>
        <ButtonLink to="/profile" search={{ topic: next }}>
          {next === "everything" ? <Trans>Check your answers</Trans> : <TopicWords task={next} />}
        </ButtonLink>
        <ButtonLink kind="quiet" to="/profile">
          <Trans>All topics</Trans>
        </ButtonLink>
      </Actions>
    </>
  );
}

function Body({ partner, topic }: { partner: PartnerRead; topic: Topic }) {
  switch (topic) {
    case "about":
      return <PartnerFacts partner={partner} />;
    case "contacts":
      return <PartnerContacts partner={partner} />;
    default:
      return <PartnerPrograms partner={partner} />;
  }
}
