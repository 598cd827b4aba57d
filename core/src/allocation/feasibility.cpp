#include "feasibility.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "ballast/optimize/linear_program.hpp"

namespace ballast {
namespace {

constexpr double kElsewhere = 1e-9;  // ten times what a linear program may leave

// Positions with the same coefficients everywhere, as one variable.
struct Groups {
  std::vector<std::vector<std::size_t>> members;
  std::vector<std::size_t> of;  ///< group of each position
};

Groups group_positions(const RuleSystem& system, const RuleSubset& subset, bool with_cap) {
  std::vector<std::vector<double>> signature(system.position_count);
  for (std::size_t i = 0; i < system.position_count; ++i) {
    const bool is_cash = i + 1 == system.position_count;
    signature[i] = {system.upper[i], with_cap && is_cash ? 1.0 : 0.0};
  }
  double row_number = 0;
  for (const std::size_t r : subset) {
    if (r == system.rules.size()) continue;
    for (const LinearRow& row : system.rules[r].rows) {
      for (std::size_t k = 0; k < row.at.size(); ++k) {
        signature[row.at[k]].push_back(row_number);
        signature[row.at[k]].push_back(row.coefficients[k]);
      }
      ++row_number;
    }
  }
  Groups out;
  out.of.resize(system.position_count);
  std::map<std::vector<double>, std::size_t> known;
  for (std::size_t i = 0; i < system.position_count; ++i) {
    const auto [at, is_new] = known.emplace(std::move(signature[i]), out.members.size());
    if (is_new) out.members.emplace_back();
    out.members[at->second].push_back(i);
    out.of[i] = at->second;
  }
  return out;
}

// The row of a rule over groups.
LinearRow grouped(const LinearRow& row, const Groups& groups) {
  std::vector<std::pair<std::size_t, double>> terms;
  terms.reserve(row.at.size());
  for (std::size_t k = 0; k < row.at.size(); ++k) terms.emplace_back(groups.of[row.at[k]], row.coefficients[k]);
  std::sort(terms.begin(), terms.end());
  LinearRow out;
  out.least = row.least;
  out.most = row.most;
  for (const auto& [group, coefficient] : terms) {
    if (!out.at.empty() && out.at.back() == group) continue;  // all members have the same
    out.at.push_back(group);
    out.coefficients.push_back(coefficient);
  }
  return out;
}

struct GroupedProgram {
  Groups groups;
  LinearProgram program;
  std::vector<std::size_t> rule_of_row;  ///< as in RuleSubset; the whole's row has none and stands first

  GroupedProgram(const RuleSystem& system, const RuleSubset& subset, bool with_cap)
      : groups(group_positions(system, subset, with_cap)) {
    const std::size_t count = groups.members.size();
    program.cost.assign(count, 0.0);
    program.lower.assign(count, 0.0);
    LinearRow whole;
    whole.least = whole.most = 1;
    for (std::size_t g = 0; g < count; ++g) {
      program.upper.push_back(system.upper[groups.members[g].front()]);  // 1 for many is what the whole allows anyway
      whole.at.push_back(g);
      whole.coefficients.push_back(1);
    }
    program.rows.push_back(std::move(whole));
    for (const std::size_t r : subset) {
      if (r == system.rules.size()) continue;
      for (const LinearRow& row : system.rules[r].rows) {
        program.rows.push_back(grouped(row, groups));
        rule_of_row.push_back(r);
      }
    }
  }

  /// The cap as limits of the groups: what cannot be bent.
  void limit_by_cap(const RuleSystem& system) {
    if (!system.cap) return;
    for (std::size_t g = 0; g < groups.members.size(); ++g) {
      const std::vector<std::size_t>& members = groups.members[g];
      if (members.front() + 1 == system.position_count) continue;
      program.upper[g] = std::min(program.upper[g], *system.cap * static_cast<double>(members.size()));
    }
  }

  std::size_t add_variable(double cost) {
    program.cost.push_back(cost);
    program.lower.push_back(0);
    program.upper.push_back(kNoLimit);
    return program.cost.size() - 1;
  }
};

bool contains(const RuleSubset& subset, std::size_t rule) {
  return std::find(subset.begin(), subset.end(), rule) != subset.end();
}

// Whether a subset can be kept; if not, `involved` becomes the part of it that the proof uses.
bool can_be_kept(const RuleSystem& system, const RuleSubset& subset, RuleSubset& involved) {
  const bool capped = system.cap && contains(subset, system.rules.size());
  GroupedProgram grouped(system, subset, capped);
  if (capped) grouped.limit_by_cap(system);
  const LinearSolution solution = solve(grouped.program);
  if (solution.status == LinearSolution::Status::kOptimal) return true;
  involved.clear();
  if (solution.status == LinearSolution::Status::kLimit) {
    involved = subset;
    return false;
  }
  for (const std::size_t row : solution.conflict) {
    if (row > 0 && !contains(involved, grouped.rule_of_row[row - 1])) involved.push_back(grouped.rule_of_row[row - 1]);
  }
  if (capped) involved.push_back(system.rules.size());
  return false;
}

}  // namespace

RuleSubset find_conflict(const RuleSystem& system) {
  RuleSubset all;
  for (std::size_t r = 0; r < system.rules.size() + (system.cap ? 1U : 0U); ++r) all.push_back(r);
  RuleSubset kept;
  if (can_be_kept(system, all, kept)) return {};
  // Leaving out the later ones first keeps what was said first.
  for (std::size_t next = kept.size(); next-- > 0;) {
    RuleSubset without = kept;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(next));
    RuleSubset involved;
    if (can_be_kept(system, without, involved)) continue;
    // What the proof does not use is gone at once; of what it does, those after `next` are known to be needed.
    const std::size_t before =
        static_cast<std::size_t>(std::count_if(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(next),
                                               [&](std::size_t rule) { return contains(involved, rule); }));
    kept = std::move(involved);
    next = before;
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

ForcedWeights find_forced(const RuleSystem& system) {
  RuleSubset all;
  for (std::size_t r = 0; r < system.rules.size(); ++r) all.push_back(r);
  GroupedProgram grouped(system, all, system.cap.has_value());
  if (system.cap) grouped.limit_by_cap(system);
  const std::size_t count = grouped.groups.members.size();
  // What the members of a group can have in all; each of them can have its part of it.
  const auto stuck = [&](double cost, const auto& is_elsewhere) {
    std::vector<bool> unseen(count, true);
    for (bool any = true; any;) {
      any = false;
      for (std::size_t g = 0; g < count; ++g) grouped.program.cost[g] = unseen[g] ? cost : 0.0;
      const LinearSolution solution = solve(grouped.program);
      if (solution.status != LinearSolution::Status::kOptimal) return std::vector<bool>(count);
      for (std::size_t g = 0; g < count; ++g) {
        if (!unseen[g] || !is_elsewhere(g, solution.x[g])) continue;
        unseen[g] = false;
        any = true;
      }
    }
    return unseen;
  };
  const std::vector<bool> zero = stuck(-1.0, [](std::size_t, double weight) { return weight > kElsewhere; });
  const std::vector<bool> full = stuck(1.0, [&](std::size_t g, double weight) {
    return weight < grouped.program.upper[g] - kElsewhere || grouped.program.upper[g] == 0;
  });
  ForcedWeights out{std::vector<bool>(system.position_count), std::vector<bool>(system.position_count)};
  for (std::size_t i = 0; i < system.position_count; ++i) {
    out.at_zero[i] = zero[grouped.groups.of[i]];
    out.at_cap[i] = system.cap && i + 1 < system.position_count && full[grouped.groups.of[i]];
  }
  return out;
}

Bending bend_least(const RuleSystem& system, const std::vector<double>& cost, double cap_cost) {
  RuleSubset all;
  for (std::size_t r = 0; r < system.rules.size(); ++r) all.push_back(r);
  GroupedProgram grouped(system, all, system.cap.has_value());
  for (std::size_t j = 1; j < grouped.program.rows.size(); ++j) {
    const double price = cost[grouped.rule_of_row[j - 1]];
    if (std::isinf(price)) continue;
    for (const double direction : {1.0, -1.0}) {
      if (std::isinf(direction > 0 ? grouped.program.rows[j].least : grouped.program.rows[j].most)) continue;
      const std::size_t variable = grouped.add_variable(price);
      grouped.program.rows[j].at.push_back(variable);
      grouped.program.rows[j].coefficients.push_back(direction);
    }
  }
  if (system.cap && std::isinf(cap_cost)) {
    grouped.limit_by_cap(system);
  } else if (system.cap) {
    const std::size_t above = grouped.add_variable(cap_cost);
    for (std::size_t g = 0; g < grouped.groups.members.size(); ++g) {
      const std::vector<std::size_t>& members = grouped.groups.members[g];
      if (members.front() + 1 == system.position_count) continue;
      const auto count = static_cast<double>(members.size());
      grouped.program.rows.push_back({{g, above}, {1.0, -count}, -kNoLimit, *system.cap * count});
    }
  }
  // Numbers with 12 decimals are taken from the result; whether they can be kept is asked less strictly.
  grouped.program.tolerance = 1e-12;
  const LinearSolution solution = solve(grouped.program);
  Bending out;
  out.found = solution.status == LinearSolution::Status::kOptimal;
  if (!out.found) return out;
  out.weights.resize(system.position_count);
  for (std::size_t g = 0; g < grouped.groups.members.size(); ++g) {
    const std::vector<std::size_t>& members = grouped.groups.members[g];
    for (const std::size_t i : members) out.weights[i] = solution.x[g] / static_cast<double>(members.size());
  }
  return out;
}

}  // namespace ballast
