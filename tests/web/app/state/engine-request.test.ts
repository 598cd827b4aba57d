import { expect, it } from "vitest";
import { engineRequest } from "../../../../web/app/state/engine-request.js";
import { inAYear, today } from "../../../../web/app/text/today.js";
import { aDocument } from "../support/documents.js";

it("a day is said where something is locked until one", () => {
  const document = aDocument();
  const request = { directions: "both" } as const;
  expect(engineRequest({ document, request }, "2026-12-31")).toBe(request);
  const [holding] = document.accounts[0]?.holdings ?? [];
  if (holding === undefined) throw new Error("nothing held");
  holding.locks = [{ quantity: "1", until: "2027-01-01" }];
  expect(engineRequest({ document, request }, "2026-12-31")).toEqual({ directions: "both", date: "2026-12-31" });
  const dated = { date: "2026-01-01" };
  expect(engineRequest({ document, request: dated }, "2026-12-31")).toBe(dated);
});

it("a day is said where gains are taxed by how long something was held", () => {
  const document = aDocument();
  const [account] = document.accounts;
  if (account === undefined) throw new Error("no account");
  account.tax_rules = "rules";
  expect(engineRequest({ document, request: {} }, "2026-12-31")).toEqual({ date: "2026-12-31" });
});

it("money moves among the accounts that there are", () => {
  const document = aDocument();
  const request = { transfers_between: ["one that is gone"] };
  expect(engineRequest({ document, request })).toEqual({ transfers_between: document.accounts.map(({ id }) => id) });
});

it("money moves among accounts of one currency only", () => {
  const document = aDocument({ currencies: [{ currency: "EUR", rate: "1.1" }] });
  for (const id of ["in-euros", "more-euros"]) document.accounts.push({ id, currency: "EUR", holdings: [] });
  expect(engineRequest({ document, request: { transfers_between: ["more-euros"] } })).toEqual({
    transfers_between: ["in-euros", "more-euros"],
  });
  expect(engineRequest({ document, request: { transfers_between: ["main"] } })).toEqual({
    transfers_between: ["main"],
  });
});

it("of a group, only what is in view is asked for", () => {
  const document = aDocument({ groups: [{ id: "g", accounts: ["other"] }], group: "g" });
  document.accounts.push({ id: "other", holdings: [] });
  const request = { transfers_between: ["main", "other"], cash_flows: [{ account: "main", amount: "1" }] };
  expect(engineRequest({ document, request })).toEqual({
    transfers_between: ["other"],
    cash_flows: [{ account: "other", amount: "1" }],
  });
});

it("the day is the reader's own", () => {
  expect(today(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  expect(inAYear(new Date(2026, 11, 31))).toBe("2027-12-31");
  expect(inAYear(new Date(2028, 1, 29))).toBe("2029-03-01");
});
