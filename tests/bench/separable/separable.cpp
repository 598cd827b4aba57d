// The separable core alone: one account, trades of any size, lots sold in the order of their gains, within a budget for
// gains that are taxed. What the row `separable_100k_lots` times, and what it is compared with.
#include <emscripten/bind.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "ballast/io/document.hpp"
#include "build_problem.hpp"
#include "gain_limits.hpp"
#include "read_request.hpp"
#include "relaxation.hpp"
#include "settled_document.hpp"

namespace {

using namespace ballast;

class Separable {
 public:
  /// A document with one account and tax rules, and a request with the day. Steps, fees and spreads are left aside.
  Separable(const std::string& document, const std::string& asked)
      : document_(settle_document(document).value().document),
        request_(read_request(asked, document_).value()),
        opening_(open_books(document_.portfolio, request_)),
        problem_(build_problem(document_.portfolio, document_.policy, request_, opening_, {}).problem) {
    std::fill(problem_.step.begin(), problem_.step.end(), 0.0);
    problem_.margin.clear();
    problem_.buy_units.clear();
    problem_.sell_units.clear();
    TradingProblem::AccountTerms& account = problem_.accounts.front();
    const double cash = account.cash;
    account = {};
    account.cash = cash;
    account.resolution = problem_.resolution;
  }

  /// Sorts the lots, shares the budget (as a part of the total) among them and trades the rest; gives the chi-square
  /// drift that is left.
  double solve(double budget) {
    GainLimits limits(document_.portfolio, request_, problem_, opening_.total.to_double(), {});
    trades_ = relax(limits.within(budget, true).front(), 1, 0, {}, kSweeps).trades;
    return evaluate(problem_, trades_).drift;
  }

  /// Of the last solution, per asset; bought > 0.
  [[nodiscard]] std::vector<double> trades() const { return trades_; }
  [[nodiscard]] std::vector<double> values() const { return problem_.value; }
  [[nodiscard]] std::vector<double> goals() const { return problem_.goal; }
  [[nodiscard]] std::vector<double> divisors() const { return problem_.divisor; }
  [[nodiscard]] double cash() const { return problem_.accounts.front().cash; }
  [[nodiscard]] double total() const { return opening_.total.to_double(); }

 private:
  static constexpr int kSweeps = 60;

  Document document_;
  PlanRequest request_;
  Opening opening_;
  TradingProblem problem_;
  Trades trades_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(ballast_separable) {
  emscripten::register_vector<double>("Doubles");
  emscripten::class_<Separable>("Separable")
      .constructor<std::string, std::string>()
      .function("solve", &Separable::solve)
      .function("trades", &Separable::trades)
      .function("values", &Separable::values)
      .function("goals", &Separable::goals)
      .function("divisors", &Separable::divisors)
      .function("cash", &Separable::cash)
      .function("total", &Separable::total);
}
