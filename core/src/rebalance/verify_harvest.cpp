#include "verify_harvest.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <vector>

#include "trade_terms.hpp"
#include "verify_gains.hpp"

namespace ballast {
namespace {

constexpr std::size_t kMostEnds = 256;  // of more lots, so many ends are looked at

struct Judgement {
  Decimal saved;
  Decimal costs;
  Decimal taxed;  // gains less losses that count, where the rate is above 0
};

bool is_in_window(const Lot& lot, const TaxRules& rules, Date day) {
  return rules.wash_sale_days > 0 && lot.acquired <= day &&
         lot.acquired + std::chrono::days(rules.wash_sale_days) >= day;
}

// What is held of each asset, in any account, and was bought in the window.
std::map<AssetIndex, Decimal> bought_in_window(const Portfolio& portfolio, const TaxRules& rules, Date day) {
  std::map<AssetIndex, Decimal> sums;
  for (const Account& account : portfolio.accounts) {
    for (const Holding& holding : account.holdings) {
      for (const Lot& lot : holding.lots) {
        if (is_in_window(lot, rules, day)) sums[holding.asset] += lot.quantity;
      }
    }
  }
  return sums;
}

const ForeignCurrency* foreign_currency(const Portfolio& portfolio, AccountIndex account) {
  const std::optional<CurrencyIndex> currency = portfolio.accounts[account].currency;
  return currency ? &portfolio.currencies.at(*currency) : nullptr;
}

class HarvestJudge {
 public:
  HarvestJudge(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account, const TaxRules& rules,
               const Holding& holding, Decimal in_window)
      : portfolio_(portfolio),
        request_(request),
        account_(portfolio.accounts[account]),
        asset_(portfolio.assets[holding.asset]),
        holding_(holding),
        rules_(rules),
        foreign_(foreign_currency(portfolio, account)),
        currency_(foreign_ != nullptr ? foreign_->currency : portfolio.base_currency),
        price_here_(execution_price(portfolio, account, holding.asset, Side::kSell)),
        price_(worth(price_here_)),
        in_window_(in_window) {
    for (const Lot& lot : holding.lots) lots_.push_back(&lot);
    std::stable_sort(lots_.begin(), lots_.end(), [&](const Lot* a, const Lot* b) { return goes_before(*a, *b); });
  }

  // Whether what the plan says of this holding is what the rules ask for.
  [[nodiscard]] bool agrees(const HarvestedSale* said) const {
    const Decimal minor = Decimal::smallest(portfolio_.base_currency.minor_unit_digits);
    Decimal taken;
    if (said != nullptr) {
      const Judgement own = judge(said->quantity);
      taken = own.saved - own.costs;
      const bool within_budget = !request_.gain_budget || own.taxed <= minor;
      if (said->quantity > sellable() || absolute(own.saved - said->saved) > minor || !within_budget) return false;
      if (taken.sign() <= 0) return false;
    } else if (request_.directions == PlanRequest::Directions::kSwitchOnly) {
      return true;
    }
    const std::size_t stride = 1 + lots_.size() / kMostEnds;
    Decimal end;
    for (std::size_t k = 0; k < lots_.size(); ++k) {
      end += lots_[k]->quantity;
      if (k % stride != 0 && k + 1 < lots_.size()) continue;
      const Decimal quantity = whole_steps(std::min(end, sellable()));
      if (!may_be_sold(quantity)) continue;
      const Judgement other = judge(quantity);
      if (request_.gain_budget && other.taxed > -minor) continue;
      if (other.saved - other.costs > taken + minor) return false;
    }
    return true;
  }

 private:
  // Ties go to the older one.
  [[nodiscard]] bool goes_before(const Lot& a, const Lot& b) const {
    if (!may_go_before(b, a, price_, &rules_, day())) return true;
    return rules_.order != TaxRules::Order::kSpecified && may_go_before(a, b, price_, &rules_, day()) &&
           a.acquired < b.acquired;
  }

  [[nodiscard]] Date day() const { return request_.date.value_or(Date()); }

  [[nodiscard]] Decimal whole_steps(Decimal quantity) const {
    const Decimal step = asset_.quantity_step;
    return step.is_zero() ? quantity : quantity - Decimal::from_units(quantity.units() % step.units());
  }

  [[nodiscard]] Decimal sellable() const {
    if (!asset_.may_sell || !holding_.may_sell || request_.directions == PlanRequest::Directions::kBuyOnly) return {};
    Decimal free = holding_.quantity - holding_.locked_quantity;
    for (const Lock& lock : holding_.locks) {
      if (!request_.date || *request_.date < lock.until) free -= lock.quantity;
    }
    if (request_.gains != PlanRequest::Gains::kNone) return free;
    Decimal without_gain;
    for (const Lot* lot : lots_) {
      if (lot->unit_cost < price_ && rate_on_sale(rules_, lot->acquired, day()).sign() > 0) break;
      without_gain += lot->quantity;
    }
    return std::min(free, without_gain);
  }

  [[nodiscard]] bool may_be_sold(Decimal quantity) const {
    if (quantity.sign() <= 0 || quantity < holding_.minimum_quantity || asset_.price.is_zero()) return false;
    const Decimal value = value_of(quantity);
    return worth(value) >= request_.minimum_trade_value && value >= account_.minimum_trade_value &&
           value > fee_of(value);
  }

  // In the base currency.
  [[nodiscard]] Decimal worth(Decimal amount) const {
    return foreign_ != nullptr ? multiply(foreign_->rate, amount, Rounding::kHalfEven) : amount;
  }
  // In the account's, as the fee.
  [[nodiscard]] Decimal value_of(Decimal quantity) const {
    return multiply(quantity, price_here_, Rounding::kHalfEven, currency_.minor_unit_digits);
  }
  [[nodiscard]] Decimal fee_of(Decimal value) const {
    return currency_.round(unrounded_fee(account_.fees, value), Rounding::kUp);
  }

  // What was bought in the window and would still be there.
  [[nodiscard]] Decimal kept_of_window(Decimal quantity) const {
    Decimal sum = in_window_;
    if (sum.is_zero()) return sum;
    for (const Lot* lot : lots_) {
      const Decimal part = std::min(quantity, lot->quantity);
      if (is_in_window(*lot, rules_, day())) sum -= part;
      quantity -= part;
    }
    return sum;
  }

  // Lot by lot, with what each brings.
  [[nodiscard]] Judgement judge(Decimal quantity) const {
    Judgement out;
    const Decimal value = value_of(quantity);
    const Decimal fee = fee_of(value);
    out.costs = worth(fee) + multiply(quantity, asset_.price - price_, Rounding::kHalfEven);
    const Decimal brought = portfolio_.base_currency.round(worth(value - fee), Rounding::kHalfEven);
    Decimal replaced = kept_of_window(quantity);
    Decimal rest = quantity;
    for (const Lot* lot : lots_) {
      const Decimal part = std::min(rest, lot->quantity);
      if (part.is_zero()) break;
      rest -= part;
      const Decimal brings = multiply_divide(brought, part, quantity, Rounding::kHalfEven);
      Decimal gain = brings - multiply(part, lot->unit_cost, Rounding::kHalfEven);
      if (gain.sign() < 0) {
        const Decimal without = std::min(part, replaced);
        replaced -= without;
        gain = -multiply_divide(-gain, part - without, part, Rounding::kHalfEven);
      }
      const Decimal rate = rate_on_sale(rules_, lot->acquired, day());
      out.saved -= multiply(gain, rate, Rounding::kHalfEven);
      if (!rate.is_zero()) out.taxed += gain;
    }
    return out;
  }

  const Portfolio& portfolio_;
  const PlanRequest& request_;
  const Account& account_;
  const Asset& asset_;
  const Holding& holding_;
  const TaxRules& rules_;
  const ForeignCurrency* foreign_;  ///< none: the base currency
  const Currency& currency_;
  Decimal price_here_;  ///< in the account's currency
  Decimal price_;       ///< in the base currency
  Decimal in_window_;
  std::vector<const Lot*> lots_;
};

const HarvestedSale* said_of(const std::vector<HarvestedSale>& harvested, AccountIndex account, AssetIndex asset) {
  for (const HarvestedSale& sale : harvested) {
    if (sale.account == account && sale.asset == asset) return &sale;
  }
  return nullptr;
}

bool is_sold_and_not_bought(const Plan& plan, const HarvestedSale& sale) {
  bool sold = false;
  for (const Trade& trade : plan.trades) {
    if (trade.asset != sale.asset) continue;
    if (trade.side == Side::kBuy) return false;
    sold = sold || (trade.account == sale.account && trade.quantity >= sale.quantity);
  }
  return sold;
}

}  // namespace

bool harvest_is_right(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan) {
  if (plan.harvested.has_value() != request.harvest_losses) return false;
  const std::vector<HarvestedSale> harvested = plan.harvested.value_or(std::vector<HarvestedSale>());
  if (plan.status == PlanStatus::kInfeasible || !request.harvest_losses || !request.date) return harvested.empty();
  std::size_t found = 0;
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    const Account& account = portfolio.accounts[a];
    if (!account.tax_rules) continue;
    const TaxRules& rules = portfolio.tax_rules.at(*account.tax_rules);
    std::map<AssetIndex, Decimal> in_window = bought_in_window(portfolio, rules, *request.date);
    for (const Holding& holding : account.holdings) {
      const HarvestedSale* said = said_of(harvested, a, holding.asset);
      if (said != nullptr) ++found;
      if (!HarvestJudge(portfolio, request, a, rules, holding, in_window[holding.asset]).agrees(said)) return false;
    }
  }
  return found == harvested.size() && std::all_of(harvested.begin(), harvested.end(), [&](const HarvestedSale& sale) {
           return is_sold_and_not_bought(plan, sale);
         });
}

}  // namespace ballast
