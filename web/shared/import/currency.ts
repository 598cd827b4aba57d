/** Currency names as tables give them. */

export type ReadCurrency = { ok: true; code: string | undefined } | { ok: false; message: string };

/** Signs that stand for one currency only; "$" and "¥" stand for several. */
const SIGNS = new Map([
  ["€", "EUR"],
  ["£", "GBP"],
  ["₹", "INR"],
  ["₩", "KRW"],
  ["₺", "TRY"],
  ["₴", "UAH"],
  ["₪", "ILS"],
  ["₫", "VND"],
  ["₦", "NGN"],
  ["₽", "RUB"],
  ["US$", "USD"],
  ["A$", "AUD"],
  ["C$", "CAD"],
  ["NZ$", "NZD"],
  ["HK$", "HKD"],
  ["S$", "SGD"],
  ["R$", "BRL"],
]);

/** Hundredths under a name of their own: read as the currency itself, they would be a hundred times too much. */
const HUNDREDTHS = new Map([
  ["GBp", "GBP"],
  ["GBX", "GBP"],
  ["ZAc", "ZAR"],
  ["ILA", "ILS"],
  ["USX", "USD"],
]);

export function readCurrency(cell: string): ReadCurrency {
  const written = cell.trim();
  if (written === "") return { ok: true, code: undefined };
  const whole = HUNDREDTHS.get(written);
  if (whole !== undefined) {
    return {
      ok: false,
      message: `“${written}” is a hundredth of ${whole}: divide the price by 100 and write ${whole}.`,
    };
  }
  const sign = SIGNS.get(written);
  if (sign !== undefined) return { ok: true, code: sign };
  const code = written.toUpperCase();
  if (/^[A-Z][A-Z0-9]{2,7}$/.test(code)) return { ok: true, code };
  return { ok: false, message: "This is not a currency code such as USD." };
}

export function currencyOfSign(sign: string | undefined): string | undefined {
  return sign === undefined ? undefined : SIGNS.get(sign);
}

let known: Set<string> | undefined;

/** A code of ISO 4217, as far as this browser knows it. */
export function isIsoCurrency(code: string): boolean {
  known ??= new Set(Intl.supportedValuesOf("currency"));
  return known.has(code);
}
