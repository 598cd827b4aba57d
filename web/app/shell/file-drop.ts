import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A file dropped anywhere on the page is taken; without this the browser would leave the page for it. */
export class FileDrop implements ReactiveController {
  readonly #take: (file: File) => void;

  constructor(host: ReactiveControllerHost, take: (file: File) => void) {
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("dragover", this.#over);
    window.addEventListener("drop", this.#drop);
  }

  hostDisconnected(): void {
    window.removeEventListener("dragover", this.#over);
    window.removeEventListener("drop", this.#drop);
  }

  #over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  };

  #drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    this.#take(file);
  };
}
