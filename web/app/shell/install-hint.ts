/** Installing is the browser's affair: it says when it could, and asks the reader by itself. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallPrompt | null = null;
const listeners = new Set<() => void>();

function change(prompt: InstallPrompt | null): void {
  offered = prompt;
  for (const listener of listeners) listener();
}

globalThis.addEventListener("beforeinstallprompt", (event) => {
  // No banner over the reader's work; the menu has it.
  event.preventDefault();
  change(event as InstallPrompt);
});
globalThis.addEventListener("appinstalled", () => change(null));

export function canInstall(): boolean {
  return offered !== null;
}

/** Each offer can be taken up once. */
export function install(): void {
  const prompt = offered;
  change(null);
  void prompt?.prompt().catch(() => undefined);
}

export function onInstallChange(listener: () => void): void {
  listeners.add(listener);
}
