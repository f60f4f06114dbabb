/** The plainest frame, for a page that stands outside the shell; inside it, the shell's own frame is enough. */
import { createContext, use, type ReactNode } from "react";
import { Wordmark } from "@/ui/page/wordmark";
import styles from "./frame.module.css";

/** True inside the shell, which has a header and a main landmark already. */
export const InShell = createContext(false);

export function Frame({ children }: { children: ReactNode }) {
  const framed = use(InShell);
  if (framed) return children;
  return (
    <>
      <header className={styles.top}>
        <a href="/" className={styles.brand}>
          <Wordmark />
        </a>
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
    </>
  );
}
