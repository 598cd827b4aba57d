/** The day where the reader is, as documents and requests write it: "2026-11-30". */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The same day of the next year; after a 29 February the first of March. */
export function inAYear(now = new Date()): string {
  return today(new Date(now.getFullYear() + 1, now.getMonth(), now.getDate()));
}
