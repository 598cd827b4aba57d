/** When the document was last handed out as a file, for people who want to know how old their copy is. */
const KEY = "ballast-last-export";

export function noteExport(at = new Date()): void {
  try {
    localStorage.setItem(KEY, at.toISOString());
  } catch {
    // Without storage nobody is told.
  }
}

export function readLastExport(): Date | null {
  try {
    const at = new Date(localStorage.getItem(KEY) ?? "");
    return Number.isNaN(at.getTime()) ? null : at;
  } catch {
    return null;
  }
}
