import type { Plan, Trade } from "../../../wasm/planner/planner.js";
import { roughly } from "../text/figures.js";

type AccountCash = Plan["accounts"][number];

/** Where an account's money comes from, or what it is for; `amount` is the engine's. */
export interface Flow {
  readonly kind:
    | "sale"
    | "purchase"
    | "cash_before"
    | "cash_after"
    | "deposit"
    | "withdrawal"
    | "received"
    | "sent"
    | "fees"
    | "smaller";
  /** Of a sale or a purchase. */
  readonly asset: string | null;
  /** None of what is too small to be drawn by itself: nobody has added those up. */
  readonly amount: string | null;
  /** How many trades it stands for. */
  readonly trades: number;
}

/** Per cent of the drawing's height, from the top. */
export interface Band {
  readonly flow: Flow;
  /** At the side. */
  readonly top: number;
  readonly height: number;
  /** In the middle, where all money of the account meets and bands touch: from here on, its share of the whole. */
  readonly middle: number;
  readonly share: number;
  /** Of its name: beside the band, or as near as the other names leave room. */
  readonly label: number;
}

export interface Flows {
  readonly sources: readonly Band[];
  readonly uses: readonly Band[];
}

/** Trades below this part of the whole are drawn as one; it is also how far apart names are, where there is room. */
const SMALL = 0.055;
/** So many trades are drawn by themselves however small they are. */
const ALWAYS = 6;
const GAP = 2.5;

/** Both sides come to the same sum: cash before + what comes in + sells = buys + fees + what goes out + cash after. */
export function flowsOf(account: AccountCash, trades: readonly Trade[]): Flows {
  const of = (kind: Flow["kind"], amount: string): Flow => ({ kind, asset: null, amount, trades: 0 });
  const traded = (side: Trade["side"], kind: Flow["kind"]): Flow[] =>
    trades
      .filter((trade) => trade.side === side)
      .map(({ asset, value }) => ({ kind, asset, amount: value, trades: 1 }));
  return {
    sources: laidOut([
      ...traded("sell", "sale"),
      of("deposit", account.deposits),
      of("received", account.received),
      of("cash_before", account.cash_before),
    ]),
    uses: laidOut([
      ...traded("buy", "purchase"),
      of("fees", account.fees),
      of("withdrawal", account.withdrawals),
      of("sent", account.sent),
      of("cash_after", account.cash_after),
    ]),
  };
}

interface Sized {
  readonly flow: Flow;
  readonly size: number;
}

function laidOut(flows: readonly Flow[]): Band[] {
  const all = flows.map((flow): Sized => ({ flow, size: roughly(flow.amount ?? "0") })).filter(({ size }) => size > 0);
  const whole = sum(all);
  if (whole === 0) return [];
  const shown = together(all, whole);
  const room = 100 - GAP * (shown.length - 1);
  let top = 0;
  let middle = 0;
  const bands = shown.map(({ flow, size }): Band => {
    const height = (room * size) / whole;
    const share = (100 * size) / whole;
    const band = { flow, top, height, middle, share, label: top + height / 2 };
    top += height + GAP;
    middle += share;
    return band;
  });
  return withLabelsApart(bands);
}

/** The largest first; of small trades beyond the first few one band, if that hides more than one. */
function together(all: readonly Sized[], whole: number): Sized[] {
  const isTrade = ({ flow }: Sized): boolean => flow.trades > 0;
  const trades = all.filter(isTrade).sort((one, other) => other.size - one.size);
  const small = trades.filter(({ size }, at) => at >= ALWAYS && size < SMALL * whole);
  const rest = all.filter((one) => !isTrade(one));
  if (small.length < 2) return [...trades, ...rest];
  const smaller: Flow = { kind: "smaller", asset: null, amount: null, trades: small.length };
  return [...trades.filter((one) => !small.includes(one)), { flow: smaller, size: sum(small) }, ...rest];
}

function withLabelsApart(bands: readonly Band[]): Band[] {
  const apart = Math.min(100 * SMALL, 100 / bands.length);
  const labels = bands.map(({ label }) => label);
  // Down as far as needed, and back up from the foot.
  for (let at = 1; at < labels.length; at += 1) {
    labels[at] = Math.max(labels[at] ?? 0, (labels[at - 1] ?? 0) + apart);
  }
  for (let at = labels.length - 1, lowest = 100 - apart / 2; at >= 0; at -= 1, lowest -= apart) {
    labels[at] = Math.min(labels[at] ?? 0, lowest);
  }
  return bands.map((band, at) => ({ ...band, label: labels[at] ?? band.label }));
}

function sum(all: readonly Sized[]): number {
  return all.reduce((total, { size }) => total + size, 0);
}
