import type { Strategy } from "../strategies/strategy.js";

export type ShareWay = "link" | "site";

/** Asks the shell to show what would be passed on. */
export class ShareEvent extends Event {
  static readonly type = "ballast-share";
  constructor(
    readonly way: ShareWay,
    /** Null: the targets of the portfolio. */
    readonly strategy: Strategy | null = null,
  ) {
    super(ShareEvent.type, { bubbles: true, composed: true });
  }
}
