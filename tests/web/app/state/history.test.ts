import { describe, expect, it } from "vitest";

import { History } from "../../../../web/app/state/history.js";
import { aWorkspace } from "../support/documents.js";

function titled(title: string, cell?: string) {
  return {
    label: `Title ${title}`,
    ...(cell === undefined ? {} : { cell }),
    change: (draft: ReturnType<typeof aWorkspace>) => {
      draft.document.title = title;
    },
  };
}

function begun(): History {
  const history = new History();
  history.reset(aWorkspace());
  return history;
}

describe("undo and redo", () => {
  it("go back and forth", () => {
    const history = begun();
    history.apply(titled("A"), 0);
    history.apply(titled("B"), 1);
    expect(history.undoLabel).toBe("Title B");
    history.undo();
    expect(history.current?.document.title).toBe("A");
    expect(history.redoLabel).toBe("Title B");
    history.undo();
    expect(history.current?.document.title).toBe("Test");
    expect(history.undo()).toBe(false);
    history.redo();
    history.redo();
    expect(history.current?.document.title).toBe("B");
    expect(history.redo()).toBe(false);
  });

  it("take the keystrokes in one field as one step", () => {
    const history = begun();
    for (const [at, title] of ["H", "He", "Hel"].entries()) history.apply(titled(title, "/title"), at * 100);
    history.undo();
    expect(history.current?.document.title).toBe("Test");
    history.redo();
    expect(history.current?.document.title).toBe("Hel");
  });

  it("begin a new step in another field, after a pause and after going back", () => {
    const history = begun();
    history.apply(titled("A", "/title"), 0);
    history.apply(titled("B", "/other"), 1);
    history.apply(titled("C", "/other"), 60_000);
    history.undo();
    expect(history.current?.document.title).toBe("B");
    history.redo();
    history.apply(titled("D", "/other"), 60_001);
    history.undo();
    expect(history.current?.document.title).toBe("C");
  });

  it("forget what was undone once something else is done", () => {
    const history = begun();
    history.apply(titled("A"), 0);
    history.undo();
    history.apply(titled("B"), 1);
    expect(history.redoLabel).toBeNull();
  });

  it("are bounded", () => {
    const history = begun();
    for (let step = 0; step < 500; step += 1) history.apply(titled(String(step)), step);
    let steps = 0;
    while (history.undo()) steps += 1;
    expect(steps).toBe(200);
  });

  it("do not count what changes nothing", () => {
    const history = begun();
    expect(history.apply(titled("Test"), 0)).toBe(false);
    expect(history.undoLabel).toBeNull();
  });

  it("bring back a document that was replaced, and share what did not change", () => {
    const history = begun();
    const first = history.current;
    history.replace(aWorkspace({ title: "Other" }), "Open a file", 0);
    history.undo();
    expect(history.current).toBe(first);
    history.apply(titled("A"), 0);
    expect(history.current?.document.assets).toBe(first?.document.assets);
  });
});
