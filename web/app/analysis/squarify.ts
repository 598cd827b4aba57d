/**
 * Places of a treemap: rectangles whose areas are in proportion to the given ones, as near to squares as a greedy
 * filling by rows gets. Geometry only: nothing here is read as a figure.
 *
 *   worst(row, side) = max over the row of max(side² a / s², s² / (side² a)),   a: an area, s: the row's sum
 *
 * Source: M. Bruls, K. Huizing, J. van Wijk, Squarified Treemaps, 2000.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Areas in any unit, >= 0, in the order in which they are placed (large ones first look best). One box for each. */
export function squarify(areas: readonly number[], within: Box): Box[] {
  const sum = total(areas);
  const room = within.width * within.height;
  if (sum <= 0 || room <= 0) return areas.map(() => ({ x: within.x, y: within.y, width: 0, height: 0 }));
  const scaled = areas.map((area) => (area / sum) * room);
  const boxes: Box[] = [];
  let left = within;
  for (let at = 0; at < scaled.length;) {
    const row = nextRow(scaled, at, Math.min(left.width, left.height));
    left = placeRow(row, left, boxes);
    at += row.length;
  }
  return boxes;
}

/** As many as make the least square box of the row no worse. */
function nextRow(areas: readonly number[], from: number, side: number): number[] {
  const row = [areas[from] ?? 0];
  for (let at = from + 1; at < areas.length; at += 1) {
    const longer = [...row, areas[at] ?? 0];
    if (worst(longer, side) > worst(row, side)) break;
    row.push(areas[at] ?? 0);
  }
  return row;
}

function worst(row: readonly number[], side: number): number {
  const sum = total(row);
  if (sum <= 0 || side <= 0) return Infinity;
  const square = side * side;
  return Math.max(
    ...row.map((area) =>
      area <= 0 ? Infinity : Math.max((square * area) / (sum * sum), (sum * sum) / (square * area)),
    ),
  );
}

/** Along the shorter side; returns what is left of the room. */
function placeRow(row: readonly number[], { x, y, width, height }: Box, boxes: Box[]): Box {
  const sum = total(row);
  const upright = height <= width;
  const side = upright ? height : width;
  const thick = side <= 0 ? 0 : Math.min(sum / side, upright ? width : height);
  let along = 0;
  for (const area of row) {
    const length = sum <= 0 ? 0 : (area / sum) * side;
    boxes.push(
      upright ? { x, y: y + along, width: thick, height: length } : { x: x + along, y, width: length, height: thick },
    );
    along += length;
  }
  return upright
    ? { x: x + thick, y, width: width - thick, height }
    : { x, y: y + thick, width, height: height - thick };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
