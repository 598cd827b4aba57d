#include "realise_gains.hpp"

#include <algorithm>
#include <chrono>

#include "ballast/model/exchange.hpp"
#include "trade_terms.hpp"

namespace ballast {
namespace {

const Holding* holding_of(const Portfolio& portfolio, const Trade& trade) {
  const std::vector<Holding>& holdings = portfolio.accounts[trade.account].holdings;
  const auto at = std::find_if(holdings.begin(), holdings.end(),
                               [&](const Holding& holding) { return holding.asset == trade.asset; });
  return at == holdings.end() ? nullptr : &*at;
}

// What of each asset is bought with the sale, or was bought up to `days` before it and is still there: in any account,
// as a law that looks at one would be walked around through another.
std::vector<Decimal> bought_around(const Portfolio& portfolio, const std::vector<Trade>& trades, Date date, int days) {
  std::vector<Decimal> bought(portfolio.assets.size());
  const auto is_recent = [&](const Lot& lot) {
    return lot.acquired <= date && lot.acquired >= date - std::chrono::days(days);
  };
  for (const Account& account : portfolio.accounts) {
    for (const Holding& holding : account.holdings) {
      for (const Lot& lot : holding.lots) {
        if (is_recent(lot)) bought[holding.asset] += lot.quantity;
      }
    }
  }
  for (const Trade& trade : trades) {
    if (trade.side == Side::kBuy) bought[trade.asset] += trade.quantity;
    const Holding* holding = holding_of(portfolio, trade);
    for (const SoldLot& sold : trade.sold.lots) {
      if (is_recent(holding->lots[sold.lot])) bought[trade.asset] -= sold.quantity;
    }
  }
  return bought;
}

TaxEstimate estimate_of(const Portfolio& portfolio, const PlanRequest& request, std::size_t rules,
                        const std::vector<Trade>& trades) {
  const TaxRules& here = portfolio.tax_rules[rules];
  std::vector<Decimal> bought(portfolio.assets.size());
  if (here.wash_sale_days > 0 && request.date) {
    bought = bought_around(portfolio, trades, *request.date, here.wash_sale_days);
  }
  std::vector<RealisedGain> realised;
  for (const Trade& trade : trades) {
    if (portfolio.accounts[trade.account].tax_rules != rules) continue;
    for (const SoldLot& sold : trade.sold.lots) {
      RealisedGain part{sold.period.value_or(0), sold.gain};
      if (sold.gain.sign() < 0) {
        const Decimal replaced = std::min(sold.quantity, bought[trade.asset]);
        part.disallowed = multiply_divide(-sold.gain, replaced, sold.quantity, Rounding::kHalfEven,
                                          portfolio.base_currency.minor_unit_digits);
        bought[trade.asset] -= replaced;
      }
      realised.push_back(part);
    }
  }
  return estimate_tax(here, portfolio.base_currency, realised);
}

}  // namespace

void take_lots(const Portfolio& portfolio, const PlanRequest& request, std::vector<Trade>& trades) {
  for (Trade& trade : trades) {
    if (trade.side == Side::kBuy) continue;
    const LotSaleTerms terms = lot_sale_terms(portfolio, request, trade.account, trade.asset);
    // Gains are counted in the base currency.
    const Decimal brought = trade.value - trade.fee;
    const Decimal proceeds = portfolio.base_currency.round(
        in_base_currency(portfolio, portfolio.accounts[trade.account].currency, brought), Rounding::kHalfEven);
    trade.sold = take_lots(*holding_of(portfolio, trade), terms, portfolio.base_currency, trade.quantity, proceeds);
  }
}

RealisedGains realise_gains(const Portfolio& portfolio, const PlanRequest& request, const std::vector<Trade>& trades) {
  RealisedGains out;
  for (const Trade& trade : trades) {
    for (const SoldLot& sold : trade.sold.lots) {
      (sold.gain.sign() > 0 ? out.gains : out.losses) += absolute(sold.gain);
    }
    out.unknown += trade.sold.proceeds_without_lot;
    const std::optional<std::size_t> rules = portfolio.accounts[trade.account].tax_rules;
    if (rules && is_taxed(portfolio.tax_rules[*rules])) out.taxed += trade.sold.proceeds_without_lot;
  }
  for (std::size_t rules = 0; rules < portfolio.tax_rules.size(); ++rules) {
    out.by_rules.push_back(estimate_of(portfolio, request, rules, trades));
    const TaxEstimate& estimate = out.by_rules.back();
    out.tax += estimate.tax;
    for (std::size_t p = 0; p < estimate.periods.size(); ++p) {
      if (portfolio.tax_rules[rules].periods[p].rate.is_zero()) continue;
      out.taxed += estimate.periods[p].gains - estimate.periods[p].losses;
    }
  }
  return out;
}

}  // namespace ballast
