/** A mixed-integer linear program, put together column by column and row by row. */
export interface Column {
  lower: number;
  upper: number;
  cost: number;
  whole: boolean;
}

/** Coefficients by column; columns that are named twice are added up. */
export type Terms = readonly (readonly [column: number, coefficient: number])[];

export interface Row {
  lower: number;
  upper: number;
  terms: Terms;
}

export class Program {
  readonly columns: Column[] = [];
  readonly rows: Row[] = [];
  offset = 0;

  column(lower: number, upper: number, { cost = 0, whole = false } = {}): number {
    return this.columns.push({ lower, upper, cost, whole }) - 1;
  }

  row(lower: number, upper: number, terms: Terms): void {
    this.rows.push({ lower, upper, terms: summed(terms) });
  }

  /** A column that equals an expression. */
  equal(terms: Terms, constant: number, lower = -Infinity, upper = Infinity): number {
    const column = this.column(lower, upper);
    this.row(constant, constant, [[column, 1], ...terms.map(([at, factor]) => [at, -factor] as const)]);
    return column;
  }

  /** By how much values break a row or a bound, at most. */
  violation(values: readonly number[]): number {
    const beyond = (value: number, lower: number, upper: number): number => Math.max(lower - value, value - upper, 0);
    const ofColumns = this.columns.map(({ lower, upper }, c) => beyond(values[c] ?? NaN, lower, upper));
    const ofRows = this.rows.map(({ lower, upper, terms }) =>
      beyond(
        terms.reduce((sum, [at, factor]) => sum + factor * (values[at] ?? NaN), 0),
        lower,
        upper,
      ),
    );
    return Math.max(0, ...ofColumns, ...ofRows);
  }
}

function summed(terms: Terms): Terms {
  const by = new Map<number, number>();
  for (const [at, factor] of terms) by.set(at, (by.get(at) ?? 0) + factor);
  return [...by].filter(([, factor]) => factor !== 0);
}
