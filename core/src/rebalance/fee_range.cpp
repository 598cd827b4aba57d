#include "fee_range.hpp"

namespace ballast {

FeeRange fees_of_pair(const TradingProblem& problem, std::size_t pair) {
  const double low = problem.lower[pair];
  const double high = problem.upper[pair];
  const std::size_t account = pair / problem.asset_count;
  const double smallest = low > 0 ? low : std::min(high, 0.0);
  return {problem.fee_of(account, smallest), problem.fee_of(account, std::max(-low, high))};
}

FeeRange fees_of_account(const TradingProblem& problem, std::size_t account) {
  FeeRange all;
  if (!problem.accounts[account].has_fees()) return all;
  for (std::size_t pair = account * problem.asset_count; pair < (account + 1) * problem.asset_count; ++pair) {
    const FeeRange one = fees_of_pair(problem, pair);
    all.least += one.least;
    all.most += one.most;
  }
  return all;
}

FeeRange fees_up_to(const TradingProblem& problem, double limit) {
  FeeRange all;
  for (std::size_t account = 0; account < problem.accounts.size(); ++account) {
    const FeeRange one = fees_of_account(problem, account);
    all.least += one.least;
    all.most += one.most;
  }
  all.most = std::min(all.most, limit);
  return all;
}

}  // namespace ballast
