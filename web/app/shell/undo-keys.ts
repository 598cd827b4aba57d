/** Undo is the document's, not one field's: a field's keystrokes are steps of it. Long texts and dialogs keep their own. */
export function undoAsked(event: KeyboardEvent): "undo" | "redo" | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const path = event.composedPath();
  if (path[0] instanceof HTMLTextAreaElement || path.some((node) => node instanceof HTMLDialogElement))
    return undefined;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : undefined;
}
