/** What a column stands for, and why something may be the same, in words. */
import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";

type Words = Readonly<Record<string, MessageDescriptor>>;

export const groupWords: Words = {
  partner: msg`Organization`,
  contact: msg`Contact`,
  second_contact: msg`Second contact`,
  signatory: msg`Authorized signatory`,
  program: msg`Program`,
  agreement: msg`Agreement`,
};

export const partWords: Words = {
  "partner.name": msg`Name`,
  legal_name: msg`Legal name`,
  ein: msg`EIN (tax ID)`,
  org_type: msg`Kind of organization`,
  mission: msg`Mission`,
  website: msg`Website`,
  phone: msg`Phone`,
  email: msg`E-mail`,
  address: msg`Address`,
  city: msg`City`,
  state: msg`State`,
  postal_code: msg`ZIP code`,
  languages: msg`Languages`,
  funding_status: msg`Funding`,
  charges_fee: msg`Charges a fee`,
  vendor_number: msg`Vendor number`,
  name: msg`Name`,
  first_name: msg`First name`,
  last_name: msg`Last name`,
  "agreement.title": msg`Title`,
  title: msg`Job title`,
  description: msg`Description`,
  areas: msg`Areas`,
  delivery: msg`In person or virtual`,
  supervision: msg`Ever alone with students`,
  times_of_day: msg`Time of day`,
  weekdays: msg`Days of the week`,
  grades: msg`Grades`,
  capacity_students: msg`Number of students`,
  cost_to_school: msg`Cost to the school`,
  type: msg`Type`,
  schools: msg`Schools`,
  starts_on: msg`First day`,
  ends_on: msg`Last day`,
  signed_on: msg`Day of signature`,
  financial_terms: msg`Financial terms`,
  shares_student_records: msg`Shares student records`,
};

export const becauseWords: Words = {
  ein: msg`same EIN`,
  name: msg`similar name`,
  legal_name: msg`similar legal name`,
  former_name: msg`similar former name`,
  email_domain: msg`same e-mail domain`,
  phone: msg`same phone number`,
};

export const needWords: Words = {
  sheet: msg`Choose a sheet to bring in.`,
  partner_name: msg`Say which column holds the name of the organization.`,
  one_column_a_field: msg`Two columns stand for the same thing. Leave one of them out.`,
  decisions: msg`Say first which organizations are the same.`,
};

export const noteWords: Words = {
  cp1252: msg`Read as Windows text: look whether accents are right.`,
  separator: msg`Its columns are divided by something other than commas.`,
  dates_1904: msg`Its days count from 1904, as on old Macs.`,
};
