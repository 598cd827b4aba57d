/** What this site keeps in this browser. Each figure is null where the browser does not tell. */
export interface StorageReport {
  readonly usedBytes: number | null;
  readonly databases: readonly string[] | null;
  readonly caches: readonly string[] | null;
  readonly settings: readonly string[];
  /** The browser has promised not to clear it by itself. */
  readonly persisted: boolean | null;
}

export type PersistAnswer = "granted" | "denied" | "pending" | "unknown";

/** Some browsers let these questions hang. */
const PATIENCE_MS = 3000;

export async function storageReport(): Promise<StorageReport> {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  const [estimate, persisted, databases, cacheNames] = await Promise.all([
    answerOf(() => storage?.estimate?.()),
    answerOf(() => storage?.persisted?.()),
    answerOf(() => (typeof indexedDB.databases === "function" ? indexedDB.databases() : undefined)),
    answerOf(() => caches.keys()),
  ]);
  return {
    usedBytes: estimate?.usage ?? null,
    persisted: persisted ?? null,
    databases: databases?.map(({ name }) => name ?? "") ?? null,
    caches: cacheNames ?? null,
    settings: settingNames(),
  };
}

/** Only from a press of a button: browsers may ask the reader. */
export async function askToPersist(): Promise<PersistAnswer> {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  if (typeof storage?.persist !== "function") return "unknown";
  const pending = Symbol("pending");
  try {
    const answer = await Promise.race([storage.persist(), wait(PATIENCE_MS, pending)]);
    return answer === pending ? "pending" : answer === true ? "granted" : "denied";
  } catch {
    return "denied";
  }
}

async function answerOf<T>(ask: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await Promise.race([ask(), wait(PATIENCE_MS, undefined)]);
  } catch {
    return undefined;
  }
}

function wait<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
}

function settingNames(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith("ballast"));
  } catch {
    return [];
  }
}

/** For reading, not for counting: "1.2 MB". */
export function inBytes(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  const step = Math.min(bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1000 ** step;
  return `${value.toLocaleString("en", { maximumFractionDigits: step === 0 ? 0 : 1 })} ${units[step] ?? ""}`;
}
