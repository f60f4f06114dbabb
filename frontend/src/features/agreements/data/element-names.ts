/** What a data sharing agreement has to say, as short names; the codes are the server's. */
import { t } from "@lingui/core/macro";

export const elementNames: Readonly<Record<string, () => string>> = {
  data_purpose: () => t`What the student records are for`,
  data_population: () => t`Whose records they are`,
  data_basis: () => t`The FERPA exception, or consent`,
  data_elements: () => t`Every data element that is shared`,
  data_users: () => t`Who at the partner may see them`,
  data_security: () => t`How they are kept secure`,
  data_retention: () => t`How long they are kept, and why`,
  data_destruction: () => t`Within how many days they are destroyed`,
  data_breach: () => t`Within how many hours a breach is told`,
  data_parents: () => t`How parents see and correct them`,
  data_function: () => t`The school’s own task that the partner does`,
  data_control: () => t`How the district keeps direct control`,
  data_no_identification: () => t`That nobody outside the study can identify a student`,
  data_representative: () => t`The authorized representative`,
  data_directory: () => t`Which elements are directory information`,
  data_opt_outs: () => t`How families who opted out are left out`,
  data_consent: () => t`How consent is obtained and kept`,
  data_redisclosure: () => t`To whom they may be passed on, and for what`,
  data_not_passed_on: () => t`That a school official does not pass them on`,
};
