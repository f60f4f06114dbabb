/** Whom to call, when and where; the reader who may change it does so from here. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { addressOf } from "@/lib/address";
import { formatPhone } from "@/lib/phone";
import { Button } from "@/ui/actions/button";
import { Link } from "@/ui/actions/link";
import { ContactList, type Contact } from "@/ui/lists/contact-list";
import { Section } from "@/ui/page/section";
import type { Partnership } from "./api";
import { fieldsOf } from "./facts";
import { kindName } from "./fact-words";
import styles from "./partnership.module.css";

type Props = { partnership: Partnership; onEdit: () => void };

export function AboutSection({ partnership, onEdit }: Props) {
  const { t } = useLingui();
  const { partner, school, partner_lead: lead, coordinator } = partnership;
  const whom = (key: string, person: Partnership["coordinator"], at: Partnership["school"]): Contact => ({
    key,
    name: person?.name ?? <Trans>Nobody is named</Trans>,
    phone: person?.phone ? formatPhone(person.phone) : null,
    about: (
      <>
        <Link to={addressOf(key, at.id)}>{at.name}</Link>
        {person?.email && (
          <>
            <br />
            <a href={`mailto:${person.email}`}>{t`E-mail`}</a>
          </>
        )}
      </>
    ),
  });
  return (
    <>
      <Section heading={t`Whom to call`} side>
        <ContactList contacts={[whom("partner", lead, partner), whom("school", coordinator, school)]} />
      </Section>
      <Section heading={t`When and where`} side>
        <dl className={styles.facts}>
          <dt>{t`When`}</dt>
          <dd>{partnership.schedule ?? <Trans>Not known</Trans>}</dd>
          <dt>{t`Where`}</dt>
          <dd>{partnership.place ?? <Trans>Not known</Trans>}</dd>
          <dt>{t`People`}</dt>
          <dd>
            <Plural
              value={partnership.min_cleared_people}
              one="At least # who is cleared"
              other="At least # who are cleared"
            />
          </dd>
          <dt>{t`How`}</dt>
          <dd>
            {kindName(partnership.kind)}
            {partnership.is_lead_partner && (
              <>
                . <Trans>The school’s lead partner.</Trans>
              </>
            )}
          </dd>
        </dl>
        {fieldsOf(partnership).length > 0 && (
          <div className={styles.edit}>
            <Button small onClick={onEdit}>
              <Trans>Change what is known</Trans>
            </Button>
          </div>
        )}
      </Section>
    </>
  );
}
