#include "gain_limits.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "charge_range.hpp"
#include "drift_lower_bound.hpp"
#include "drift_tangent.hpp"
#include "harvest.hpp"
#include "price_that_keeps.hpp"
#include "relaxation.hpp"
#include "trade_terms.hpp"

namespace ballast {
namespace {

constexpr int kRounds = 12;  // of prices of cash and limits of sales, each from the other
constexpr int kLimitSweeps = 60;
constexpr double kSteady = 1e-9;
constexpr double kWhole = 1e-9;  // of a step

}  // namespace

GainLimits::GainLimits(const Portfolio& portfolio, const PlanRequest& request, const TradingProblem& problem,
                       double total, std::span<const HarvestedSale> harvested)
    : problem_(problem), of_asset_(problem.asset_count) {
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    if (!portfolio.accounts[a].tax_rules) continue;
    for (const Holding& holding : portfolio.accounts[a].holdings) add_sale(portfolio, request, a, holding, total);
  }
  note_what_has_to_go();
  const Trades least = only_harvest(portfolio, harvested, total);
  for (Sale& sale : sales_) {
    sale.harvested = -least[sale.pair];
    sale.least = std::max(sale.least, sale.harvested);
  }
}

void GainLimits::add_sale(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account,
                          const Holding& holding, double total) {
  const std::size_t pair = account * problem_.asset_count + holding.asset;
  double rest = -problem_.lower[pair];
  if (rest <= 0) return;
  Sale sale;
  sale.pair = pair;
  const LotSaleTerms terms = lot_sale_terms(portfolio, request, account, holding.asset);
  const double unit = portfolio.assets[holding.asset].price.to_double();
  const double net = problem_.cash_per_sold(account, holding.asset) * unit;
  const auto add = [&](double quantity, double gain) {
    const double width = std::min(rest, quantity * unit / total);
    if (width > 0) sale.pieces.add({width, gain});
    rest -= width;
  };
  sale.pieces.reserve(holding.lots.size() + 1);
  for (const std::size_t at : sale_order(holding, terms)) {
    const Lot& lot = holding.lots[at];
    const TaxPeriod& period = terms.rules->periods[period_of_sale(*terms.rules, lot.acquired, terms.date)];
    add(lot.quantity.to_double(), period.rate.sign() > 0 ? (net - lot.unit_cost.to_double()) / unit : 0);
  }
  // Of unknown cost: all that it brings may be gain.
  add(holding.quantity.to_double(), is_taxed(*terms.rules) ? net / unit : 0);
  sale.envelope = envelope_of(sale.pieces, true);
  of_asset_[holding.asset].push_back(sales_.size());
  sales_.push_back(std::move(sale));
}

SalePieces GainLimits::envelope_of(const SalePieces& pieces, bool losses_count) {
  std::vector<SalePiece> convex;
  convex.reserve(pieces.all().size());
  for (const SalePiece& piece : pieces.all()) {
    SalePiece merged{piece.width, losses_count ? piece.gain : std::max(piece.gain, 0.0)};
    while (!convex.empty() && convex.back().gain >= merged.gain) {
      const SalePiece& before = convex.back();
      const double width = before.width + merged.width;
      merged = {width, (before.gain * before.width + merged.gain * merged.width) / width};
      convex.pop_back();
    }
    convex.push_back(merged);
  }
  SalePieces out;
  out.reserve(convex.size());
  for (const SalePiece& piece : convex) out.add(piece);
  return out;
}

// An overdrawn account raises what it needs where that gains the least.
void GainLimits::note_what_has_to_go() {
  for (std::size_t a = 0; a < problem_.accounts.size(); ++a) {
    double need = -problem_.accounts[a].cash;
    if (need <= 0) continue;
    struct Part {
      double gain;
      double width;
      std::size_t sale;
    };
    std::vector<Part> parts;
    for (std::size_t s = 0; s < sales_.size(); ++s) {
      if (sales_[s].pair / problem_.asset_count != a) continue;
      for (const SalePiece& piece : sales_[s].envelope.all()) parts.push_back({piece.gain, piece.width, s});
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part& x, const Part& y) { return x.gain < y.gain; });
    for (const Part& part : parts) {
      if (need <= 0) break;
      Sale& sale = sales_[part.sale];
      const std::size_t i = sale.pair % problem_.asset_count;
      if (sale.least == 0 && problem_.accounts[a].has_fees()) {
        need += problem_.accounts[a].opening_fee() + problem_.accounts[a].resolution;
      }
      const double brings = problem_.cash_per_sold(a, i);
      double enough = need / brings;
      if (problem_.is_coarse(i)) enough = std::ceil(enough / problem_.step[i] - kWhole) * problem_.step[i];
      const double taken = std::min(part.width, enough);
      sale.least += taken;
      need -= taken * brings;
    }
  }
}

// How much of each sale takes more off D than it costs, if gains have this price.
std::vector<double> GainLimits::sales_at(double price, const Marginals& at, bool losses_count) const {
  std::vector<double> out(sales_.size());
  struct Part {
    double cost;
    double width;
    std::size_t sale;
  };
  std::vector<Part> parts;
  const auto pieces_of = [&](std::size_t s) -> const SalePieces& {
    return losses_count ? sales_[s].envelope : sales_[s].of_gains;
  };
  for (std::size_t i = 0; i < of_asset_.size(); ++i) {
    // The gradient falls by 2/d for every unit that is sold.
    const double half = problem_.divisor[i] / 2;
    const auto cash_of = [&](std::size_t s) { return at.cash_prices[sales_[s].pair / problem_.asset_count]; };
    if (of_asset_[i].size() == 1) {
      const std::size_t s = of_asset_[i].front();
      out[s] = pieces_of(s).sold_toward(at.sold[i] + (at.gradient[i] + cash_of(s)) * half, price * half);
      continue;
    }
    parts.clear();
    for (const std::size_t s : of_asset_[i]) {
      for (const SalePiece& piece : pieces_of(s).all()) {
        parts.push_back({price * piece.gain - cash_of(s), piece.width, s});
      }
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part& x, const Part& y) { return x.cost < y.cost; });
    double all = 0;
    for (const Part& part : parts) {
      const double until = at.sold[i] + (at.gradient[i] - part.cost) * half;
      const double taken = std::clamp(until - all, 0.0, part.width);
      out[part.sale] += taken;
      all += taken;
      if (taken < part.width) break;
    }
  }
  for (std::size_t s = 0; s < out.size(); ++s) out[s] = std::max(out[s], sales_[s].least);
  return out;
}

double GainLimits::gains_of(const std::vector<double>& sales, bool losses_count) const {
  double sum = 0;
  for (std::size_t s = 0; s < sales_.size(); ++s) sum += sales_[s].pieces.gain_of(sales[s], losses_count);
  return sum;
}

// First fewer steps, then one more where the budget allows it.
std::vector<double> GainLimits::in_steps(const std::vector<double>& sales, double budget, bool losses_count,
                                         MoreOf more_of) const {
  std::vector<double> out(sales);
  std::vector<std::pair<double, std::size_t>> cut;
  for (std::size_t s = 0; s < sales_.size(); ++s) {
    const std::size_t i = sales_[s].pair % problem_.asset_count;
    if (!problem_.is_coarse(i)) continue;
    const double step = problem_.step[i];
    out[s] = std::floor(sales[s] / step + kWhole) * step;
    const double more = (sales[s] - out[s]) / step;
    const bool is_there = out[s] + step <= -problem_.lower[sales_[s].pair] + kWhole * step;
    if (!(more > kWhole && is_there)) continue;
    const double gain = sales_[s].envelope.all().back().gain * step;
    cut.emplace_back(more_of == MoreOf::kCutMost ? -more : (more_of == MoreOf::kGainsLeast ? gain : -gain), s);
  }
  std::sort(cut.begin(), cut.end());
  for (const auto& [order, s] : cut) {
    const double before = out[s];
    out[s] += problem_.step[sales_[s].pair % problem_.asset_count];
    if (gains_of(out, losses_count) > budget + kBoundRounding) out[s] = before;
  }
  return out;
}

TradingProblem GainLimits::bounded_by(const std::vector<double>& sales) const {
  TradingProblem out(problem_);
  for (std::size_t s = 0; s < sales_.size(); ++s) {
    const std::size_t pair = sales_[s].pair;
    if (sales[s] >= -problem_.lower[pair] - 1e-15) continue;
    out.lower[pair] = -sales[s];
    // What has to be sold completely and may not be is sold as far as it may.
    if (out.upper[pair] < out.lower[pair]) out.upper[pair] = out.lower[pair];
  }
  return out;
}

std::vector<TradingProblem> GainLimits::within(double budget, bool losses_count) {
  for (Sale& sale : sales_) {
    if (!losses_count && sale.of_gains.all().empty()) sale.of_gains = envelope_of(sale.pieces, false);
  }
  limits_.clear();
  for (const Sale& sale : sales_) limits_.push_back(-problem_.lower[sale.pair]);
  TradingProblem out(problem_);
  const std::size_t n = problem_.asset_count;
  for (int round = 0; round < kRounds; ++round) {
    Relaxation relaxed = relax_with_fees(out, kLimitSweeps);
    point_ = std::move(relaxed.trades);
    Marginals at{lay_tangent(problem_, point_).gradient, std::vector<double>(n), {}};
    for (const Sale& sale : sales_) at.sold[sale.pair % n] += std::max(0.0, -point_[sale.pair]);
    for (std::size_t a = 0; a < problem_.accounts.size(); ++a) {
      at.cash_prices.push_back(
          fill_knapsack(at.gradient, out.lower_of(a), out.upper_of(a), problem_.accounts[a].cash).price);
    }
    const double price = price_that_keeps(budget, kBoundRounding, [&](double tried) {
      return gains_of(sales_at(tried, at, losses_count), losses_count);
    });
    std::vector<double> next = sales_at(price, at, losses_count);
    double change = 0;
    for (std::size_t s = 0; s < next.size(); ++s) change = std::max(change, std::fabs(next[s] - limits_[s]));
    price_ = price;
    limits_ = std::move(next);
    out = bounded_by(limits_);
    if (change < kSteady) break;
  }
  std::vector<TradingProblem> ways;
  std::vector<std::vector<double>> seen;
  for (const MoreOf more_of : {MoreOf::kCutMost, MoreOf::kGainsLeast, MoreOf::kGainsMost}) {
    std::vector<double> whole = in_steps(limits_, budget, losses_count, more_of);
    if (std::find(seen.begin(), seen.end(), whole) != seen.end()) continue;
    ways.push_back(bounded_by(whole));
    seen.push_back(std::move(whole));
  }
  return ways;
}

double GainLimits::lower_bound(double budget, double cost_limit) const {
  // What is to be sold completely need not be within a budget: a plan that keeps it may sell less.
  TradingProblem wanted(problem_);
  for (const Sale& sale : sales_) wanted.upper[sale.pair] = std::max(wanted.upper[sale.pair], -sale.harvested);
  const bool charged = wanted.has_charges();
  const ChargeRange charges = charged ? charges_up_to(wanted, cost_limit) : ChargeRange{0, 0};
  if (charges.least > charges.most || !(charges.most < 0.5)) return 0;
  const double least_total = 1 - charges.most;
  const double most_total = 1 - charges.least;
  const WideProblem wide = widen_for_fees(wanted, least_total, most_total);
  const TradingProblem& problem = wide.problem;
  const std::size_t n = problem.asset_count;
  TradingProblem limited(problem);
  for (std::size_t s = 0; s < sales_.size(); ++s) {
    limited.lower[sales_[s].pair] = std::max(limited.lower[sales_[s].pair], -limits_[s] / least_total);
    limited.upper[sales_[s].pair] = std::max(limited.upper[sales_[s].pair], limited.lower[sales_[s].pair]);
  }
  Trades start(point_);
  start.resize(problem.pair_count());
  const Trades point = relax(limited, 1, 0, std::move(start), kLimitSweeps).trades;
  const Tangent tangent = lay_tangent(problem, point);

  // Items of the knapsacks: parts of sales with their gains, and what else may be traded.
  struct Item {
    double worth;  ///< of a unit, less than 0 if it lowers the sum
    double width;
  };
  std::vector<const Sale*> sale_of(problem.pair_count());
  for (const Sale& sale : sales_) sale_of[sale.pair] = &sale;
  double bound = tangent.drift - price_ * budget;
  double size = std::fabs(bound);
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
    std::vector<Item> items;
    double room = problem.accounts[a].cash;
    double product = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t pair = a * n + i;
      const double slope = tangent.gradient[i];
      bound -= slope * point[pair];
      size += std::fabs(slope * point[pair]);
      product += slope * problem.lower[pair];
      room -= problem.lower[pair];
      double width = problem.upper[pair] - problem.lower[pair];
      if (const Sale* sale = sale_of[pair]) {
        // Of a smaller total the same sale is a larger share, and its gain per unit of that smaller: of all that are
        // possible, what is gained least.
        for (const SalePiece& piece : sale->envelope.all()) {
          const double part = piece.width / least_total;
          const double gain = price_ * piece.gain * (piece.gain < 0 ? most_total : least_total);
          product += gain * part;
          const double back = std::min(part, width);
          if (slope - gain < 0) items.push_back({slope - gain, back});
          width -= back;
        }
      }
      if (slope < 0 && width > 0) items.push_back({slope, width});
    }
    std::sort(items.begin(), items.end(), [](const Item& x, const Item& y) { return x.worth < y.worth; });
    if (room < -1e-12) return 0;
    for (const Item& item : items) {
      const double amount = std::min(item.width, std::max(room, 0.0));
      product += item.worth * amount;
      room -= amount;
    }
    bound += product;
    size += std::fabs(product);
  }
  return std::max({0.0, bound - kBoundRounding * size, drift_lower_bound(wide, point, 0)});
}

}  // namespace ballast
