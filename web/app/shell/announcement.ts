import type { ReactiveController, ReactiveControllerHost } from "lit";

const SAY_MS = 9000;

/** What has just happened, in one line at the foot of the page, for as long as it takes to read and to undo it. */
export class Announcement implements ReactiveController {
  saying: { text: string; undoable: boolean } | null = null;
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  say(text: string, undoable = false): void {
    this.#set({ text, undoable });
    this.#timer = setTimeout(() => this.hush(), undoable ? SAY_MS : SAY_MS / 2);
  }

  hush(): void {
    this.#set(null);
  }

  #set(saying: Announcement["saying"]): void {
    clearTimeout(this.#timer);
    this.saying = saying;
    this.#host.requestUpdate();
  }
}
