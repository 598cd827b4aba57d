/**
 * What a trade costs, read off the schedule of docs/format/document.md: exactly for one value, and as straight pieces for
 * a linear program. Values are whole minor units.
 */
import type { FeeSchedule } from "../../wasm/planner/planner.js";
import { ceilDivide, ONE, units } from "./decimals.js";

/** From and to are values, both included: the fee there is fixed + rate * value, rounded up. */
export interface FeePiece {
  from: bigint;
  to: bigint;
  rate: number;
  /** Minor units. */
  fixed: number;
}

interface Tier {
  from: bigint;
  /** 1e-18. */
  rate: bigint;
  fixed: bigint;
}

export class Fees {
  readonly #tiers: Tier[];
  readonly #minimum: bigint;
  readonly #maximum: bigint | null;
  readonly #minor: bigint;
  readonly isFree: boolean;

  /** minor: how many 1e-18 one minor unit is. */
  constructor(schedule: FeeSchedule, minor: bigint) {
    const tiers = [{ from: "0", ...schedule }, ...(schedule.tiers ?? [])];
    this.#tiers = tiers.map(({ from, proportional, fixed }) => ({
      from: ceilDivide(units(from), minor),
      rate: units(proportional ?? "0"),
      fixed: units(fixed ?? "0"),
    }));
    this.#minimum = units(schedule.minimum ?? "0");
    this.#maximum = schedule.maximum === undefined ? null : units(schedule.maximum);
    this.#minor = minor;
    this.isFree = this.#minimum === 0n && this.#tiers.every(({ rate, fixed }) => rate === 0n && fixed === 0n);
  }

  /** In minor units, before it is rounded up. */
  unrounded(value: bigint): number {
    return Number(this.#exact(value)) / Number(this.#minor) / 1e18;
  }

  /** Minor units. */
  of(value: bigint): bigint {
    return ceilDivide(this.#exact(value), this.#minor * ONE);
  }

  /** The values of at least `least` that exceed their fee. */
  worthwhile(least: bigint): FeePiece[] {
    const pieces: FeePiece[] = [];
    for (const [t, { from, rate, fixed }] of this.#tiers.entries()) {
      const next = this.#tiers[t + 1];
      const last = next === undefined ? 10n ** 30n : next.from - 1n;
      // Of one tier: the least fee up to a value, then in proportion, then the most from a value on.
      const above = (amount: bigint): bigint =>
        rate === 0n ? (fixed >= amount ? 0n : last + 1n) : ceilDivide((amount - fixed) * ONE, rate * this.#minor);
      const rising = max(from, above(this.#minimum));
      const capped = this.#maximum === null ? last + 1n : max(rising, above(this.#maximum));
      const constant = (amount: bigint): bigint => amount / this.#minor + 1n + (amount % this.#minor === 0n ? 0n : 1n);
      const free = ceilDivide((fixed + this.#minor) * ONE, (ONE - rate) * this.#minor);
      this.#add(pieces, max(from, constant(this.#minimum)), min(last, rising - 1n), 0n, this.#minimum, least);
      this.#add(pieces, max(rising, free), min(last, capped - 1n), rate, fixed, least);
      if (this.#maximum !== null) {
        this.#add(pieces, max(capped, constant(this.#maximum)), last, 0n, this.#maximum, least);
      }
    }
    return pieces;
  }

  #add(pieces: FeePiece[], from: bigint, to: bigint, rate: bigint, fixed: bigint, least: bigint): void {
    const start = max(from, least);
    if (start > to) return;
    pieces.push({ from: start, to, rate: Number(rate) / 1e18, fixed: Number(fixed) / Number(this.#minor) });
  }

  /** Units of 1e-36. */
  #exact(value: bigint): bigint {
    const reached = this.#tiers.findLast(({ from }) => value >= from);
    if (reached === undefined) throw new Error("a value below 0");
    const base = reached.rate * value * this.#minor + reached.fixed * ONE;
    const least = max(base, this.#minimum * ONE);
    return this.#maximum === null ? least : min(least, this.#maximum * ONE);
  }
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
