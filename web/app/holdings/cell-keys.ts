/**
 * Walking a table with the keyboard, as in a spreadsheet: Enter and the vertical arrows go to the row below or above,
 * the horizontal ones leave a field at its ends. Tab keeps its natural order.
 */
export function walkCells(event: KeyboardEvent): void {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || field.dataset["at"] === undefined) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const move = moveFor(event, field);
  if (move === undefined) return;
  const table = field.closest("table");
  const [row = 0, column = 0] = field.dataset["at"].split(":").map(Number);
  const next = move.rows === 0 ? besides(table, row, column, move.columns) : at(table, row + move.rows, column);
  if (next === null) return;
  event.preventDefault();
  next.focus();
  next.select();
}

function moveFor(event: KeyboardEvent, field: HTMLInputElement): { rows: number; columns: number } | undefined {
  switch (event.key) {
    case "Enter":
      return { rows: event.shiftKey ? -1 : 1, columns: 0 };
    case "ArrowDown":
      return event.shiftKey ? undefined : { rows: 1, columns: 0 };
    case "ArrowUp":
      return event.shiftKey ? undefined : { rows: -1, columns: 0 };
    case "ArrowRight":
      return !event.shiftKey && atEnd(field) ? { rows: 0, columns: 1 } : undefined;
    case "ArrowLeft":
      return !event.shiftKey && atStart(field) ? { rows: 0, columns: -1 } : undefined;
    default:
      return undefined;
  }
}

function besides(table: HTMLTableElement | null, row: number, column: number, step: number): HTMLInputElement | null {
  // Values stand between the fields, so the next column that has a field is looked for.
  for (let next = column + step; next >= 0 && next < 12; next += step) {
    const field = at(table, row, next);
    if (field !== null) return field;
  }
  return null;
}

function at(table: HTMLTableElement | null, row: number, column: number): HTMLInputElement | null {
  return table?.querySelector<HTMLInputElement>(`input[data-at="${row}:${column}"]`) ?? null;
}

function atEnd(field: HTMLInputElement): boolean {
  return (
    field.selectionEnd === field.value.length && (field.selectionStart === field.selectionEnd || allSelected(field))
  );
}

function atStart(field: HTMLInputElement): boolean {
  return field.selectionStart === 0 && (field.selectionStart === field.selectionEnd || allSelected(field));
}

function allSelected(field: HTMLInputElement): boolean {
  return field.selectionStart === 0 && field.selectionEnd === field.value.length;
}
