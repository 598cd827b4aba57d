import type { BallastDocument, Plan, Trade } from "../../../wasm/planner/planner.js";
import { showMoney, showMoneySigned, showShareShort } from "../text/figures.js";
import { heldWords } from "./held-words.js";
import { ESTIMATE, realisedFigures, rulesName } from "./tax-panel.js";

/** What of which lots a sale takes, a line for each. */
export function lotLines({ lots = [], without_lot: rest }: Trade, digits: number): string[] {
  return [
    ...lots.map(
      ({ quantity, acquired, cost, gain, rate }) =>
        `    ${quantity} bought ${acquired}: cost ${showMoney(cost, digits)}, gain ${showMoneySigned(gain, digits)}` +
        (rate === undefined ? "" : `, rate ${showShareShort(rate)}`),
    ),
    ...(rest === undefined
      ? []
      : [`    ${rest.quantity} without a lot: brings ${showMoney(rest.proceeds, digits)}, cost not known`]),
  ];
}

/** What the sales realise, and the tax by each set of rules. */
export function taxLines(document: BallastDocument, { realised, base_currency: currency }: Plan): string[] {
  if (realised === undefined) return [];
  const money = (text: string) => showMoney(text, currency.minor_unit_digits);
  return [
    `Gains and tax. ${ESTIMATE}`,
    ...realisedFigures(realised, money).map(([words, figure]) => `  ${words}: ${figure}`),
    ...realised.tax_rules.flatMap(({ id, periods, ...rules }) => {
      const held = heldWords(periods);
      return [
        `  ${rulesName(document, id)}`,
        ...periods.map(
          ({ rate, taxable, tax }, at) =>
            `    Held for ${held[at] ?? ""}: ${money(taxable)} taxable at ${showShareShort(rate)} = ${money(tax)}`,
        ),
        `    Losses that do not count ${money(rules.losses_disallowed)}, losses carried used ${money(rules.carried_used)}, ` +
          `allowance used ${money(rules.allowance_used)}, losses left ${money(rules.losses_left)}`,
      ];
    }),
    "",
  ];
}
