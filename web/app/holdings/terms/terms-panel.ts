import { html, nothing, type TemplateResult } from "lit";
import type { Account } from "../../../../wasm/planner/planner.js";
import { findAsset } from "../../parts/asset-lookup.js";
import { inAYear } from "../../text/today.js";
import type { HoldingsContext } from "../holdings-context.js";
import { accountTerms } from "./account-terms.js";
import { holdingTerms } from "./holding-terms.js";

/** Terms that most people do not need: hidden until asked for, or until the document has some. */
export function termsPanel(account: Account, index: number, called: string, context: HoldingsContext): TemplateResult {
  const { document } = context;
  const end = inAYear();
  const rows = account.holdings.flatMap((holding, place) => {
    const asset = findAsset(document, holding.asset);
    return asset === undefined ? [] : [{ account: index, place, holding, asset, lockEnd: end }];
  });
  return html`<details class="terms" ?open=${hasTerms(account, context)} data-testid="terms">
    <summary>Terms of trades in ${called}: spreads, limits of fees, least trades, locks</summary>
    <div class="terms-body">
      ${accountTerms({ account, index, called }, context)}
      ${
        rows.length === 0
          ? nothing
          : html`<div class="scroll">
              <table role="table" class="cards" aria-label="Terms of holdings in ${called}">
                <thead>
                  <tr role="row">
                    <th role="columnheader" scope="col">Symbol</th>
                    ${
                      document.currencies === undefined
                        ? nothing
                        : html`<th role="columnheader" scope="col" title="In every account">Quoted in</th>`
                    }
                    <th
                      role="columnheader"
                      scope="col"
                      class="end"
                      title="Between what buyers pay and sellers get, in every account"
                    >
                      Spread, %
                    </th>
                    <th role="columnheader" scope="col" class="end">Smallest trade</th>
                    <th role="columnheader" scope="col" class="tick">Buy here</th>
                    <th role="columnheader" scope="col" class="tick">Sell here</th>
                    <th role="columnheader" scope="col">Locked until</th>
                  </tr>
                </thead>
                <tbody>
                  ${rows.map((row) => holdingTerms(row, context))}
                </tbody>
              </table>
            </div>`
      }
    </div>
  </details>`;
}

function hasTerms(account: Account, { document }: HoldingsContext): boolean {
  const { minimum, maximum, tiers } = account.fees ?? {};
  return (
    [minimum, maximum, tiers, account.minimum_trade_value, account.conversion_cost].some(
      (term) => term !== undefined,
    ) ||
    account.holdings.some(({ asset, locks, may_buy, may_sell, minimum_quantity }) =>
      [locks, may_buy, may_sell, minimum_quantity, findAsset(document, asset)?.spread].some(
        (term) => term !== undefined,
      ),
    )
  );
}
