/**
 * The rules of trades as rows of a mixed-integer program: money in minor units, positions in thousandths of the total before
 * trades.
 *
 * Other than the rules in two things only:
 * - steps that are worth no more than a minor unit, or a millionth of the total, need not be whole, and neither values nor fees
 *   of their trades are rounded;
 * - from so many pairs on (EXACT), what rounds a value or a fee is free within its minor unit: a bound stays one.
 */
import { ratio } from "./decimals.js";
import type { FeePiece } from "./fees.js";
import type { Market, Pair } from "./market.js";
import type { Order } from "./outcome.js";
import { Program, type Terms } from "./program.js";

const WHOLE = 1000;
const FINE = 1e-6;
/** The most pairs of account and asset with which every rounding is a whole number of its own. */
const EXACT = 8;
/** Below one minor unit by which a fee may be rounded up: of a unit. */
const ALMOST_ONE = 1 - 1e-6;

interface Expression {
  terms: [number, number][];
  constant: number;
}

/** One side of one pair: its column counts whole steps, or minor units where steps are fine. */
interface Side {
  pair: Pair;
  direction: 1 | -1;
  column: number;
  /** Steps in one unit of the column. */
  steps: number;
  isFine: boolean;
  pieces: { piece: FeePiece; chosen: number; value: number; fee: Terms }[];
}

export class TradingProgram {
  readonly program = new Program();
  /** Values of assets, then cash. */
  readonly positions: Expression[] = [];
  /** Column of the total after trades, and what it lies between. */
  readonly total: number;
  readonly least: number;
  readonly most: number;
  readonly #market: Market;
  /** Whether it keeps every rounding of trades in steps that are felt. */
  readonly isExact: boolean;
  readonly #sides: Side[] = [];
  readonly #cash: Expression[];
  readonly #costs: [number, number][] = [];
  #roundings = 0;

  /** costLimit: spreads and fees before they are rounded, in the base currency. */
  constructor(market: Market, costLimit: number) {
    this.#market = market;
    this.isExact = market.pairs.length <= EXACT;
    const { minor } = market;
    const thousandths = WHOLE * ratio(minor * 10n ** 18n, market.total);
    this.#cash = market.accounts.map(({ cash }) => ({ terms: [], constant: ratio(cash, minor) }));
    for (const { quantity, price } of market.assets) {
      this.positions.push({ terms: [], constant: WHOLE * ratio(quantity * price, market.total) });
    }
    for (const pair of market.pairs) this.#trade(pair);
    const left = this.#cash.map(({ terms, constant }) => this.program.equal(terms, constant, 0));
    this.positions.push({ terms: left.map((column) => [column, thousandths]), constant: 0 });
    const limit = (costLimit * 1e18) / Number(minor);
    if (this.#costs.length > 0) this.program.row(0, limit + 1e-6, this.#costs);
    this.least = WHOLE - thousandths * ((this.#costs.length > 0 ? limit : 0) + 1.5 * this.#roundings);
    this.most = WHOLE + thousandths * 0.5 * this.#roundings;
    this.total = this.program.equal(
      this.positions.flatMap(({ terms }) => terms),
      this.positions.reduce((sum, { constant }) => sum + constant, 0),
      this.least - 1e-7,
      this.most + 1e-7,
    );
  }

  /** What a solution trades: whole steps. */
  orders(values: readonly number[]): Order[] {
    const steps = new Map<Pair, bigint>();
    for (const { pair, direction, column, steps: each, isFine } of this.#sides) {
      const value = (values[column] ?? 0) * direction;
      const traded = isFine ? this.#settled(pair, value) : BigInt(Math.round(value * each));
      steps.set(pair, (steps.get(pair) ?? 0n) + traded);
    }
    return [...steps].filter(([, traded]) => traded !== 0n).map(([pair, traded]) => ({ pair, steps: traded }));
  }

  /** Whole minor units, so that rounding neither takes nor gives: a little more sold, a little less bought. */
  #settled(pair: Pair, value: number): bigint {
    const whole = Math.floor(value + 1e-6);
    const price = this.#price(pair.asset, whole < 0 ? -1 : 1);
    const steps = BigInt(Math.round(whole / price));
    return steps < -pair.mostSold ? -pair.mostSold : steps;
  }

  /** Leaves only these trades; those in fine steps within a minor unit, as they are settled. */
  fix(orders: readonly Order[]): void {
    for (const { pair, direction, column, steps, isFine, pieces } of this.#sides) {
      const traded = Number(orders.find((order) => order.pair === pair)?.steps ?? 0n) * direction;
      const at = pieces.length > 0 ? Math.max(0, traded) / steps : traded / steps;
      const slack = isFine && at !== 0 ? 1 : 0;
      Object.assign(this.program.columns[column] ?? {}, { lower: at - slack, upper: at + slack });
    }
  }

  isFine({ pair }: Order): boolean {
    return this.#sides.some((side) => side.pair === pair && side.isFine);
  }

  /** The value of one whole step, in thousandths of the total. */
  step(asset: number): number {
    const { price = 0n, step = 0n } = this.#market.assets[asset] ?? {};
    return WHOLE * ratio(price * step, this.#market.total);
  }

  #trade(pair: Pair): void {
    const { accounts, assets, minor } = this.#market;
    const [account, asset] = [accounts[pair.account], assets[pair.asset]];
    if (!account || !asset) throw new Error("no such pair");
    const step = this.step(pair.asset);
    const isFine = step <= FINE * WHOLE || asset.price * asset.step <= minor * 10n ** 18n;
    const isExact =
      isFine || [asset.bid, asset.ask].every((price) => (price * asset.step) % (minor * 10n ** 18n) === 0n);
    const isPlain = account.fees.isFree && account.least <= 1n && pair.fewest <= 1n && asset.bid === asset.ask;
    const sold = Number(pair.mostSold);
    const bought = pair.mayBuy ? Math.floor(this.#purse(pair.account) / this.#price(pair.asset, 1)) : 0;
    if (isPlain && !pair.mustGo) this.#net(pair, sold, bought, isFine, !isExact);
    else {
      if (sold > 0) this.#side(pair, -1, sold, isFine, !isExact);
      if (bought > 0 && !pair.mustGo) this.#side(pair, 1, bought, isFine, !isExact);
    }
    const chosen = this.#sides.filter((side) => side.pair === pair).flatMap(({ pieces }) => pieces);
    if (chosen.length > 1)
      this.program.row(
        0,
        1,
        chosen.map((piece) => [piece.chosen, 1]),
      );
  }

  /** All money that an account can have in hand. */
  #purse(a: number): number {
    const sales = this.#market.pairs
      .filter(({ account }) => account === a)
      .reduce((sum, { asset, mostSold }) => sum + Number(mostSold) * this.#price(asset, -1), 0);
    return Math.max(0, (this.#cash[a]?.constant ?? 0) + sales) * (1 + 1e-9);
  }

  /** What one step is bought or sold at, or (0) counts. */
  #price(i: number, direction: 1 | 0 | -1): number {
    const { bid = 0n, price = 0n, ask = 0n, step = 0n } = this.#market.assets[i] ?? {};
    return ratio((direction === 1 ? ask : direction === -1 ? bid : price) * step, this.#market.minor * 10n ** 18n);
  }

  /** Bought or sold in one column: what costs nothing needs no decision. */
  #net(pair: Pair, sold: number, bought: number, isFine: boolean, isRounded: boolean): void {
    if (sold === 0 && bought === 0) return;
    const price = this.#price(pair.asset, 1);
    const steps = isFine ? 1 / price : 1;
    const column = this.program.column(-sold / steps, bought / steps, { whole: !isFine });
    this.positions[pair.asset]?.terms.push([column, steps * this.step(pair.asset)]);
    if (isRounded) this.#cash[pair.account]?.terms.push([this.#rounded([[column, steps * price]]), -1]);
    else this.#cash[pair.account]?.terms.push([column, -steps * price]);
    this.#sides.push({ pair, direction: 1, column, steps, isFine, pieces: [] });
  }

  /** The whole minor units nearest to a value. */
  #rounded(value: Terms): number {
    ++this.#roundings;
    const column = this.program.column(-Infinity, Infinity, { whole: this.isExact });
    this.program.row(-0.5, 0.5, [[column, -1], ...value]);
    return column;
  }

  #side(pair: Pair, direction: 1 | -1, most: number, isFine: boolean, isRounded: boolean): void {
    const account = this.#market.accounts[pair.account];
    const worthwhile = account?.fees.worthwhile(account.least) ?? [];
    const price = this.#price(pair.asset, direction);
    const steps = isFine ? 1 / price : 1;
    const largest = most * price + 0.5;
    const pieces = worthwhile
      .filter(({ from }) => Number(from) <= largest * (1 + 1e-9))
      .map((piece) => this.#piece(piece, largest, isFine));
    if (pieces.length === 0) return;
    const column = this.program.column(pair.mustGo ? most / steps : 0, most / steps, { whole: !isFine });
    const { program } = this;
    const choices = pieces.map(({ chosen }) => chosen);
    const settled = isRounded
      ? ([this.#rounded([[column, steps * price]]), 1] as const)
      : ([column, steps * price] as const);
    // Both the steps and their value are 0 unless a piece is chosen.
    program.row(0, 0, [settled, ...pieces.map(({ value }) => [value, -1] as const)]);
    program.row(-Infinity, 0, [[column, 1], ...choices.map((at) => [at, -most / steps] as const)]);
    const fewest = Math.max(Number(pair.fewest), isFine ? 0 : 1);
    program.row(0, Infinity, [[column, 1], ...choices.map((at) => [at, -fewest / steps] as const)]);
    this.positions[pair.asset]?.terms.push([column, direction * steps * this.step(pair.asset)]);
    this.#costs.push([column, steps * Math.abs(price - this.#price(pair.asset, 0))]);
    const cash = this.#cash[pair.account]?.terms ?? [];
    for (const { piece, chosen, value, fee } of pieces) {
      cash.push([value, -direction], ...fee.map(([at, factor]) => [at, -factor] as [number, number]));
      this.#costs.push([chosen, piece.fixed], [value, piece.rate]);
    }
    this.#roundings += 1;
    this.#sides.push({ pair, direction, column, steps, isFine, pieces });
  }

  /** The fee is a whole number of minor units, less than one above what the schedule says. */
  #piece(piece: FeePiece, largest: number, isFine: boolean): Side["pieces"][number] {
    const { program } = this;
    const to = Math.min(largest, Number(piece.to));
    const chosen = program.column(0, 1, { whole: true });
    const value = program.column(0, to);
    program.row(0, Infinity, [
      [value, 1],
      [chosen, -Number(piece.from)],
    ]);
    program.row(-Infinity, 0, [
      [value, 1],
      [chosen, -to],
    ]);
    if (piece.rate === 0) return { piece, chosen, value, fee: [[chosen, Math.ceil(piece.fixed - 1e-9)]] };
    const unrounded: Terms = [
      [chosen, piece.fixed],
      [value, piece.rate],
    ];
    if (isFine) return { piece, chosen, value, fee: unrounded };
    const highest = Math.ceil(piece.fixed + piece.rate * to) + 1;
    const fee = program.column(0, highest, { whole: this.isExact });
    const rest: Terms = [[fee, 1], ...unrounded.map(([at, factor]) => [at, -factor] as const)];
    program.row(-1e-7, Infinity, rest);
    program.row(-Infinity, 0, [...rest, [chosen, -ALMOST_ONE]]);
    return { piece, chosen, value, fee: [[fee, 1]] };
  }
}
