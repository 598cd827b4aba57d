// A full rebalance of one account, with a strategy-free document: targets are weights.
import { createPlanner } from "ballast";

const document = {
  format: "ballast",
  version: 1,
  base_currency: "EUR",
  assets: [
    { id: "btc", symbol: "BTC", price: "50000" },
    { id: "world", symbol: "VT", price: "100", quantity_step: "1" },
  ],
  accounts: [
    {
      id: "main",
      cash: "1000",
      holdings: [
        { asset: "btc", quantity: "0.18" },
        { asset: "world", quantity: "0" },
      ],
    },
  ],
  policy: {
    targets: [
      { asset: "btc", weight: "0.4" },
      { asset: "world", weight: "0.6" },
    ],
  },
};

const planner = await createPlanner();
const reply = planner.plan(document);
if (!reply.ok) throw new Error(reply.errors.map(({ message }) => message).join("\n"));
for (const { side, asset, quantity, value } of reply.value.trades) console.log(side, quantity, asset, "for", value);
