import type { ReactiveController, ReactiveControllerHost } from "lit";

const PROPERTY = "--foot";

/**
 * How much of the window's foot a bar covers that stays in sight. The page keeps notices above it, and scrolls what gets
 * the focus out from under it.
 */
export class FootHeight implements ReactiveController {
  #watched: Element | null = null;
  readonly #sizes = new ResizeObserver(([entry]) => {
    const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
    document.documentElement.style.setProperty(PROPERTY, `${Math.ceil(height)}px`);
  });

  constructor(
    host: ReactiveControllerHost,
    private readonly find: () => Element | null,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const bar = this.find();
    if (bar === this.#watched) return;
    this.hostDisconnected();
    if (bar !== null) this.#sizes.observe(bar);
    this.#watched = bar;
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#watched = null;
    document.documentElement.style.removeProperty(PROPERTY);
  }
}
