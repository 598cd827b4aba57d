#include "cost_program.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ballast/optimize/dual_bound.hpp"

namespace ballast {
namespace {

constexpr double kCostUnit = 1e-3;  // costs are small shares; the simplex method is meant for figures of order 1
// Of equal cost is what gains less that losses and reliefs make free of tax, then what moves less, and then what moves
// where more is missing: all count less than any fee.
constexpr double kUntaxedGain = 1e-4;
constexpr double kMoving = 1e-6;
constexpr double kNearness = 1e-8;
constexpr double kFelt = 1e-11;
// So far inside an edge, in minor units and as a share, that neither rounding nor what a search leaves leads out again.
constexpr double kRoomUnits = 2;
constexpr double kRoomShare = 3e-5;
// Limits that no plan comes near, for what has none of its own.
constexpr double kMostTotal = 2;
constexpr double kMostTax = 2;

}  // namespace

std::vector<WeightRange> moves_by_cost(const BandLimits& limits, const TradingProblem& problem) {
  std::vector<WeightRange> out = ranges_of_moves(limits);
  for (std::size_t pair = 0; pair < problem.pair_count(); ++pair) {
    const std::size_t i = pair % problem.asset_count;
    const bool has_to_sell = problem.accounts[pair / problem.asset_count].cash < 0 && problem.lower[pair] < 0;
    if (has_to_sell && limits.ranges[i].low <= 0) out[i].low = 0;
  }
  return out;
}

CostProgram::CostProgram(const BandLimits& limits, const TradingProblem& problem, const TaxedSales& taxed,
                         const std::vector<WeightRange>& moves, Purpose purpose)
    : limits_(limits), problem_(problem), taxed_(taxed), moves_(moves), purpose_(purpose), watched_(limits.outside) {
  bool exact = !problem.has_charges();
  double most = 1e-12;
  for (std::size_t i = 0; i < problem.asset_count; ++i) {
    excess_.push_back((problem.value[i] - limits.targets[i]) / problem.divisor[i]);
    most = std::max(most, std::fabs(excess_.back()));
    exact = exact && problem.is_coarse(i);
  }
  for (double& excess : excess_) excess /= most;
  if (!exact && !is_bound()) room_ = std::max(kRoomUnits * problem.largest_resolution(), kRoomShare);
}

std::optional<CheapTrades> CostProgram::solve(const std::vector<TradeTerms>& sells,
                                              const std::vector<TradeTerms>& buys) {
  for (;;) {
    std::optional<CheapTrades> found = solve_watched(sells, buys);
    if (!found || !watch_more(found->trades)) return found;
  }
}

bool CostProgram::watch_more(const Trades& trades) {
  double total = 1;
  std::vector<double> values = problem_.value;
  for (const Variable& variable : variables_) {
    // Once for each pair and side: a sale may be in parts.
    const double x = trades[variable.pair];
    if (x * variable.side <= 0 || (variable.part != nullptr && !variable.first)) continue;
    total -= variable.price * std::fabs(x);
    values[variable.pair % problem_.asset_count] += x;
  }
  bool any = false;
  for (std::size_t i = 0; i < problem_.asset_count; ++i) {
    if (watched_[i]) continue;
    const WeightRange& range = limits_.ranges[i];
    const bool has_band = range.low > 0 || range.high < 1;
    const double low = has_band ? range.low * total + room_ : moves_[i].low - kFelt;
    const double high = has_band ? range.high * total - room_ : moves_[i].high + kFelt;
    watched_[i] = values[i] < low || values[i] > high;
    any = any || watched_[i];
  }
  return any;
}

std::optional<CheapTrades> CostProgram::solve_watched(const std::vector<TradeTerms>& sells,
                                                      const std::vector<TradeTerms>& buys) {
  program_ = LinearProgram();
  variables_.clear();
  for (std::size_t pair = 0; pair < problem_.pair_count(); ++pair) add_trades(pair, sells[pair], buys[pair]);
  double highest_rate = 0;
  for (const TaxLadder& ladder : taxed_.ladders) {
    highest_rate = std::max(highest_rate, ladder.highest_rate);
  }
  add_variable(0, kMostTotal, 0);                             // T
  add_variable(0, is_bound() ? 1.0 : 0.0, 1 - highest_rate);  // e
  for (const TaxLadder& ladder : taxed_.ladders) {
    for (const double drop : ladder.drops) add_variable(0, kMostTax, drop);
  }
  const std::size_t lent = program_.cost.size();  // then s_a
  for (std::size_t a = 0; a < problem_.accounts.size(); ++a) {
    if (problem_.shared.of(a) == TradingProblem::SharedCash::Kind::kToAny) add_variable(0, problem_.shared.amount, 0);
  }
  const std::size_t count = program_.cost.size();

  std::vector<double> whole(count);
  for (std::size_t v = 0; v < variables_.size(); ++v) whole[v] = variables_[v].price;
  whole[total()] = whole[beyond()] = 1;
  add_row(whole, 1, 1);
  keep_cash_covered(lent);
  for (std::size_t i = 0; i < problem_.asset_count; ++i) {
    if (!watched_[i]) continue;
    bound_moves(i);
    keep(value_of(i), limits_.ranges[i]);
  }
  const Sum cash = cash_of_all();
  keep(cash, moves_.back());
  for (const ClassRange& range : limits_.classes) {
    Sum sum{std::vector<double>(count), 0};
    for (std::size_t m = 0; m < range.at.size(); ++m) {
      const Sum part = range.at[m] == problem_.asset_count ? cash : value_of(range.at[m]);
      for (std::size_t v = 0; v < count; ++v) sum.coefficients[v] += range.shares[m] * part.coefficients[v];
      sum.fixed += range.shares[m] * part.fixed;
    }
    keep(sum, range.range);
  }
  add_taxes();

  const auto rows = static_cast<double>(program_.rows.size());
  work_ += rows * rows * static_cast<double>(count);
  LinearSolution solution = ballast::solve(program_);
  if (solution.status != LinearSolution::Status::kOptimal) return std::nullopt;
  row_prices_ = std::move(solution.row_prices);
  CheapTrades out{Trades(problem_.pair_count()), 0};
  for (std::size_t v = 0; v < variables_.size(); ++v) {
    if (solution.x[v] < kFelt) continue;
    out.trades[variables_[v].pair] += variables_[v].side * solution.x[v];
    out.cost += variables_[v].price * solution.x[v];
  }
  std::size_t at = beyond() + 1;
  for (const TaxLadder& ladder : taxed_.ladders) {
    for (const double drop : ladder.drops) out.cost += drop * solution.x[at++];
  }
  return out;
}

double CostProgram::lower_bound() const { return kCostUnit * dual_bound(program_, row_prices_); }

void CostProgram::add_trades(std::size_t pair, const TradeTerms& sell, const TradeTerms& buy) {
  double least = sell.least;
  double most = sell.most;
  const bool taxed = !taxed_.parts.empty() && !taxed_.parts[pair].empty();
  if (!taxed && most > 0) add_trade({pair, -1, sell.price, nullptr}, least, most);
  for (std::size_t k = 0; taxed && k < taxed_.parts[pair].size() && most > 0; ++k) {
    const SalePart& part = taxed_.parts[pair][k];
    const double width = std::min(part.width, most);
    add_trade({pair, -1, sell.price, &part, k == 0}, std::min(width, least), width);
    least = std::max(0.0, least - width);
    most -= width;
  }
  if (buy.most > 0) add_trade({pair, 1, buy.price, nullptr}, buy.least, buy.most);
}

void CostProgram::add_trade(const Variable& variable, double least, double most) {
  variables_.push_back(variable);
  const double nearness = variable.side * excess_[variable.pair % problem_.asset_count];
  const double gain = variable.part == nullptr ? 0 : std::max(0.0, variable.part->tax);
  const double trifle = is_bound() ? 0 : kUntaxedGain * gain + kMoving + kNearness * nearness;
  add_variable(least, most, variable.price + trifle);
}

void CostProgram::add_variable(double least, double most, double cost) {
  program_.lower.push_back(least);
  program_.upper.push_back(most);
  program_.cost.push_back(cost / kCostUnit);
}

// Of every account, and of what accounts share; `lent` is the first s_a.
void CostProgram::keep_cash_covered(std::size_t lent) {
  using Kind = TradingProblem::SharedCash::Kind;
  std::vector<double> shared(program_.cost.size());
  double there = problem_.shared.amount;
  for (std::size_t a = 0; a < problem_.accounts.size(); ++a) {
    std::vector<double> own(program_.cost.size());
    const Kind kind = problem_.shared.of(a);
    for (std::size_t v = 0; v < variables_.size(); ++v) {
      if (variables_[v].pair / problem_.asset_count != a) continue;
      own[v] = cash_per_unit(variables_[v]);
      if (kind == Kind::kFromAny || kind == Kind::kPooled) shared[v] = own[v];
    }
    if (kind == Kind::kFromAny || kind == Kind::kPooled) there += problem_.accounts[a].cash;
    if (kind == Kind::kToAny) {
      own[lent] = 1;
      shared[lent++] = -1;
    }
    if (kind != Kind::kPooled) add_row(own, -problem_.accounts[a].cash, kNoLimit);
  }
  if (problem_.shared.is_open()) add_row(shared, -there, kNoLimit);
}

// U_k is at least what counts in it; nothing wants it to be more.
void CostProgram::add_taxes() {
  std::size_t at = beyond() + 1;
  for (std::size_t r = 0; r < taxed_.ladders.size(); ++r) {
    for (std::size_t k = 0; k < taxed_.ladders[r].drops.size(); ++k) {
      std::vector<double> row(program_.cost.size());
      for (std::size_t v = 0; v < variables_.size(); ++v) {
        const bool here = variables_[v].part != nullptr && taxed_.rules[variables_[v].pair / problem_.asset_count] == r;
        if (here) row[v] = -variables_[v].part->counts[k];
      }
      row[at++] = 1;
      add_row(row, -taxed_.ladders[r].relief, kNoLimit);
    }
  }
}

CostProgram::Sum CostProgram::value_of(std::size_t asset) const {
  Sum out{std::vector<double>(program_.cost.size()), problem_.value[asset]};
  for (std::size_t v = 0; v < variables_.size(); ++v) {
    if (variables_[v].pair % problem_.asset_count == asset) out.coefficients[v] = variables_[v].side;
  }
  return out;
}

CostProgram::Sum CostProgram::cash_of_all() const {
  Sum out{std::vector<double>(program_.cost.size()), problem_.cash};
  for (std::size_t v = 0; v < variables_.size(); ++v) out.coefficients[v] = cash_per_unit(variables_[v]);
  out.coefficients[beyond()] = -1;
  return out;
}

// What has no band is led by its target, whatever the trades cost.
void CostProgram::bound_moves(std::size_t asset) {
  const bool has_band = limits_.ranges[asset].low > 0 || limits_.ranges[asset].high < 1;
  if (has_band || (moves_[asset].low <= 0 && moves_[asset].high >= 1)) return;
  Sum value = value_of(asset);
  if (is_bound()) {
    add_row(value.coefficients, -kNoLimit, moves_[asset].high - value.fixed);
    // A share of what is left, for all plans together.
    value.coefficients[total()] = -moves_[asset].low;
    return add_row(value.coefficients, -value.fixed, kNoLimit);
  }
  add_row(value.coefficients, moves_[asset].low - value.fixed, moves_[asset].high - value.fixed);
}

// low T <= sum <= high T
void CostProgram::keep(const Sum& sum, const WeightRange& range) {
  const double room = std::min(room_, std::max(0.0, range.high - range.low) / 4);
  std::vector<double> row = sum.coefficients;
  if (range.low > 0) {
    row[total()] = -range.low;
    add_row(row, room - sum.fixed, kNoLimit);
  }
  if (range.high < 1) {
    row[total()] = -range.high;
    add_row(row, -kNoLimit, -room - sum.fixed);
  }
}

void CostProgram::add_row(const std::vector<double>& coefficients, double least, double most) {
  LinearRow row;
  row.least = least;
  row.most = most;
  for (std::size_t v = 0; v < coefficients.size(); ++v) {
    if (coefficients[v] == 0) continue;
    row.at.push_back(v);
    row.coefficients.push_back(coefficients[v]);
  }
  if (row.at.empty()) return;
  program_.rows.push_back(std::move(row));
}

}  // namespace ballast
