/** Reading a school's published measures and its numbers of students. */
import { countSchoolStudentsOptions, listSchoolMeasuresOptions } from "@/api/gen/@tanstack/react-query.gen";

export const schoolMeasuresQuery = (id: string, all = false) =>
  listSchoolMeasuresOptions({ path: { school_id: id }, query: { headline: !all } });

export const studentsQuery = (id: string) => countSchoolStudentsOptions({ path: { school_id: id } });
