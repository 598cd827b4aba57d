// @ts-check
/**
 * The same optimum as a person would calculate it who knows the conditions and no tricks: the price of gains and the
 * level of cash, one inside the other, each by halving.
 *
 *   minimise  sum (w_i - g_i)^2 / d_i over assets and cash     w_i = v_i + bought - sold, cash = c - bought + sold >= 0
 *   with      gains of the lots sold, less losses, <= budget
 *
 * At the level l an asset is bought up to g_i + l d_i, and its lots are sold one after the other, down to
 * g_i + (l + price gain) d_i. Shares of the total; doubles.
 *
 * @typedef {{ value: number, goal: number, divisor: number, lots: { width: number, gain: number }[] }} Asset
 */

const HALVINGS = 60;

/**
 * @param {Asset[]} assets Lots in the order in which they go, gains rising.
 * @param {{ cash: number, goal: number, divisor: number }} cash
 * @param {number} budget
 */
export function solveByHalving(assets, cash, budget) {
  const price = atLeast(0, 1, (tried) => solveAt(assets, cash, tried).gains <= budget);
  return solveAt(assets, cash, price);
}

/**
 * @param {Asset[]} assets
 * @param {{ cash: number, goal: number, divisor: number }} cash
 * @param {number} price
 */
function solveAt(assets, cash, price) {
  // The higher the level, the more is held of assets, and the more cash is wanted.
  const level = atLeast(-1, 2, (tried) => {
    const left = cash.cash - used(assets, tried, price).cash;
    return left <= Math.max(0, cash.goal + tried * cash.divisor);
  });
  const { gains, cash: spent, drift } = used(assets, level, price);
  const off = cash.cash - spent - cash.goal;
  return { gains, drift: drift + (off * off) / cash.divisor };
}

/**
 * @param {Asset[]} assets
 * @param {number} level
 * @param {number} price
 */
function used(assets, level, price) {
  let cash = 0;
  let gains = 0;
  let drift = 0;
  for (const { value, goal, divisor, lots } of assets) {
    let weight = Math.max(value, goal + level * divisor);
    if (weight === value) {
      for (const { width, gain } of lots) {
        const down = Math.max(weight - width, Math.min(weight, goal + (level + price * gain) * divisor));
        gains += (weight - down) * gain;
        const all = down === weight - width;
        weight = down;
        if (!all) break;
      }
    }
    cash += weight - value;
    drift += (weight - goal) ** 2 / divisor;
  }
  return { cash, gains, drift };
}

/**
 * The least number for which something holds that holds for all above it; looked for from `low`, doubling the reach.
 * @param {number} low
 * @param {number} high
 * @param {(tried: number) => boolean} holds
 */
function atLeast(low, high, holds) {
  if (low === 0 && holds(0)) return 0;
  while (!holds(high)) high *= 2;
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
