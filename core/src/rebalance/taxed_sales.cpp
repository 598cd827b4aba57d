#include "taxed_sales.hpp"

#include <algorithm>
#include <chrono>
#include <functional>

#include "trade_terms.hpp"

namespace ballast {
namespace {

// The rates above 0, each once, the highest first.
std::vector<double> falling_rates(const TaxRules& rules) {
  std::vector<double> rates;
  for (const TaxPeriod& period : rules.periods) {
    if (period.rate.sign() > 0) rates.push_back(period.rate.to_double());
  }
  std::sort(rates.begin(), rates.end(), std::greater<>());
  rates.erase(std::unique(rates.begin(), rates.end()), rates.end());
  return rates;
}

TaxLadder ladder_of(const TaxRules& rules, double total) {
  const std::vector<double> rates = falling_rates(rules);
  TaxLadder out;
  for (std::size_t k = 0; k < rates.size(); ++k) {
    out.drops.push_back(rates[k] - (k + 1 < rates.size() ? rates[k + 1] : 0));
  }
  out.relief = (rules.losses_carried.to_double() + rules.allowance.to_double()) / total;
  out.highest_rate = rates.empty() ? 0 : rates.front();
  return out;
}

// Of one U for all rates.
TaxLadder joined(const TaxLadder& ladder) {
  if (ladder.drops.empty()) return ladder;
  return {{1.0}, ladder.highest_rate * ladder.relief, ladder.highest_rate};
}

bool was_bought_lately(const Portfolio& portfolio, AssetIndex asset, const LotSaleTerms& terms) {
  if (terms.rules->wash_sale_days == 0) return false;
  const auto is_recent = [&](const Lot& lot) {
    return lot.acquired <= terms.date && lot.acquired >= terms.date - std::chrono::days(terms.rules->wash_sale_days);
  };
  for (const Account& account : portfolio.accounts) {
    for (const Holding& holding : account.holdings) {
      if (holding.asset == asset && std::any_of(holding.lots.begin(), holding.lots.end(), is_recent)) return true;
    }
  }
  return false;
}

std::vector<double> counted(double gain, double rate, const std::vector<double>& rates, bool losses_count) {
  std::vector<double> out(rates.size());
  if (rate == 0 || (gain < 0 && !losses_count)) return out;
  for (std::size_t k = 0; k < rates.size(); ++k) out[k] = gain < 0 || rate >= rates[k] ? gain : 0;
  return out;
}

double tax_on(const std::vector<double>& counts, const TaxLadder& ladder) {
  double sum = 0;
  for (std::size_t k = 0; k < ladder.drops.size(); ++k) sum += ladder.drops[k] * counts[k];
  return sum;
}

// Convex: a part that is not dearer than those before it is one with them.
std::vector<SalePart> convex_parts(std::vector<SalePart> parts) {
  std::vector<SalePart> out;
  for (SalePart& part : parts) {
    while (!out.empty() && out.back().tax >= part.tax) {
      const SalePart& before = out.back();
      const double width = before.width + part.width;
      const auto mix = [&](double mine, double other) { return (mine * part.width + other * before.width) / width; };
      for (std::size_t k = 0; k < part.counts.size(); ++k) part.counts[k] = mix(part.counts[k], before.counts[k]);
      part.tax = mix(part.tax, before.tax);
      part.width = width;
      out.pop_back();
    }
    out.push_back(std::move(part));
  }
  return out;
}

// `charges`: given for a bound.
class TaxedSalesFinder {
 public:
  TaxedSalesFinder(const Portfolio& portfolio, const PlanRequest& request, const TradingProblem& problem, double total,
                   std::optional<std::span<const double>> charges)
      : portfolio_(portfolio), request_(request), problem_(problem), total_(total), charges_(charges) {}

  [[nodiscard]] TaxedSales find() const {
    TaxedSales out;
    for (const TaxRules& rules : portfolio_.tax_rules) {
      const TaxLadder ladder = ladder_of(rules, total_);
      out.ladders.push_back(charges_ ? joined(ladder) : ladder);
    }
    out.parts.resize(problem_.pair_count());
    for (AccountIndex a = 0; a < portfolio_.accounts.size(); ++a) {
      const std::optional<std::size_t> rules = portfolio_.accounts[a].tax_rules;
      out.rules.push_back(rules);
      if (!rules || out.ladders[*rules].drops.empty()) continue;
      for (const Holding& holding : portfolio_.accounts[a].holdings) {
        const std::size_t pair = a * problem_.asset_count + holding.asset;
        if (problem_.lower[pair] < 0) out.parts[pair] = parts_of(a, holding, portfolio_.tax_rules[*rules]);
      }
    }
    return out;
  }

 private:
  [[nodiscard]] std::vector<SalePart> parts_of(AccountIndex account, const Holding& holding,
                                               const TaxRules& rules) const {
    const std::size_t pair = account * problem_.asset_count + holding.asset;
    const LotSaleTerms terms = lot_sale_terms(portfolio_, request_, account, holding.asset);
    const bool losses_count = charges_ || !was_bought_lately(portfolio_, holding.asset, terms);
    const std::vector<double> rates = falling_rates(rules);
    const TaxLadder ladder = ladder_of(rules, total_);
    const double unit = portfolio_.assets[holding.asset].price.to_double();
    const double net = (charges_ ? 1 - (*charges_)[pair] : problem_.cash_per_sold(account, holding.asset)) * unit;
    double rest = -problem_.lower[pair];
    std::vector<SalePart> parts;
    const auto add = [&](double quantity, double gain, double rate) {
      const double width = std::min(rest, quantity * unit / total_);
      if (width <= 0) return;
      std::vector<double> counts = counted(gain, rate, rates, losses_count);
      const double tax = tax_on(counts, ladder);
      if (charges_) counts = {tax};
      parts.push_back({width, std::move(counts), tax});
      rest -= width;
    };
    for (const std::size_t at : sale_order(holding, terms)) {
      const Lot& lot = holding.lots[at];
      const TaxPeriod& period = terms.rules->periods[period_of_sale(*terms.rules, lot.acquired, terms.date)];
      add(lot.quantity.to_double(), (net - lot.unit_cost.to_double()) / unit, period.rate.to_double());
    }
    add(holding.quantity.to_double(), charges_ ? 0 : net / unit, rates.front());
    return convex_parts(std::move(parts));
  }

  const Portfolio& portfolio_;
  const PlanRequest& request_;
  const TradingProblem& problem_;
  double total_;
  std::optional<std::span<const double>> charges_;
};

}  // namespace

TaxedSales find_taxed_sales(const Portfolio& portfolio, const PlanRequest& request, const TradingProblem& problem,
                            double total) {
  return TaxedSalesFinder(portfolio, request, problem, total, std::nullopt).find();
}

TaxedSales find_least_taxed_sales(const Portfolio& portfolio, const PlanRequest& request, const TradingProblem& problem,
                                  double total, std::span<const double> charges) {
  return TaxedSalesFinder(portfolio, request, problem, total, charges).find();
}

}  // namespace ballast
