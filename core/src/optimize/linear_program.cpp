#include "ballast/optimize/linear_program.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "dictionary.hpp"

namespace ballast {
namespace {

constexpr double kWorthwhile = 1e-9;  // a slope of the objective of less is none
constexpr double kPivot = 1e-9;       // entries below are taken for rounding errors
constexpr double kNoStep = 1e-13;

class Simplex {
 public:
  explicit Simplex(const LinearProgram& program) : program_(program), dictionary_(program) {}

  [[nodiscard]] LinearSolution run() {
    LinearSolution out;
    const std::size_t size = dictionary_.row_count() + dictionary_.column_count();
    const std::size_t limit = 50 * size + 1000;
    out.status = LinearSolution::Status::kLimit;
    for (std::size_t step = 0; step < limit; ++step) {
      const bool feasible = find_slopes();
      const std::optional<std::size_t> entering = choose_entering();
      if (!entering) {
        out.status = feasible ? LinearSolution::Status::kOptimal : LinearSolution::Status::kInfeasible;
        if (feasible) out.row_prices = row_prices();
        if (!feasible) out.conflict = conflicting_rows();
        break;
      }
      advance(*entering);
    }
    for (std::size_t i = 0; i < program_.cost.size(); ++i) out.x.push_back(dictionary_.value(i));
    return out;
  }

 private:
  // How the objective changes with each nonbasic variable: the sum of what lies outside, or, where nothing does, the
  // cost. Whether nothing does.
  bool find_slopes() {
    const std::size_t variables = program_.cost.size();
    const std::size_t columns = dictionary_.column_count();
    slopes_.assign(columns, 0.0);
    bool feasible = true;
    for (std::size_t r = 0; r < dictionary_.row_count() && feasible; ++r) {
      feasible = std::abs(dictionary_.outside(dictionary_.basic(r))) <= program_.tolerance;
    }
    for (std::size_t r = 0; r < dictionary_.row_count(); ++r) {
      const std::size_t variable = dictionary_.basic(r);
      const double outside = dictionary_.outside(variable);
      const double weight = feasible ? (variable < variables ? program_.cost[variable] : 0.0)
                                     : (std::abs(outside) <= program_.tolerance ? 0.0 : (outside > 0 ? 1.0 : -1.0));
      if (weight == 0) continue;
      for (std::size_t c = 0; c < columns; ++c) slopes_[c] += weight * dictionary_.at(r, c);
    }
    if (feasible) {
      for (std::size_t c = 0; c < columns; ++c) {
        if (dictionary_.nonbasic(c) < variables) slopes_[c] += program_.cost[dictionary_.nonbasic(c)];
      }
    }
    return feasible;
  }

  // Which way a nonbasic variable can move to lower the objective: +1, -1, or 0 for none.
  [[nodiscard]] int direction_of(std::size_t c) const {
    const std::size_t variable = dictionary_.nonbasic(c);
    const double value = dictionary_.value(variable);
    if (slopes_[c] < -kWorthwhile && value < dictionary_.upper(variable)) return 1;
    if (slopes_[c] > kWorthwhile && value > dictionary_.lower(variable)) return -1;
    return 0;
  }

  [[nodiscard]] std::optional<std::size_t> choose_entering() const {
    std::optional<std::size_t> chosen;
    for (std::size_t c = 0; c < dictionary_.column_count(); ++c) {
      if (direction_of(c) == 0) continue;
      const bool better = !chosen || (careful_ ? dictionary_.nonbasic(c) < dictionary_.nonbasic(*chosen)
                                               : std::abs(slopes_[c]) > std::abs(slopes_[*chosen]));
      if (better) chosen = c;
    }
    return chosen;
  }

  // How far basic variable r lets nonbasic variable c go: to the limit it reaches first, or, being outside, to the one
  // that lets it in.
  [[nodiscard]] double room(std::size_t r, double rate) const {
    const std::size_t variable = dictionary_.basic(r);
    const double value = dictionary_.value(variable);
    const double outside = dictionary_.outside(variable);
    const double low = dictionary_.lower(variable);
    const double high = dictionary_.upper(variable);
    if (outside > program_.tolerance)
      return rate < 0 ? (value - high) / -rate : std::numeric_limits<double>::infinity();
    if (outside < -program_.tolerance) return rate > 0 ? (low - value) / rate : std::numeric_limits<double>::infinity();
    return std::max(rate > 0 ? (high - value) / rate : (value - low) / -rate, 0.0);
  }

  void advance(std::size_t c) {
    const int direction = direction_of(c);
    const std::size_t entering = dictionary_.nonbasic(c);
    double length = dictionary_.upper(entering) - dictionary_.lower(entering);
    std::optional<std::size_t> leaving;
    for (std::size_t r = 0; r < dictionary_.row_count(); ++r) {
      const double rate = direction * dictionary_.at(r, c);
      if (std::abs(rate) <= kPivot) continue;
      const double here = room(r, rate);
      if (std::isinf(here)) continue;
      const bool shorter = here < length - kNoStep;
      // Among equals the largest pivot, or, being careful, the first variable.
      const bool as_short = leaving && here <= length + kNoStep &&
                            (careful_ ? dictionary_.basic(r) < dictionary_.basic(*leaving)
                                      : std::abs(rate) > std::abs(dictionary_.at(*leaving, c)));
      if (!shorter && !as_short) continue;
      length = std::min(length, here);
      leaving = r;
    }
    careful_ = length <= kNoStep;
    dictionary_.move(c, direction * length);
    dictionary_.settle(leaving ? dictionary_.basic(*leaving) : entering);
    if (leaving) dictionary_.exchange(*leaving, c);
  }

  // The slopes of the slacks.
  [[nodiscard]] std::vector<double> row_prices() const {
    const std::size_t variables = program_.cost.size();
    std::vector<double> prices(program_.rows.size());
    for (std::size_t c = 0; c < dictionary_.column_count(); ++c) {
      const std::size_t variable = dictionary_.nonbasic(c);
      if (variable >= variables) prices[variable - variables] = slopes_[c];
    }
    return prices;
  }

  // Rows whose slack is outside, or without which the sum of what is outside could be lowered.
  [[nodiscard]] std::vector<std::size_t> conflicting_rows() const {
    const std::size_t variables = program_.cost.size();
    std::vector<std::size_t> rows;
    for (std::size_t r = 0; r < dictionary_.row_count(); ++r) {
      const std::size_t variable = dictionary_.basic(r);
      if (variable >= variables && std::abs(dictionary_.outside(variable)) > program_.tolerance) {
        rows.push_back(variable - variables);
      }
    }
    for (std::size_t c = 0; c < dictionary_.column_count(); ++c) {
      const std::size_t variable = dictionary_.nonbasic(c);
      if (variable >= variables && std::abs(slopes_[c]) > kWorthwhile) rows.push_back(variable - variables);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
  }

  const LinearProgram& program_;
  Dictionary dictionary_;
  std::vector<double> slopes_;
  bool careful_ = false;  ///< Bland's rule
};

}  // namespace

LinearSolution solve(const LinearProgram& program) { return Simplex(program).run(); }

}  // namespace ballast
