// @ts-check
/** Rows of text in aligned columns. */

/**
 * @param {object} table
 * @param {string} table.title
 * @param {string[]} table.columns
 * @param {number[]} table.numeric Columns whose figures are aligned at the point.
 * @param {string[][]} table.rows
 * @param {string[][]} [table.foot] Below a rule.
 */
export function formatTable({ title, columns, numeric, rows, foot = [] }) {
  const clean = [...rows, ...foot].map((row) => row.map(withoutControls));
  const aligned = columns.map((_, column) => {
    const cells = clean.map((row) => row[column] ?? "");
    return numeric.includes(column) ? alignAtPoint(cells) : cells;
  });
  const widths = columns.map((name, column) => Math.max(...[name, ...(aligned[column] ?? [])].map(widthOf)));
  const line = (/** @type {string[]} */ cells) =>
    `  ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, numeric.includes(column))).join("  ")}`.trimEnd();
  const body = clean.map((_, index) => line(aligned.map((cells) => cells[index] ?? "")));
  const rule = `  ${widths.map((width) => "─".repeat(width)).join("  ")}`;
  const head = [title, line(columns), rule];
  return [...head, ...body.slice(0, rows.length), ...(foot.length > 0 ? [rule] : []), ...body.slice(rows.length)].join(
    "\n",
  );
}

/** What a document calls its things must not steer the terminal. @param {string} text */
export function withoutControls(text) {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "");
}

/** @param {string[]} cells */
function alignAtPoint(cells) {
  // A word among the figures ("sells") has no point to stand at.
  const isFigure = (/** @type {string} */ cell) => /\d/.test(cell);
  const tails = cells.map((cell) => (cell.includes(".") ? cell.length - cell.indexOf(".") : 0));
  const longest = Math.max(0, ...tails.filter((_, index) => isFigure(cells[index] ?? "")));
  return cells.map((cell, index) => (isFigure(cell) ? cell + " ".repeat(longest - (tails[index] ?? 0)) : cell));
}

/**
 * @param {string} cell
 * @param {number} width
 * @param {boolean} right
 */
function pad(cell, width, right) {
  const space = " ".repeat(Math.max(0, width - widthOf(cell)));
  return right ? space + cell : cell + space;
}

/** Columns of a terminal: East Asian letters and emoji take two. @param {string} text */
function widthOf(text) {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
