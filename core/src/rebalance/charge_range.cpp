#include "charge_range.hpp"

#include <limits>

namespace ballast {
namespace {

// Fees and rounding apart: a limit of fees says nothing of rounding.
struct Parts {
  ChargeRange fees;
  ChargeRange rounding;

  void add(const Parts& other) {
    fees.least += other.fees.least;
    fees.most += other.fees.most;
    rounding.least += other.rounding.least;
    rounding.most += other.rounding.most;
  }
  [[nodiscard]] ChargeRange sum() const { return {fees.least + rounding.least, fees.most + rounding.most}; }
};

Parts parts_of_pair(const TradingProblem& problem, std::size_t pair) {
  const std::size_t i = pair % problem.asset_count;
  const double low = problem.lower[pair];
  const double high = problem.upper[pair];
  if (low == 0 && high == 0) return {};
  const double smallest = low > 0 ? low : std::min(high, 0.0);
  const double largest = high > -low ? high : low;
  const auto fee = [&](double x) { return problem.fee_of(pair / problem.asset_count, problem.settled_value(i, x)); };
  Parts out{{fee(smallest), fee(largest)}, {}};
  if (!problem.is_uneven(i)) return out;
  if (high - low < problem.step[i] / 2) {
    const double rounding = problem.settled_value(i, low) - low;
    out.rounding = {rounding, rounding};
  } else {
    out.rounding = {-problem.resolution / 2, problem.resolution / 2};
  }
  return out;
}

Parts parts_of_account(const TradingProblem& problem, std::size_t account) {
  Parts all;
  for (std::size_t i = 0; i < problem.asset_count; ++i) {
    if (!problem.accounts[account].has_fees() && !problem.is_uneven(i)) continue;
    all.add(parts_of_pair(problem, account * problem.asset_count + i));
  }
  return all;
}

}  // namespace

ChargeRange charges_of_pair(const TradingProblem& problem, std::size_t pair) {
  return parts_of_pair(problem, pair).sum();
}

ChargeRange charges_of_account(const TradingProblem& problem, std::size_t account) {
  return parts_of_account(problem, account).sum();
}

ChargeRange charges_up_to(const TradingProblem& problem, double fee_limit) {
  Parts all;
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) all.add(parts_of_account(problem, a));
  if (all.fees.least > fee_limit) return {std::numeric_limits<double>::infinity(), 0};
  all.fees.most = std::min(all.fees.most, fee_limit);
  return all.sum();
}

}  // namespace ballast
