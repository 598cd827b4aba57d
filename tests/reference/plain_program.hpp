// A linear program solved as in a textbook, to judge results by: two-phase tableau, Bland's rule. It shares nothing
// with core/src/optimize. Rows are meant to be coarse (a few decimals), so that what is infeasible is so by far more
// than kTiny.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "real.hpp"

namespace ballast::test {

inline constexpr double kNoLimit = std::numeric_limits<double>::infinity();

struct PlainRow {
  std::vector<double> a;  ///< one per variable, or fewer: the rest are 0
  double least = 0;
  double most = 0;  ///< either may be infinite
};

struct PlainProgram {
  std::vector<double> cost;
  std::vector<double> lower;  ///< finite
  std::vector<double> upper;  ///< may be infinite
  std::vector<PlainRow> rows;
};

struct PlainMinimum {
  double cost = 0;
  std::vector<double> x;
};

class PlainSimplex {
 public:
  explicit PlainSimplex(const PlainProgram& program) : program_(program), variables_(program.cost.size()) {
    for (const PlainRow& row : program.rows) add(row);
    for (std::size_t i = 0; i < variables_; ++i) {
      if (std::isinf(program.upper[i])) continue;
      PlainRow bound;
      bound.a.assign(variables_, 0);
      bound.a[i] = 1;
      bound.least = -kNoLimit;
      bound.most = program.upper[i];
      add(bound);
    }
  }

  /// Nothing where no x keeps the rows and limits. Precondition: the cost has a least value.
  [[nodiscard]] std::optional<PlainMinimum> run() {
    build();
    std::vector<Real> cost(columns_, 0);
    for (std::size_t c = first_artificial_; c < columns_; ++c) cost[c] = 1;
    if (lower_cost(cost, columns_) > kTiny) return std::nullopt;
    cost.assign(columns_, 0);
    for (std::size_t i = 0; i < variables_; ++i) cost[i] = real(program_.cost[i]);
    leave_artificials();
    (void)lower_cost(cost, first_artificial_);
    PlainMinimum out;
    out.x = program_.lower;
    for (std::size_t r = 0; r < table_.size(); ++r) {
      if (basis_[r] < variables_) out.x[basis_[r]] += static_cast<double>(table_[r].back());
    }
    for (std::size_t i = 0; i < variables_; ++i) out.cost += program_.cost[i] * out.x[i];
    return out;
  }

 private:
  static constexpr Real kTiny = 1e-12;
  static constexpr int kMostSteps = 100'000;

  struct Line {
    std::vector<Real> a;
    Real right;
    int slack;  ///< +1: a . y <= right, -1: >=, 0: =
  };

  // As lines over y = x - lower, with a right side of at least 0.
  void add(const PlainRow& row) {
    Real shift = 0;
    for (std::size_t i = 0; i < row.a.size(); ++i) shift += real(row.a[i]) * real(program_.lower[i]);
    const auto line = [&](double limit, int slack) {
      Line out{std::vector<Real>(variables_), real(limit) - shift, slack};
      for (std::size_t i = 0; i < row.a.size(); ++i) out.a[i] = real(row.a[i]);
      if (out.right < 0) {
        for (Real& a : out.a) a = -a;
        out.right = -out.right;
        out.slack = -slack;
      }
      lines_.push_back(std::move(out));
    };
    if (row.least == row.most) {
      line(row.least, 0);
      return;
    }
    if (!std::isinf(row.most)) line(row.most, 1);
    if (!std::isinf(row.least)) line(row.least, -1);
  }

  void build() {
    first_artificial_ = variables_;
    for (const Line& line : lines_) first_artificial_ += line.slack != 0 ? 1 : 0;
    columns_ = first_artificial_;
    for (const Line& line : lines_) columns_ += line.slack == 1 ? 0 : 1;
    std::size_t slack = variables_;
    std::size_t artificial = first_artificial_;
    for (const Line& line : lines_) {
      std::vector<Real> row(columns_ + 1);
      for (std::size_t i = 0; i < variables_; ++i) row[i] = line.a[i];
      row.back() = line.right;
      if (line.slack != 0) row[slack] = line.slack;
      if (line.slack != 1) row[artificial] = 1;
      basis_.push_back(line.slack == 1 ? slack : artificial);
      if (line.slack != 0) ++slack;
      if (line.slack != 1) ++artificial;
      table_.push_back(std::move(row));
    }
  }

  void pivot(std::size_t r, std::size_t c) {
    const Real by = table_[r][c];
    for (Real& a : table_[r]) a /= by;
    for (std::size_t other = 0; other < table_.size(); ++other) {
      const Real factor = table_[other][c];
      if (other == r || factor == 0) continue;
      for (std::size_t k = 0; k <= columns_; ++k) table_[other][k] -= factor * table_[r][k];
      table_[other][c] = 0;
    }
    basis_[r] = c;
  }

  // The least cost with columns below `allowed` only.
  Real lower_cost(const std::vector<Real>& cost, std::size_t allowed) {
    for (int step = 0;; ++step) {
      if (step > kMostSteps) throw std::runtime_error("plain_program: no end");
      std::size_t entering = allowed;
      for (std::size_t c = 0; c < allowed && entering == allowed; ++c) {
        Real slope = cost[c];
        for (std::size_t r = 0; r < table_.size(); ++r) slope -= cost[basis_[r]] * table_[r][c];
        if (slope < -kTiny) entering = c;
      }
      std::optional<std::size_t> leaving;
      for (std::size_t r = 0; r < table_.size() && entering < allowed; ++r) {
        if (table_[r][entering] <= kTiny) continue;
        const Real ratio = table_[r].back() / table_[r][entering];
        const Real best = leaving ? table_[*leaving].back() / table_[*leaving][entering] : 0;
        if (!leaving || ratio < best || (ratio == best && basis_[r] < basis_[*leaving])) leaving = r;
      }
      if (!leaving) break;
      pivot(*leaving, entering);
    }
    Real sum = 0;
    for (std::size_t r = 0; r < table_.size(); ++r) sum += cost[basis_[r]] * table_[r].back();
    return sum;
  }

  // Those still in the basis are 0: exchanged, or their row says nothing.
  void leave_artificials() {
    for (std::size_t r = table_.size(); r-- > 0;) {
      if (basis_[r] < first_artificial_) continue;
      std::size_t c = 0;
      while (c < first_artificial_ && std::abs(table_[r][c]) <= kTiny) ++c;
      if (c < first_artificial_) {
        pivot(r, c);
      } else {
        table_.erase(table_.begin() + static_cast<std::ptrdiff_t>(r));
        basis_.erase(basis_.begin() + static_cast<std::ptrdiff_t>(r));
      }
    }
  }

  const PlainProgram& program_;
  std::size_t variables_;
  std::vector<Line> lines_;
  std::size_t first_artificial_ = 0;
  std::size_t columns_ = 0;
  std::vector<std::vector<Real>> table_;
  std::vector<std::size_t> basis_;
};

[[nodiscard]] inline std::optional<PlainMinimum> plain_minimum(const PlainProgram& program) {
  return PlainSimplex(program).run();
}

}  // namespace ballast::test
