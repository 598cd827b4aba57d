/** How an installed Ballast is opened: by a file, or by one of its shortcuts. Nothing is replaced without asking. */
import { OpenDialogEvent, SayEvent } from "../parts/events.js";
import { drawn } from "../parts/screen-element.js";
import { dialogFor } from "./dialog-for-file.js";

/** https://wicg.github.io/web-app-launch/ */
interface LaunchParams {
  readonly targetURL?: string;
  readonly files?: readonly { readonly kind: string; getFile?: () => Promise<File> }[];
}

interface LaunchHost {
  launchQueue?: { setConsumer(consumer: (launch: LaunchParams) => void): void };
}

export function takeLaunches(app: HTMLElement, host: LaunchHost = globalThis as LaunchHost): void {
  host.launchQueue?.setConsumer((launch) => void take(app, launch));
}

async function take(app: HTMLElement, { targetURL, files = [] }: LaunchParams): Promise<void> {
  // The window may already be at work: only the place is taken over, the page is not loaded again.
  const hash = targetURL === undefined ? "" : new URL(targetURL, document.baseURI).hash;
  if (hash === "#import") app.dispatchEvent(new OpenDialogEvent("import-table"));
  else if (hash !== "" && hash !== location.hash) location.hash = hash;
  const [first] = files;
  if (first?.getFile === undefined) return;
  let file: File;
  try {
    file = await first.getFile();
  } catch {
    // Moved or deleted meanwhile, or the leave to read it was taken back.
    app.dispatchEvent(new SayEvent("The file could not be read. Open it from the menu."));
    return;
  }
  await drawn();
  app.dispatchEvent(new OpenDialogEvent(dialogFor(file), file));
}
