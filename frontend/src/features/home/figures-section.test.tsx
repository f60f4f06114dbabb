import { expect, test } from "vitest";
import { screen, showRouted } from "@/testing/render";
import { FiguresSection } from "./figures-section";

test("one is said in the singular, one of several as the several are", async () => {
  await showRouted(
    <FiguresSection
      day="2020-01-27"
      figures={[
        { key: "programs_on_the_way", value: 1, of: null },
        { key: "programs_at_work", value: 10, of: null },
        { key: "needs_with_program", value: 1, of: 5 },
      ]}
    />,
  );
  expect(await screen.findByRole("link", { name: "program is on the way" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "programs are at work" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "published needs have a program" })).toBeInTheDocument();
});
