#include "shared_cash.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "whole_steps.hpp"

namespace ballast {
namespace {

using Shared = TradingProblem::SharedCash::Kind;

constexpr std::size_t kPairsForHeirs = 600;
constexpr std::size_t kHeirs = 8;  // accounts that are tried
constexpr int kHeirRounds = 2;
constexpr double kWorthSharing = 1e-13;  // of drift

std::vector<std::size_t> accounts_that_buy(const TradingProblem& problem) {
  std::vector<std::size_t> out;
  for (std::size_t a = 0; a < problem.accounts.size() && out.size() < kHeirs; ++a) {
    const auto upper = problem.upper_of(a);
    const bool buys = std::any_of(upper.begin(), upper.end(), [](double most) { return most > 0; });
    if (buys && problem.shared.of(a) != Shared::kNone) out.push_back(a);
  }
  return out;
}

}  // namespace

double cash_used(const TradingProblem& problem, std::size_t account, const Trades& trades) {
  double use = 0;
  for (std::size_t i = 0; i < problem.asset_count; ++i) {
    const std::size_t pair = account * problem.asset_count + i;
    if (trades[pair] != 0) use += trades[pair] + problem.charge_of(pair, trades[pair]);
  }
  return use;
}

TradingProblem hand_out(const TradingProblem& problem, const Trades& trades, std::optional<std::size_t> heir) {
  TradingProblem out(problem);
  out.shared = {};
  if (!problem.shared.is_open()) return out;
  std::vector<double> left;
  std::vector<std::size_t> heirs;  // members, in the order in which they inherit
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
    const double use = cash_used(problem, a, trades);
    double& cash = out.accounts[a].cash;
    left.push_back(cash - use);
    const Shared kind = problem.shared.of(a);
    if (kind == Shared::kNone) continue;
    if (kind == Shared::kPooled) cash = use;
    if (kind == Shared::kToAny) cash = std::max(cash, use);
    if (kind == Shared::kFromAny) cash = std::min(cash, use);
    heirs.push_back(a);
  }
  if (heirs.empty()) return out;
  const auto comes_first = [&](std::size_t a, std::size_t b) {
    if (heir && (a == *heir || b == *heir)) return a == *heir && b != *heir;
    return left[a] < left[b];
  };
  std::stable_sort(heirs.begin(), heirs.end(), comes_first);
  double rest = problem.shared.rest(left);
  for (const std::size_t a : heirs) {
    const bool is_bounded = problem.shared.kind == Shared::kFromAny && rest > 0;
    const double share = is_bounded ? std::min(rest, std::max(left[a], 0.0)) : rest;
    out.accounts[a].cash += share;
    rest -= share;
  }
  return out;
}

Trades round_sharing_cash(const TradingProblem& problem, const Trades& continuous) {
  Trades best = round_to_whole_steps(hand_out(problem, continuous), continuous);
  if (problem.pair_count() > kPairsForHeirs) return best;
  const std::vector<std::size_t> heirs = accounts_that_buy(problem);
  Evaluation value = evaluate(problem, best);
  for (int round = 0; round < kHeirRounds; ++round) {
    bool improved = false;
    for (const std::size_t heir : heirs) {
      Trades tried = round_to_whole_steps(hand_out(problem, best, heir), best);
      const Evaluation there = evaluate(problem, tried);
      const bool mends = is_overdrawn(value) && !is_overdrawn(there);
      const bool gains = is_overdrawn(value) == is_overdrawn(there) && there.drift < value.drift - kWorthSharing;
      if (!mends && !gains) continue;
      best = std::move(tried);
      value = there;
      improved = true;
    }
    if (!improved) break;
  }
  return best;
}

}  // namespace ballast
