/** Exact decimals as whole numbers of 1e-18, and divisions of them with a stated rounding. */
export const ONE = 10n ** 18n;

export function units(text: string): bigint {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const size = BigInt(whole) * ONE + BigInt(fraction.padEnd(18, "0"));
  return sign === "-" ? -size : size;
}

export function decimalText(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const fraction = (size % ONE).toString().padStart(18, "0").replace(/0+$/, "");
  return `${amount < 0n ? "-" : ""}${size / ONE}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Down and up for divisors above 0, of any sign of the dividend. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}

export function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  return -floorDivide(-dividend, divisor);
}

export function halfEvenDivide(dividend: bigint, divisor: bigint): bigint {
  const down = floorDivide(dividend, divisor);
  const twice = 2n * (dividend - down * divisor);
  if (twice < divisor || (twice === divisor && down % 2n === 0n)) return down;
  return down + 1n;
}

/** A quotient as a double. */
export function ratio(dividend: bigint, divisor: bigint): number {
  return Number(dividend) / Number(divisor);
}
