import type { ReactiveController, ReactiveControllerHost } from "lit";

const QUIET_MS = 800;

/**
 * While a person types into a field, the field keeps their very text ("12." must not become "12" under their fingers),
 * although the document already holds what it means. Complaints wait until they pause.
 */
export class CellTyping implements ReactiveController {
  #pointer: string | null = null;
  #text = "";
  #meaning = "";
  #quiet = false;
  /** Rises with each keystroke. */
  #stamp = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#pointer = null;
  }

  typed(pointer: string, text: string, meaning: string): void {
    this.#stamp += 1;
    this.#pointer = pointer;
    this.#text = text;
    this.#meaning = meaning;
    this.#quiet = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#quiet = false;
      this.#stamp += 1;
      this.host.requestUpdate();
    }, QUIET_MS);
  }

  left(pointer: string): void {
    if (this.#pointer !== pointer) return;
    this.#pointer = null;
    this.#quiet = false;
    this.host.requestUpdate();
  }

  /** What the field shows: the typed text, unless something else (undo, a paste) has since changed what is stored. */
  text(pointer: string, stored: string, shown: string): string {
    return this.#pointer === pointer && this.#meaning === stored ? this.#text : shown;
  }

  /** Changes whenever what a field under one of these places shows may change; 0 while nobody types there. */
  stampUnder(...places: readonly string[]): number {
    const pointer = this.#pointer;
    return pointer !== null && places.some((place) => pointer === place || pointer.startsWith(`${place}/`))
      ? this.#stamp
      : 0;
  }

  /** Whether complaints about this field should wait. */
  isQuiet(pointer: string): boolean {
    return this.#quiet && this.#pointer === pointer;
  }
}
