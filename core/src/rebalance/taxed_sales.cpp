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
  return out;
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

}  // namespace

TaxedSales find_taxed_sales(const Portfolio& portfolio, const PlanRequest& request, const TradingProblem& problem,
                            double total) {
  TaxedSales out;
  for (const TaxRules& rules : portfolio.tax_rules) out.ladders.push_back(ladder_of(rules, total));
  out.parts.resize(problem.pair_count());
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    const std::optional<std::size_t> rules = portfolio.accounts[a].tax_rules;
    out.rules.push_back(rules);
    if (!rules || out.ladders[*rules].drops.empty()) continue;
    const std::vector<double> rates = falling_rates(portfolio.tax_rules[*rules]);
    for (const Holding& holding : portfolio.accounts[a].holdings) {
      const std::size_t pair = a * problem.asset_count + holding.asset;
      double rest = -problem.lower[pair];
      if (rest <= 0) continue;
      const LotSaleTerms terms = lot_sale_terms(portfolio, request, a, holding.asset);
      const bool losses_count = !was_bought_lately(portfolio, holding.asset, terms);
      const double unit = portfolio.assets[holding.asset].price.to_double();
      const double net = problem.cash_per_sold(a, holding.asset) * unit;
      std::vector<SalePart> parts;
      const auto add = [&](double quantity, double gain, double rate) {
        const double width = std::min(rest, quantity * unit / total);
        std::vector<double> counts = counted(gain, rate, rates, losses_count);
        const double tax = tax_on(counts, out.ladders[*rules]);
        if (width > 0) parts.push_back({width, std::move(counts), tax});
        rest -= width;
      };
      for (const std::size_t at : sale_order(holding, terms)) {
        const Lot& lot = holding.lots[at];
        const TaxPeriod& period = terms.rules->periods[period_of_sale(*terms.rules, lot.acquired, terms.date)];
        add(lot.quantity.to_double(), (net - lot.unit_cost.to_double()) / unit, period.rate.to_double());
      }
      add(holding.quantity.to_double(), net / unit, rates.front());
      out.parts[pair] = convex_parts(std::move(parts));
    }
  }
  return out;
}

}  // namespace ballast
