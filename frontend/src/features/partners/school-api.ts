/** The school at which the partners of a question work. */
import { getSchoolOptions } from "@/api/gen/@tanstack/react-query.gen";

export const schoolQuery = (id: string) => getSchoolOptions({ path: { school_id: id } });
