/** The schools, one by one, each with its principal's word. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { lazy, Suspense, useState } from "react";
import { problemSentence } from "@/api/form-problems";
import type { PartnershipItem } from "@/api/gen/types.gen";
import { useSession } from "@/features/auth";
import { can } from "@/lib/session";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { LinkButton } from "@/ui/actions/link-button";
import { StatusTag } from "@/ui/data/status-tag";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import { underAgreementQuery, type Agreement, type SchoolAnswer } from "./api";
import { AskAgain } from "./ask-again";
import { countSchools } from "./findings";
import { answerWords, isSilent, offerWords } from "./joining/answer-words";
import { useOffer } from "./joining/write";
import { refusal } from "./refusal";
import styles from "./agreement.module.css";

const few = 12;

/** Needed only by the office. */
const OfferDialog = lazy(() =>
  import("./joining/offer-dialog").then((module) => ({ default: module.OfferDialog })),
);

export function SchoolsSection({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const [isWhole, setWhole] = useState(false);
  const [isOffering, setOffering] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const offer = useOffer(agreement);
  const change = (school: string, how: Change) => {
    setDone(null);
    const said = {
      "take-back": t`The offer is taken back.`,
      "leave-out": t`Left out. What the other schools said stands.`,
      offer: t`Offered again. Its principal is asked.`,
    };
    offer.mutate({ school, isBack: how !== "offer" }, { onSuccess: () => setDone(said[how]) });
  };
  const { named, confirmed, pending } = countSchools(agreement);
  const shown = isWhole ? agreement.schools : agreement.schools.slice(0, few);
  const rest = named - shown.length;
  const mayFollow = can(useSession(), "partnerships:read");
  const under = useQuery({ ...underAgreementQuery(agreement.id), enabled: mayFollow }).data?.items ?? [];
  return (
    <Section
      side
      heading={agreement.is_district_wide ? t`The whole district` : t`Schools, one by one`}
      note={
        agreement.is_district_wide ? (
          <Trans>It covers every school of the district. A school joins by its principal’s word.</Trans>
        ) : named === 0 ? (
          <Trans>No school is named yet.</Trans>
        ) : agreement.origin === "recorded" ? (
          <Plural
            value={named}
            one="# school, as the signed paper says."
            other="# schools, as the signed paper says."
          />
        ) : (
          <>
            <Trans>
              {confirmed} of {named} confirmed.
            </Trans>{" "}
            {pending > 0 && named > 1 && <Trans>A school that says no does not hold up the others.</Trans>}
          </>
        )
      }
    >
      {done && (
        <div className={styles.notice}>
          <Notice kind="good" live focus title={done} key={agreement.version} />
        </div>
      )}
      {offer.isError && (
        <div className={styles.notice}>
          <Notice kind="bad" live title={t`It could not be done`}>
            {refusal(offer.error) ?? problemSentence(offer.error)}
          </Notice>
        </div>
      )}
      <ul className={styles.schools}>
        {shown.map((answer) => (
          <SchoolRow
            key={answer.school.id}
            answer={answer}
            programs={under.filter(({ school }) => school.id === answer.school.id)}
            isDraft={agreement.status === "draft"}
            day={agreement.as_of}
            canOffer={agreement.can_offer_schools}
            onChange={change}
          />
        ))}
      </ul>
      {agreement.status !== "out_for_signature" && agreement.can_ask_again && (
        <AskAgain of="agreement" id={agreement.id} />
      )}
      {rest > 0 && (
        <LinkButton onClick={() => setWhole(true)}>
          <Plural value={rest} one="Show # more school" other="Show # more schools" />
        </LinkButton>
      )}
      {agreement.can_offer_schools && (
        <div className={styles.upload}>
          <Button
            small
            onClick={() => {
              setDone(null);
              setOffering(true);
            }}
          >
            <Trans>Offer it to one more school</Trans>
          </Button>
        </div>
      )}
      {isOffering && (
        <Suspense>
          <OfferDialog
            agreement={agreement}
            onClose={() => setOffering(false)}
            onDone={() => {
              setOffering(false);
              setDone(t`Offered. Its principal is asked.`);
            }}
          />
        </Suspense>
      )}
    </Section>
  );
}

type Change = "offer" | "take-back" | "leave-out";

type RowProps = {
  answer: SchoolAnswer;
  programs: readonly PartnershipItem[];
  isDraft: boolean;
  day: string;
  canOffer: boolean;
  onChange: (school: string, how: Change) => void;
};

function SchoolRow({ answer, programs, isDraft, day, canOffer, onChange }: RowProps) {
  const { t } = useLingui();
  const isMine =
    answer.confirmation === "pending" &&
    answer.allowed_moves.some((each) => each.move === "confirm" && each.needs.length === 0);
  const offered = offerWords(answer, day);
  const { name } = answer.school;
  return (
    <li className={clsx(isMine && styles.mine)}>
      <h3>
        <Link to="/schools/$schoolId" params={{ schoolId: answer.school.id }}>
          {answer.school.name}
        </Link>
      </h3>
      <p>{isMine ? <Trans>Waiting for you</Trans> : answerWords(answer, isDraft, day)}</p>
      {offered && <p>{offered}</p>}
      {answer.reason && <q>{answer.reason}</q>}
      {answer.can_take_back && (
        <p>
          <LinkButton
            aria-label={t`Take the offer back, ${name}`}
            onClick={() => onChange(answer.school.id, "take-back")}
          >
            <Trans>Take the offer back</Trans>
          </LinkButton>
        </p>
      )}
      {answer.can_leave_out && (
        <p>
          <LinkButton
            aria-label={t`Go on without it: ${name}`}
            onClick={() => onChange(answer.school.id, "leave-out")}
          >
            <Trans>Go on without it</Trans>
          </LinkButton>
        </p>
      )}
      {canOffer && answer.confirmation === "declined" && (
        <p>
          <LinkButton
            aria-label={t`Offer it again to ${name}`}
            onClick={() => onChange(answer.school.id, "offer")}
          >
            <Trans>Offer it again</Trans>
          </LinkButton>
        </p>
      )}
      {programs.map(({ id, program }) => (
        <p key={id}>
          <Link
            to="/partnerships/$partnershipId/thread"
            params={{ partnershipId: id }}
            aria-label={t`Thread of ${program.name} at ${answer.school.name}`}
          >
            <Trans>Thread of {program.name}</Trans>
          </Link>
        </p>
      ))}
      <div className={styles.word}>
        {answer.confirmation === "confirmed" ? (
          <StatusTag look="done">{t`Confirmed`}</StatusTag>
        ) : answer.confirmation === "declined" ? (
          <StatusTag look="none">{t({ message: "Declined", context: "a school’s answer" })}</StatusTag>
        ) : isDraft ? (
          <StatusTag look="none">{t`Not asked yet`}</StatusTag>
        ) : isSilent(answer, day) ? (
          <StatusTag look="warn">{t`Late`}</StatusTag>
        ) : (
          <StatusTag look="review">{t`Waiting`}</StatusTag>
        )}
      </div>
    </li>
  );
}
