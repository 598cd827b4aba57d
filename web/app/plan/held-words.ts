/** How long a lot was held to fall into each period, from the month after which each begins. */
export function heldWords(periods: readonly { readonly after_months: number }[]): string[] {
  return periods.map(({ after_months: after }, at) => {
    const next = periods[at + 1]?.after_months;
    if (next === undefined) return after === 0 ? "any time" : `more than ${months(after)}`;
    return after === 0 ? `up to ${months(next)}` : `more than ${after} and up to ${months(next)}`;
  });
}

function months(count: number): string {
  return count === 1 ? "1 month" : `${count} months`;
}
