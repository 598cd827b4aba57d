#include "promises/summary.hpp"

#include "promises/money.hpp"
#include "promises/reply.hpp"
#include "promises/weights.hpp"
#include "support/broken.hpp"
#include "support/exact.hpp"

namespace ballast::fuzz {
namespace {

void check_distance(const Json& row) {
  if (exact(row.at("difference")) != exact(row.at("weight")) - exact(row.at("target"))) {
    broken("difference = weight - target", row.dump());
  }
  const Json& by = row.at("outside_by");
  if (row.at("outside_band").get<bool>() == by.is_null()) broken("what is outside says by how much", row.dump());
  if (by.is_null()) return;
  if (exact(by) == 0) broken("what is outside is outside by something", row.dump());
  if (row.at("band").is_null()) broken("what is outside has a band", row.dump());
}

void check_accounts(const Json& accounts, const Json& document, const Exact& total) {
  const Json& given = document.at("accounts");
  must(accounts.size() == given.size(), "one row per account");
  const Money money(document);
  Exact sum = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const Json& account = accounts[i];
    must(account.at("account") == given[i].at("id"), "accounts are in the order of the document");
    must(exact(account.at("cash")) == exact_or(given[i], "cash", "0"), "an account's cash is the document's");
    const Exact value = exact(account.at("value"));
    if (money.worth(account.at("account"), exact(account.at("cash"))) + sum_of(account.at("holdings"), "value") !=
        value) {
      broken("cash + holdings = value of an account", account.dump());
    }
    sum += value;
  }
  if (sum != total) broken("accounts sum to the total value", plain(sum) + " for " + plain(total));
}

}  // namespace

void check_summary(const Json& summary, const Json& document) {
  const Json& weights = summary.at("weights");
  const Exact total = exact(summary.at("total_value"));
  check_asset_order(weights, document);
  const bool nothing = check_weights(weights, "weight");
  must(nothing == (total == 0), "weights are all 0 where there is no value, and only there");
  must(!check_weights(weights, "target"), "there are targets");
  must(sum_of(weights, "value") == total, "values sum to the total value");
  for (const Json& row : weights) check_distance(row);
  for (const Json& row : summary.at("classes")) check_distance(row);
  check_class_rows(summary.at("classes"), document, "weight", nothing);
  check_class_rows(summary.at("classes"), document, "target", false);
  check_accounts(summary.at("accounts"), document, total);
  const Exact misplaced = exact(summary.at("drift").at("misplaced_share"));
  must(misplaced >= 0 && misplaced <= one(), "the misplaced share lies in 0 … 1");
  must(exact(summary.at("drift").at("chi_square")) >= 0, "drift is not negative");
  check_notices(summary.at("notices"), document);
}

}  // namespace ballast::fuzz
