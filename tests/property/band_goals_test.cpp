// Where bands lead, against linear programs: whether all bands can be kept at all, how little has to move, which is the
// smallest set of assets that has to, and that nothing nearer to the targets moves as little.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "../../core/src/rebalance/fewest_moves.hpp"
#include "../support/random_case.hpp"
#include "random_bands.hpp"

using namespace ballast;
using ballast::test::band_program;
using ballast::test::BandCase;
using ballast::test::BandShape;
using ballast::test::case_count;
using ballast::test::CaseCount;
using ballast::test::plain_minimum;
using ballast::test::PlainProgram;
using ballast::test::random_band_case;
using ballast::test::WantedRange;

namespace {

constexpr CaseCount kBandCases = {.native = 20'000, .sanitized = 1'000, .wasm = 500};

constexpr double kBandKept = 1e-9;
constexpr double kMoved = 1e-9;
constexpr double kNearest = 1e-6;
constexpr double kRounding = 1e-12;  // trades that just reach an edge do reach it

std::string text_of(const BandCase& band_case, const std::vector<double>& goals) {
  std::ostringstream out;
  for (std::size_t i = 0; i < band_case.count(); ++i) {
    const WantedRange& range = band_case.singles[i];
    out << (i + 1 == band_case.count() ? "cash" : "asset") << " weight " << band_case.weights[i] << " target "
        << band_case.targets[i] << " within " << range.low << " " << range.high << (range.outside ? " (outside)" : "");
    if (i + 1 < band_case.count()) out << " reach " << band_case.reach.down[i] << " " << band_case.reach.up[i];
    if (i < goals.size()) out << " goal " << goals[i];
    out << "\n";
  }
  for (const WantedRange& range : band_case.classes) {
    out << "class";
    for (const double share : range.shares) out << " " << share;
    out << " within " << range.low << " " << range.high << (range.outside ? " (outside)" : "") << "\n";
  }
  return out.str();
}

double moved(const BandCase& band_case, const std::vector<double>& goals, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += std::fabs(goals[i] - band_case.weights[i]);
  return sum;
}

std::string broken_band(const BandCase& band_case, const std::vector<double>& goals) {
  double sum = 0;
  for (const double goal : goals) sum += goal;
  if (std::fabs(sum - 1) > kBandKept) return "does not sum to 1";
  std::vector<WantedRange> ranges = band_case.singles;
  ranges.insert(ranges.end(), band_case.classes.begin(), band_case.classes.end());
  for (const WantedRange& range : ranges) {
    double weight = 0;
    for (std::size_t i = 0; i < goals.size(); ++i) weight += range.shares[i] * goals[i];
    if (weight < range.low - kBandKept || weight > range.high + kBandKept) return "a band is broken";
  }
  return "";
}

double drift(const BandCase& band_case, const std::vector<double>& x) {
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double off = x[i] - band_case.targets[i];
    sum += off * off / (2 * band_case.divisors[i]);
  }
  return sum;
}

// How far the drift at x may be above the least within a program: by the tangent there (Frank and Wolfe 1956).
double drift_gap(const BandCase& band_case, PlainProgram program, const std::vector<double>& x) {
  double here = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    program.cost[i] = (x[i] - band_case.targets[i]) / band_case.divisors[i];
    here += program.cost[i] * x[i];
  }
  return here - plain_minimum(program)->cost;
}

// From where a weight is to its target; what is outside ends in its range, what is inside no further than trades go.
struct Ways {
  std::vector<double> low;
  std::vector<double> high;
  std::vector<double> sides;  ///< by how much a unit more of the weight is a unit more of moving
};

Ways ways_of(const BandCase& band_case) {
  Ways out;
  for (std::size_t i = 0; i < band_case.count(); ++i) {
    const double weight = band_case.weights[i];
    const double target = band_case.targets[i];
    const WantedRange& range = band_case.singles[i];
    double low = std::min(weight, target);
    double high = std::max(weight, target);
    if (range.outside) {
      low = std::max(low, range.low);
      high = std::min(high, range.high);
    } else if (i + 1 < band_case.count()) {
      low = std::max(low, weight + band_case.reach.down[i]);
      high = std::min(high, weight + band_case.reach.up[i]);
    }
    out.low.push_back(low);
    out.high.push_back(high);
    out.sides.push_back(target > weight ? 1 : -1);
  }
  return out;
}

std::string fault_of_goals(const BandCase& band_case, const std::vector<double>& goals, std::uint64_t& reachable) {
  const Ways ways = ways_of(band_case);
  for (std::size_t i = 0; i < goals.size(); ++i) {
    const auto [low, high] = std::minmax(band_case.weights[i], band_case.targets[i]);
    if (goals[i] < low - kBandKept || goals[i] > high + kBandKept) return "beyond a target, or the wrong way";
  }
  PlainProgram program = band_program(band_case, ways.low, ways.high);
  program.cost = ways.sides;
  const auto least = plain_minimum(program);
  if (!least) return "";
  ++reachable;
  if (const std::string broken = broken_band(band_case, goals); !broken.empty()) return broken;
  double standing = 0;
  for (std::size_t i = 0; i < goals.size(); ++i) standing += ways.sides[i] * band_case.weights[i];
  const double fewest = least->cost - standing;
  const double all = moved(band_case, goals, goals.size());
  if (all > fewest + 1e-8) return "moves " + std::to_string(all) + " where " + std::to_string(fewest) + " is enough";
  program.rows.push_back({ways.sides, -test::kNoLimit, least->cost + 1e-9});
  const double gap = drift_gap(band_case, program, goals);
  return gap <= kNearest ? "" : "could be nearer to the targets, by up to " + std::to_string(gap);
}

// If only the assets of a set are traded: within bands; one that has neither a band of its own nor one of its class, or
// that is not wanted at all, not beyond its target. Each has two variables, what is added and what is taken away, after
// those of the weights.
PlainProgram subset_program(const BandCase& band_case, unsigned set) {
  std::vector<double> low;
  std::vector<double> high;
  const std::size_t assets = band_case.count() - 1;
  for (std::size_t i = 0; i < assets; ++i) {
    const double weight = band_case.weights[i];
    const WantedRange& range = band_case.singles[i];
    const bool has_band = range.low > 0 || range.high < 1;
    bool class_has_band = false;
    for (const WantedRange& any : band_case.classes) class_has_band = class_has_band || any.shares[i] > 0;
    const bool free = has_band || (class_has_band && band_case.targets[i] > 0);
    double from = free ? range.low : std::min(weight, band_case.targets[i]);
    double to = free ? range.high : std::max(weight, band_case.targets[i]);
    from = std::max(from, weight + band_case.reach.down[i]);
    to = std::min(to, weight + band_case.reach.up[i]);
    const bool moves = (set >> i & 1U) != 0;
    low.push_back(moves ? from : weight);
    high.push_back(moves ? to : weight);
    if (range.outside && !moves) high.back() = low.back() - 1;  // has to
  }
  low.push_back(std::max(0.0, band_case.singles.back().low));
  high.push_back(band_case.singles.back().high);
  PlainProgram out = band_program(band_case, low, high);
  for (std::size_t i = 0; i < assets; ++i) {
    // g - v = added - taken
    test::PlainRow row{std::vector<double>(band_case.count() + 2 * assets), band_case.weights[i], band_case.weights[i]};
    row.a[i] = 1;
    for (const double side : {-1.0, 1.0}) {
      out.cost.push_back(1);
      out.lower.push_back(0);
      out.upper.push_back(test::kNoLimit);
      row.a[out.cost.size() - 1] = side;
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

std::string fault_of_fewest(const BandCase& band_case, const std::optional<std::vector<double>>& goals) {
  const std::size_t assets = band_case.count() - 1;
  std::optional<unsigned> fewest;
  double least = 0;
  std::vector<unsigned> best;
  for (unsigned set = 0; set < 1U << assets; ++set) {
    const auto size = static_cast<unsigned>(__builtin_popcount(set));
    if (fewest && size > *fewest) continue;
    PlainProgram program = subset_program(band_case, set);
    bool empty = false;
    for (std::size_t i = 0; i <= assets; ++i) empty = empty || program.lower[i] > program.upper[i] + kRounding;
    if (empty) continue;
    const auto found = plain_minimum(program);
    if (!found) continue;
    if (!fewest || size < *fewest || found->cost < least - kMoved) {
      least = found->cost;
      best.clear();
    }
    fewest = size;
    if (found->cost <= least + kMoved) best.push_back(set);
  }
  if (!fewest) return goals ? "goals where bands cannot be kept" : "";
  if (!goals) return "no goals where bands can be kept";
  if (const std::string broken = broken_band(band_case, *goals); !broken.empty()) return broken;
  unsigned moves = 0;
  for (std::size_t i = 0; i < assets; ++i) {
    if (std::fabs((*goals)[i] - band_case.weights[i]) > kMoved) moves |= 1U << i;
  }
  const auto count = static_cast<unsigned>(__builtin_popcount(moves));
  if (count > *fewest) return std::to_string(count) + " move where " + std::to_string(*fewest) + " are enough";
  const double all = moved(band_case, *goals, assets);
  if (all > least + 1e-8) return "moves " + std::to_string(all) + " where " + std::to_string(least) + " is enough";
  // Of all sets that are as good, none comes nearer to the targets.
  for (const unsigned set : best) {
    PlainProgram program = subset_program(band_case, set);
    test::PlainRow row{program.cost, -test::kNoLimit, least + 1e-9};
    program.rows.push_back(row);
    program.cost.assign(program.cost.size(), 0);
    const std::vector<double> start = plain_minimum(program)->x;
    std::vector<double> x(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(assets + 1));
    if (set == moves) x = *goals;
    const double gap = drift_gap(band_case, program, x);
    if (set == moves && gap > kNearest) return "could be nearer to the targets, by up to " + std::to_string(gap);
    if (drift(band_case, x) < drift(band_case, *goals) - kNearest) return "another set comes nearer to the targets";
  }
  return "";
}

void check_bands(const BandShape& shape, std::uint64_t cases) {
  std::uint64_t outside = 0;
  std::uint64_t reachable = 0;
  for (std::uint64_t seed = 0; seed < cases; ++seed) {
    const BandCase band_case = random_band_case(seed, shape);
    const BandLimits limits = band_case.limits();
    std::vector<double> goals;
    std::string fault;
    if (limits.any_outside != band_case.any_outside()) {
      fault = "outside or not?";
    } else if (limits.any_outside) {
      ++outside;
      goals = find_band_goals(limits, band_case.divisors, band_case.reach);
      fault = fault_of_goals(band_case, goals, reachable);
      if (fault.empty()) {
        const auto fewest = find_fewest_moves(limits, band_case.divisors, band_case.reach);
        fault = fault_of_fewest(band_case, fewest);
        if (!fault.empty()) fault = "fewest: " + fault;
        if (fewest) goals = *fewest;
      }
    }
    if (fault.empty()) continue;
    UNSCOPED_INFO("seed " << seed << "\n" << text_of(band_case, goals));
    CHECK(fault == "");
  }
  CHECK(outside > cases / 2);
  CHECK(reachable > cases / 4);
  if (!shape.restricted) CHECK(reachable == outside);  // the targets themselves keep every band
}

}  // namespace

TEST_CASE("Goals of bands keep them and move as little as can be", "[property][rebalance]") {
  check_bands({}, case_count(kBandCases.here()));
}

TEST_CASE("Goals of bands where trades are restricted", "[property][rebalance]") {
  check_bands({.divided = false, .restricted = true}, case_count(kBandCases.here()) / 2);
}

TEST_CASE("Goals of bands of classes that hold parts of assets", "[property][rebalance]") {
  check_bands({.divided = true, .restricted = false}, case_count(kBandCases.here()) / 2);
}
