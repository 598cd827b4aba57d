/** Ids are for programs and stay when a symbol changes. They are readable, because exported files are read. */
export function newId(wanted: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const stem =
    wanted
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 32) || "item";
  if (!used.has(stem)) return stem;
  for (let n = 2; ; n += 1) {
    const id = `${stem}-${n}`;
    if (!used.has(id)) return id;
  }
}
