/** Starts the app: language first, then the API client, the router and the page. */
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startClient } from "@/api/client";
import { createQueries } from "@/api/queries";
import { createRouter } from "@/app/router";
import { activateLanguage, preferredLanguage } from "@/lib/i18n";

// A page from before an update asks for files that are gone: one reload brings the new ones.
window.addEventListener("vite:preloadError", (event) => {
  event.preventDefault();
  window.location.reload();
});

async function start(): Promise<void> {
  await activateLanguage(preferredLanguage());
  startClient();
  const queries = createQueries();
  const router = createRouter(queries);
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

void start();
