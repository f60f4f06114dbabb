import { createFileRoute } from "@tanstack/react-router";
import { RecordAgreementPage } from "@/features/agreements";

export const Route = createFileRoute("/_signed-in/agreements/record")({ component: RecordAgreementPage });
