import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { SavingState } from "../../../../web/app/state/app-state.js";
import { updateWhenSaved } from "../../../../web/app/state/update-when-saved.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function sitting(saving: SavingState, leave: () => Promise<void> = () => Promise.resolve()) {
  return { state: { saving }, leave };
}

async function outcome(session: ReturnType<typeof sitting>): Promise<string> {
  let said = "nothing";
  const apply = vi.fn();
  const done = updateWhenSaved(session, apply, (words) => (said = words));
  await vi.advanceTimersByTimeAsync(10_000);
  await done;
  return apply.mock.calls.length > 0 ? "applied" : said;
}

it("applies what is ready once the last change is saved", async () => {
  const session = sitting({ kind: "waiting" });
  session.leave = () => {
    session.state.saving = { kind: "saved", at: "2026-01-01T00:00:00Z" };
    return Promise.resolve();
  };
  expect(await outcome(session)).toBe("applied");
  expect(await outcome(sitting({ kind: "nothing" }))).toBe("applied");
});

it("does not reload where saving failed, or where two versions wait for a choice, and says so", async () => {
  expect(await outcome(sitting({ kind: "failed", code: "quota_exceeded", message: "full" }))).toContain(
    "could not be saved",
  );
  const theirs = { workspace: { document: {}, request: {} }, revision: 2, saved_at: "" } as never;
  expect(await outcome(sitting({ kind: "conflict", theirs }))).toContain("which version");
});

it("does not wait for ever for a storage that hangs", async () => {
  expect(await outcome(sitting({ kind: "waiting" }, () => new Promise(() => undefined)))).toContain(
    "still being saved",
  );
});
