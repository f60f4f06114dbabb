import { createFileRoute, useRouter } from "@tanstack/react-router";
import { SignInPage } from "@/features/auth";
import { text } from "@/lib/url-state";

export const Route = createFileRoute("/sign-in")({
  validateSearch: (search): { from?: string } => {
    const from = text(search, "from", 2000);
    // Only an address of this app: never another site's.
    return from?.startsWith("/") && !/^\/[/\\]/.test(from) ? { from } : {};
  },
  component: SignIn,
});

function SignIn() {
  const router = useRouter();
  const { from } = Route.useSearch();
  return <SignInPage onSignedIn={() => router.history.push(from ?? "/")} />;
}
