#include "plan_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "charge_range.hpp"
#include "drift_lower_bound.hpp"
#include "drop_useless.hpp"
#include "relaxation.hpp"
#include "thin_out.hpp"
#include "whole_steps.hpp"

namespace ballast {
namespace {

constexpr double kClosed = 1e-12;                // of drift: a branch that can gain no more is cut
constexpr double kSameDrift = 1e-13;             // plans this close are told apart by their number of trades
constexpr int kRootSweeps = 60;                  // of the root
constexpr int kNodeSweeps = 15;                  // of a node, whose bound holds however near its optimum the trades are
constexpr std::size_t kWorkPerSearch = 100'000;  // pair visits: some 10 ms at most
constexpr std::size_t kPairsPerNode = 8;         // as much work is what a node takes however few pairs there are
constexpr std::size_t kMoreWork = 5;             // times as much where what is still open can be felt
constexpr double kFelt = 1e-4;                   // of drift: a point of a target of 100 %, a tenth of one at 1 %
constexpr std::size_t kPairsForTree = 3'000;
constexpr int kCostLimits = 4;  // each at least twice what the plan found under the one before it pays

struct Candidate {
  Trades trades;
  Evaluation value;
};

bool is_better(const Evaluation& a, const Evaluation& b) {
  if (is_overdrawn(a) != is_overdrawn(b)) return is_overdrawn(b);
  if (std::fabs(a.drift - b.drift) > kSameDrift) return a.drift < b.drift;
  return a.trades < b.trades;
}

constexpr std::size_t kPairsForSlices = 500;
constexpr int kSlices = 8;
constexpr double kWorthSlicing = 0.8;  // of the drift to beat: below it slices would not close the node either

double sliced_bound(const TradingProblem& problem, const Relaxation& at, ChargeRange charges, int slices, int sweeps) {
  double bound = std::numeric_limits<double>::infinity();
  Trades start(at.trades);
  const double width = (charges.most - charges.least) / slices;
  for (int slice = 0; slice < slices; ++slice) {
    const double least = charges.least + width * slice;
    const WideProblem wide = widen_for_fees(problem, 1 - (least + width), 1 - least);
    start.resize(wide.problem.pair_count());
    Relaxation relaxed = relax(wide.problem, 1, 0, std::move(start), sweeps);
    bound = std::min(bound, drift_lower_bound(wide, relaxed.trades, relaxed.cash_price));
    start = std::move(relaxed.trades);
  }
  return bound;
}

void thin_out(const TradingProblem& problem, Trades& trades) {
  if (problem.accounts.size() == 1) return;
  net_opposite_trades(problem, trades);
  gather_buys(problem, trades);
}

// A bound that holds for all plans whose charges are in the range. They shrink the total; the range that they leave it
// is cut into slices, in each of which the problem is widened only a little, and the best slice counts. Slices are only
// taken where they may decide something: where the bound without them is near the drift to beat.
double proven_bound(const TradingProblem& problem, const Relaxation& at, ChargeRange charges, double to_beat,
                    int sweeps) {
  if (!problem.has_charges()) return drift_lower_bound(widen_for_fees(problem, 1, 1), at.trades, at.cash_price);
  if (charges.least > charges.most) return std::numeric_limits<double>::infinity();
  if (!(charges.most < 0.5)) return 0;
  const double whole = sliced_bound(problem, at, charges, 1, sweeps);
  if (whole >= to_beat || problem.pair_count() > kPairsForSlices) return whole;
  if (to_beat > 1e-4 && whole < kWorthSlicing * to_beat) return whole;
  return std::max(whole, sliced_bound(problem, at, charges, kSlices, sweeps));
}

struct Split {
  std::size_t pair;
  double below;  ///< the largest trade allowed on the lower side
  double above;  ///< the smallest on the upper side
};

// The trade that breaks its step or the minimum by the most drift, and the two sides that keep them.
std::optional<Split> split_broken_step(const TradingProblem& problem, const Trades& trades) {
  std::optional<Split> out;
  double worst = 1e-9;
  for (std::size_t pair = 0; pair < trades.size(); ++pair) {
    const double x = trades[pair];
    if (x == 0) continue;
    const std::size_t i = pair % problem.asset_count;
    const double resolution = problem.accounts[pair / problem.asset_count].resolution;
    const bool coarse = problem.is_coarse(i);
    const double step = coarse ? problem.step[i] : 0;
    double least = problem.least_trade(pair, x);
    if (coarse) least = std::max(1.0, std::ceil(least / step - 1e-9)) * step;
    const double size = std::fabs(x);
    double inner = 0;  // the two neighbours in magnitude
    double outer = least;
    if (size >= least - 1e-9 * std::max(step, resolution)) {
      if (!coarse) continue;
      inner = std::floor(size / step + 1e-9) * step;
      outer = inner + step;
    }
    const double off = std::min(size - inner, outer - size);
    if (off <= 1e-7 * std::max(step, resolution)) continue;
    const double weight = off / std::sqrt(problem.divisor[i]);
    if (weight <= worst) continue;
    worst = weight;
    out = x > 0 ? Split{pair, inner, outer} : Split{pair, -outer, -inner};
  }
  return out;
}

// Where all steps are whole what is left open are the fees: the trade whose fee is the least certain, cut on either
// side of what it is now.
std::optional<Split> split_open_charge(const TradingProblem& problem, const Trades& trades) {
  std::optional<Split> out;
  double widest = 1e-12;
  for (std::size_t pair = 0; pair < trades.size(); ++pair) {
    const std::size_t i = pair % problem.asset_count;
    if (!problem.is_coarse(i)) continue;
    const ChargeRange charges = charges_of_pair(problem, pair);
    if (charges.most - charges.least <= widest) continue;
    const double step = problem.step[i];
    const double x = std::round(trades[pair] / step) * step;
    const double above = x + step <= problem.upper[pair] + 0.5 * step ? x + step : x;
    if (above - step < problem.lower[pair] - 0.5 * step) continue;
    widest = charges.most - charges.least;
    out = Split{pair, above - step, above};
  }
  return out;
}

// With the least charges that any plan pays, whatever it trades: what needs more cash than that holds no plan.
TradingProblem favoured(const TradingProblem& problem) {
  TradingProblem out(problem);
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
    out.accounts[a] = {};
    out.accounts[a].resolution = problem.accounts[a].resolution;
    out.accounts[a].cash = problem.accounts[a].cash - charges_of_account(problem, a).least;
  }
  out.margin.clear();
  out.buy_units.clear();
  out.sell_units.clear();
  return out;
}

class Tree {
 public:
  Tree(const TradingProblem& root, Candidate incumbent, double root_bound, double cost_limit)
      : root_(root),
        problem_(root),
        best_(std::move(incumbent)),
        open_{{root.lower, root.upper, root_bound}},
        cost_limit_(cost_limit) {}

  void grow(std::size_t limit) {
    while (!open_.empty() && nodes_ < limit) {
      Node node = std::move(open_.back());
      open_.pop_back();
      if (is_closed(node.bound)) continue;
      ++nodes_;
      visit(std::move(node));
    }
  }

  [[nodiscard]] double lower_bound() const {
    double bound = to_beat();
    for (const Node& node : open_) bound = std::min(bound, node.bound);
    // What was cut could have gained less than kClosed, and no bound is claimed beyond that.
    return std::max(0.0, std::min(bound, cut_));
  }
  [[nodiscard]] double gap() const { return to_beat() - lower_bound(); }
  [[nodiscard]] std::size_t nodes() const { return nodes_; }
  [[nodiscard]] Candidate take() { return std::move(best_); }

 private:
  struct Node {
    std::vector<double> lower;
    std::vector<double> upper;
    double bound;
  };

  // An overdrawn plan is none.
  [[nodiscard]] double to_beat() const {
    return is_overdrawn(best_.value) ? std::numeric_limits<double>::infinity() : best_.value.drift;
  }

  [[nodiscard]] bool is_closed(double bound) {
    if (bound < to_beat() - kClosed) return false;
    cut_ = std::min(cut_, bound);
    return true;
  }

  void offer(Trades trades) {
    drop_useless_trades(root_, trades);
    const Evaluation value = evaluate(root_, trades);
    if (is_better(value, best_.value)) best_ = {std::move(trades), value};
  }

  void visit(Node node) {
    problem_.lower = std::move(node.lower);
    problem_.upper = std::move(node.upper);
    Relaxation relaxed = relax_with_fees(problem_, kNodeSweeps);
    if (!relaxed.feasible && problem_.has_charges()) relaxed = relax_with_fees(favoured(problem_), kNodeSweeps);
    if (!relaxed.feasible) return;
    const ChargeRange charges = charges_up_to(problem_, cost_limit_);
    const double bound = std::max(node.bound, proven_bound(problem_, relaxed, charges, to_beat(), kNodeSweeps));
    if (is_closed(bound)) return;
    Trades thinned(relaxed.trades);
    thin_out(problem_, thinned);
    offer(round_to_whole_steps(problem_, thinned));
    std::optional<Split> split = split_broken_step(problem_, relaxed.trades);
    if (!split && problem_.has_charges()) split = split_open_charge(problem_, relaxed.trades);
    if (!split) {
      // Nothing to divide: this node's optimum is a plan.
      cut_ = std::min(cut_, bound);
      return;
    }
    std::array<Node, 2> sides = {Node{problem_.lower, problem_.upper, bound},
                                 Node{std::move(problem_.lower), std::move(problem_.upper), bound}};
    sides[0].upper[split->pair] = split->below;
    sides[1].lower[split->pair] = split->above;
    // The nearer side is opened last and so looked at first.
    const double x = relaxed.trades[split->pair];
    if (x - split->below < split->above - x) std::swap(sides[0], sides[1]);
    for (Node& side : sides) open(std::move(side), split->pair);
  }

  // A side that begins beyond the trade's bounds holds no plan.
  void open(Node node, std::size_t pair) {
    // Bounds and steps are products of doubles: the same whole number of steps may differ in its last place.
    const double noise = 1e-9 * problem_.step[pair % problem_.asset_count] + 1e-15;
    if (node.lower[pair] > node.upper[pair] + noise) return;
    node.upper[pair] = std::max(node.upper[pair], node.lower[pair]);
    open_.push_back(std::move(node));
  }

  const TradingProblem& root_;
  TradingProblem problem_;  // the root with the bounds of the node that is looked at
  Candidate best_;
  std::vector<Node> open_;
  double cost_limit_;
  double cut_ = std::numeric_limits<double>::infinity();
  std::size_t nodes_ = 0;
};

// Twice what a plan or the continuous optimum pays. Fees are whole minor units: half of one more keeps what pays just
// the limit within it.
double choose_cost_limit(const TradingProblem& problem, const Trades& continuous, double costs) {
  if (!problem.has_costs()) return 0;
  double unrounded = 0;
  for (std::size_t pair = 0; pair < continuous.size(); ++pair) {
    unrounded += problem.unrounded_cost_of(pair, continuous[pair]);
  }
  return 2 * std::max(unrounded, costs) + problem.largest_resolution() / 2;
}

std::size_t node_limit(const TradingProblem& problem) {
  const std::size_t sweeps = problem.accounts.size() == 1 ? 8 : 40;
  return kWorkPerSearch / ((problem.pair_count() + kPairsPerNode) * sweeps * (problem.has_charges() ? 4 : 1));
}

}  // namespace

SearchResult search_plan(const TradingProblem& problem, double costs) {
  Relaxation root = relax_with_fees(problem, kRootSweeps);
  thin_out(problem, root.trades);
  Candidate best{round_to_whole_steps(problem, root.trades), {}};
  drop_useless_trades(problem, best.trades);
  best.value = evaluate(problem, best.trades);

  SearchResult out;
  const std::size_t pairs = problem.pair_count();
  for (int round = 0; round < kCostLimits; ++round) {
    out.cost_limit = choose_cost_limit(problem, root.trades, std::max(costs, best.value.costs));
    const double limit = out.cost_limit;
    out.lower_bound = proven_bound(problem, root, charges_up_to(problem, limit), best.value.drift, kRootSweeps);
    const bool closed = !is_overdrawn(best.value) && best.value.drift - out.lower_bound <= kClosed;
    if (closed || pairs > kPairsForTree || pairs == 0) break;
    Tree tree(problem, best, out.lower_bound, limit);
    tree.grow(node_limit(problem));
    if (tree.gap() > kFelt) tree.grow(kMoreWork * node_limit(problem));
    out.lower_bound = std::max(out.lower_bound, tree.lower_bound());
    out.nodes += tree.nodes();
    best = tree.take();
    // A better plan may cost more, and then the proof must reach further.
    if (choose_cost_limit(problem, root.trades, std::max(costs, best.value.costs)) <= limit) break;
  }
  out.trades = std::move(best.trades);
  return out;
}

}  // namespace ballast
