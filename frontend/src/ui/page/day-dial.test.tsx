import { expect, test, vi } from "vitest";
import { fireEvent } from "@testing-library/react";
import { screen, show } from "@/testing/render";
import { DayDial } from "./day-dial";

test("the day shown is said, and another one is asked for only when it is whole", async () => {
  const change = vi.fn();
  const { user } = show(<DayDial day="2020-01-27" today="2020-01-27" onChange={change} />);
  expect(screen.getByText(/Showing Monday, January 27, 2020/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Back to today" })).not.toBeInTheDocument();
  const opener = screen.getByRole("button", { name: "Look at another day" });
  await user.click(opener);
  fireEvent.change(screen.getByLabelText("Day"), { target: { value: "2020-06-12" } });
  expect(change).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Show this day" }));
  expect(change).toHaveBeenCalledExactlyOnceWith("2020-06-12");
  expect(opener).toHaveFocus();
});

test("from another day one click leads back, and today needs no address", async () => {
  const change = vi.fn();
  const { user } = show(<DayDial day="2020-06-12" today="2020-01-27" onChange={change} />);
  await user.click(screen.getByRole("button", { name: "Back to today" }));
  expect(change).toHaveBeenLastCalledWith(undefined);
  await user.click(screen.getByRole("button", { name: "Look at another day" }));
  fireEvent.change(screen.getByLabelText("Day"), { target: { value: "2020-01-27" } });
  await user.click(screen.getByRole("button", { name: "Show this day" }));
  expect(change).toHaveBeenLastCalledWith(undefined);
  expect(change).toHaveBeenCalledTimes(2);
});
