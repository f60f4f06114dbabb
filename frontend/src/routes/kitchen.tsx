import { createFileRoute } from "@tanstack/react-router";
import { Kitchen } from "@/app/kitchen/kitchen";

export const Route = createFileRoute("/kitchen")({ component: Kitchen });
