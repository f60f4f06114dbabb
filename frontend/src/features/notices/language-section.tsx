/** Two languages that need not be the same: of these pages on this device, and of what is written to the reader. */
import { Trans, useLingui } from "@lingui/react/macro";
import { problemSentence } from "@/api/form-problems";
import type { Me } from "@/api/gen/types.gen";
import { announce } from "@/lib/announcer";
import { chooseLanguage, isLanguage, languages } from "@/lib/i18n";
import { Notice } from "@/ui/feedback/notice";
import { Section } from "@/ui/page/section";
import { Segments } from "@/ui/page/segments";
import { useChooseLocale } from "./api";
import styles from "./account.module.css";

export function LanguageSection({ me }: { me: Me }) {
  const { t, i18n } = useLingui();
  const choose = useChooseLocale();
  const options = [
    { value: "en" as const, label: languages.en },
    { value: "es" as const, label: languages.es },
  ];
  return (
    <Section heading={<Trans>Language</Trans>}>
      <div className={styles.languages}>
        <Segments
          label={t`Of these pages, on this device`}
          value={isLanguage(i18n.locale) ? i18n.locale : "en"}
          options={options}
          onChange={(language) => void chooseLanguage(language)}
        />
        <Segments
          label={t`Of the e-mails to you`}
          value={choose.variables ?? me.person?.locale ?? "en"}
          options={options}
          onChange={(locale) =>
            choose.mutate(locale, {
              onSuccess: () => announce(t`E-mails to you will be in ${languages[locale]}`),
              onError: () => choose.reset(),
            })
          }
        />
      </div>
      {choose.isError && (
        <Notice kind="bad" live>
          {problemSentence(choose.error)}
        </Notice>
      )}
    </Section>
  );
}
