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
  const first = areas[from] ?? 0;
  let [sum, least, most] = [first, first, first];
  let end = from + 1;
  for (; end < areas.length; end += 1) {
    const area = areas[end] ?? 0;
    const [longer, smaller, larger] = [sum + area, Math.min(least, area), Math.max(most, area)];
    if (worst(longer, smaller, larger, side) > worst(sum, least, most, side)) break;
    [sum, least, most] = [longer, smaller, larger];
  }
  return areas.slice(from, end);
}

/** Of a row with that sum: its largest or its smallest box is the least square one. */
function worst(sum: number, least: number, most: number, side: number): number {
  if (sum <= 0 || side <= 0 || least <= 0) return Infinity;
  const square = side * side;
  return Math.max((square * most) / (sum * sum), (sum * sum) / (square * least));
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
