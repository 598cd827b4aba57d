// @ts-check
/** A plan as text for a terminal. Columns are padded, figures aligned at their point, nothing is rounded but shares. */
import { formatTable, withoutControls } from "./format-table.mjs";

/** @typedef {import("../planner/planner.js").Plan} Plan */
/** @typedef {{ name: string, classes: Map<string, string> }} ClassNames Of one classification. */
/** @typedef {{ assets: Map<string, string>, accounts: Map<string, string>, classes: Map<string, ClassNames> }} Names */

/**
 * @param {Plan} plan
 * @param {Names} names
 * @param {number} ms How long it took.
 */
export function formatPlan(plan, names, ms) {
  const sections = [
    heading(plan, ms),
    infeasible(plan, names),
    moves(plan, names),
    trades(plan, names),
    losses(plan, names),
    cash(plan, names),
    weights(plan, names),
    ...classes(plan, names),
    skipped(plan, names),
    leftOver(plan, names),
    notices(plan),
    "Calculated from what you entered; this is not advice.",
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

/** @param {import("./file-problem.mjs").FileProblem[]} problems */
export function formatProblems(problems) {
  const lines = problems.map(({ source, pointer, code, message }) => {
    const place = source === "engine" ? "engine" : `${source} ${pointer === "" ? "(as a whole)" : pointer}`;
    return `  ${withoutControls(place)}\n    ${withoutControls(message)}  [${code}]`;
  });
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return `No plan: ${count}.\n\n${lines.join("\n")}`;
}

/** @param {Plan} plan @param {number} ms */
function heading(plan, ms) {
  const { status, gap, drift, base_currency, totals } = plan;
  const state = {
    optimal: "proven to be the closest to the targets",
    within_gap: `at most ${gap} (chi-square) from the closest possible`,
    infeasible: "cannot be carried out",
  }[status];
  return [
    `Plan: ${state}. Calculated in ${Math.ceil(ms)} ms. Amounts in ${base_currency.code}.`,
    `Misplaced share ${percent(drift.before.misplaced_share)} before, ${percent(drift.after.misplaced_share)} after; ` +
      `value ${money(totals.value_before, plan)} before, ${money(totals.value_after, plan)} after.`,
  ].join("\n");
}

/**
 * Zeros up to the minor unit, so that columns of money look like money. Of an account: of its currency.
 * @param {string} amount
 * @param {Plan} plan
 * @param {string} [account]
 */
function money(amount, plan, account) {
  const foreign = plan.accounts.find((row) => row.account === account)?.currency;
  const { minor_unit_digits: digits } = foreign ?? plan.base_currency;
  const [whole = "", fraction = ""] = amount.split(".");
  return digits === 0 && fraction === "" ? whole : `${whole}.${fraction.padEnd(digits, "0")}`;
}

/**
 * @param {Plan} plan
 * @param {Names} names
 */
function infeasible(plan, names) {
  if (plan.infeasible.length === 0) return "";
  const lines = plan.infeasible.map(({ account, text }) =>
    withoutControls(account === null ? `  ${text}` : `  ${nameOf(names.accounts, account)}: ${text}`),
  );
  return ["Cannot be met", ...lines].join("\n");
}

/**
 * Money to move before the trades, and which of them belong together.
 * @param {Plan} plan
 * @param {Names} names
 */
function moves(plan, names) {
  const account = (/** @type {string} */ id) => nameOf(names.accounts, id);
  const asset = (/** @type {string} */ id) => nameOf(names.assets, id);
  const rows = [
    ...plan.transfers.map(({ from, to, amount }) => ["move", account(from), account(to), money(amount, plan, from)]),
    ...(plan.switches ?? []).map(({ from_account, from, to_account, to, value }) => [
      "switch",
      `${asset(from)} in ${account(from_account)}`,
      `${asset(to)} in ${account(to_account)}`,
      money(value, plan, from_account),
    ]),
  ];
  if (rows.length === 0) return "";
  return formatTable({ title: "Transfers and switches", columns: ["", "from", "to", "amount"], numeric: [3], rows });
}

/**
 * @param {Plan} plan
 * @param {Names} names
 */
function trades(plan, names) {
  if (plan.trades.length === 0) return "No trades.";
  const rows = plan.trades.map(({ account, side, asset, quantity, price, value, fee, reason }) => [
    nameOf(names.accounts, account),
    side,
    nameOf(names.assets, asset),
    quantity,
    price,
    money(value, plan, account),
    money(fee, plan, account),
    reason.text,
  ]);
  const { totals } = plan;
  const foot = [
    ["", "", "", "", "sells", money(totals.sells, plan), "", ""],
    ["", "", "", "", "buys", money(totals.buys, plan), "", ""],
    ["", "", "", "", "fees", "", money(totals.fees, plan), ""],
  ];
  return formatTable({
    title: "Trades",
    columns: ["account", "side", "asset", "quantity", "price", "value", "fee", "why"],
    numeric: [3, 4, 5, 6],
    rows,
    foot,
  });
}

/**
 * What is sold for its loss.
 * @param {Plan} plan
 * @param {Names} names
 */
function losses(plan, names) {
  const harvested = plan.realised?.harvested;
  if (harvested === undefined) return "";
  if (harvested.sales.length === 0) return "No loss is taken.";
  return formatTable({
    title: "Losses taken",
    columns: ["account", "asset", "at least", "tax saved, about"],
    numeric: [2, 3],
    rows: harvested.sales.map(({ account, asset, quantity, saved }) => [
      nameOf(names.accounts, account),
      nameOf(names.assets, asset),
      quantity,
      money(saved, plan),
    ]),
    foot: [["", "", "", money(harvested.saved, plan)]],
  });
}

/**
 * @param {Plan} plan
 * @param {Names} names
 */
function cash(plan, names) {
  // Columns of transfers only where there are any: a terminal is narrow.
  const moved = plan.transfers.length > 0;
  const cells = (/** @type {Plan["accounts"][number] | Plan["totals"]} */ row) =>
    [
      row.cash_before,
      row.deposits,
      ...(moved ? [row.received] : []),
      row.sells,
      row.buys,
      row.fees,
      ...(moved ? [row.sent] : []),
      row.withdrawals,
      row.cash_after,
    ].map((amount) => money(amount, plan, "account" in row ? row.account : undefined));
  const came = moved ? ["received"] : [];
  const went = moved ? ["sent"] : [];
  const plus = ["deposits", ...came, "sells"];
  const minus = ["buys", "fees", ...went, "withdrawals"];
  return formatTable({
    title: `Cash: before + ${plus.join(" + ")} - ${minus.join(" - ")} = after`,
    columns: ["account", "before", ...plus.map((word) => `+ ${word}`), ...minus.map((word) => `- ${word}`), "= after"],
    numeric: [1, 2, 3, 4, 5, 6, 7, ...(moved ? [8, 9] : [])],
    rows: plan.accounts.map((row) => [nameOf(names.accounts, row.account), ...cells(row)]),
    foot: [["total", ...cells(plan.totals)]],
  });
}

/**
 * @param {Plan} plan
 * @param {Names} names
 */
function weights(plan, names) {
  return formatTable({
    title: "Shares (rounded)",
    columns: ["asset", "before", "target", "after", "band", ""],
    numeric: [1, 2, 3],
    rows: plan.weights.map((row) => [row.asset === null ? "cash" : nameOf(names.assets, row.asset), ...shares(row)]),
  });
}

/**
 * @param {Plan} plan
 * @param {Names} names
 */
function classes(plan, names) {
  const classifications = [...new Set(plan.classes.map(({ classification }) => classification))];
  return classifications.map((id) => {
    const known = names.classes.get(id);
    return formatTable({
      title: `${known?.name ?? id} (rounded)`,
      columns: ["class", "before", "target", "after", "band", ""],
      numeric: [1, 2, 3],
      rows: plan.classes
        .filter(({ classification }) => classification === id)
        .map((row) => [
          row.class === null ? "unclassified" : (known?.classes.get(row.class) ?? row.class),
          ...shares(row),
        ]),
    });
  });
}

/** @param {Plan["weights"][number] | Plan["classes"][number]} row */
function shares({ before, target, after, band, outside_before, outside_after }) {
  return [
    percent(before),
    percent(target),
    percent(after),
    band === null ? "" : `${percent(band.low)} to ${percent(band.high)}`,
    outside_after ? "outside" : outside_before ? "was outside" : "",
  ];
}

/**
 * @param {Plan} plan
 * @param {Names} names
 */
function skipped(plan, names) {
  if (plan.skipped.length === 0) return "";
  const rows = plan.skipped.map(({ asset, reason }) => [nameOf(names.assets, asset), reason.text]);
  return formatTable({ title: "Not traded", columns: ["asset", "why"], numeric: [], rows });
}

/**
 * @param {Plan} plan
 * @param {Names} names
 */
function leftOver(plan, names) {
  if (plan.left_over.length === 0) return "";
  const rows = plan.left_over.map((row) => [
    nameOf(names.accounts, row.account),
    money(row.cash, plan, row.account),
    row.reason.text,
  ]);
  return formatTable({ title: "Cash left over", columns: ["account", "cash", "why"], numeric: [1], rows });
}

/** @param {Plan} plan */
function notices(plan) {
  return plan.notices.length === 0
    ? ""
    : ["Worth knowing", ...plan.notices.map(({ text }) => withoutControls(`  ${text}`))].join("\n");
}

/**
 * @param {Map<string, string>} names
 * @param {string} id
 */
function nameOf(names, id) {
  return names.get(id) ?? id;
}

/** Two places of per cent; for reading only. @param {string} weight */
function percent(weight) {
  const value = Number(weight) * 100;
  const shown = value.toFixed(2);
  return `${Number(shown) === 0 && value !== 0 ? "<0.01" : shown}%`;
}
