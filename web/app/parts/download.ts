/** Hands a file to the person. Nothing is fetched: the link is to memory, and is let go a little later. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** "Früh & Spät" → "fruh-spat-plan.csv": any file system takes it. */
export function fileName(title: string | undefined, what: string, extension: string): string {
  const stem = (title ?? "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return [stem || "portfolio", what].filter((part) => part !== "").join("-") + `.${extension}`;
}

/** True once the text is on the clipboard. Where a host's policy forbids the newer way, the older one may still do. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "copy-source";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}
