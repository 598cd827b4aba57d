#include "random_case.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "ballast/money/apportion.hpp"

namespace ballast::test {
namespace {

// SplitMix64 (Steele, Lea, Flood 2014): one line of state, the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 0x1234567ULL) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// from … to, both included
  int between(int from, int to) { return from + static_cast<int>(next() % static_cast<std::uint64_t>(to - from + 1)); }
  bool one_in(int n) { return between(1, n) == 1; }

 private:
  std::uint64_t state_;
};

struct Range {
  int from;
  int to;
};

// mantissa * 10^exponent, exponent from -18
Decimal scaled(std::int64_t mantissa, int exponent) {
  Decimal out = Decimal::from_integer(mantissa);
  for (; exponent < 0; ++exponent) out = divide(out, Decimal::from_integer(10), Rounding::kHalfEven);
  for (; exponent > 0; --exponent) out = multiply(out, Decimal::from_integer(10), Rounding::kHalfEven);
  return out;
}

class CaseMaker {
 public:
  CaseMaker(std::uint64_t seed, const CaseShape& shape)
      : random_(seed),
        more_(seed ^ 0x5EEDULL << 32U),
        of_lots_(seed ^ 0x107ULL << 40U),
        of_cash_(seed ^ 0xCA54ULL << 36U),
        of_money_(seed ^ 0xF0E1ULL << 36U),
        of_losses_(seed ^ 0x1055ULL << 40U),
        shape_(shape) {}

  RandomCase make() {
    Portfolio& portfolio = out_.portfolio;
    const int digits[] = {2, 2, 2, 0, 8};
    portfolio.base_currency = {"USD", shape_.small_integers ? 2 : digits[random_.between(0, 4)]};
    const int assets = random_.between(1, shape_.most_assets);
    for (int i = 0; i < assets; ++i) portfolio.assets.push_back(asset(i));
    const int accounts = random_.between(1, shape_.most_accounts);
    for (int a = 0; a < accounts; ++a) portfolio.accounts.push_back(account(a));
    if (shape_.currencies && of_money_.one_in(3)) make_currencies();
    make_policy();
    if (shape_.requests) make_request();
    if (shape_.terms && more_.one_in(2)) make_terms();
    if (shape_.lots && of_lots_.one_in(3)) make_lots();
    if (shape_.requests && shape_.sharing && of_cash_.one_in(3)) share_cash();
    if (shape_.requests && shape_.switches && of_cash_.one_in(8)) {
      out_.request.directions = PlanRequest::Directions::kSwitchOnly;
    }
    return std::move(out_);
  }

 private:
  // The order in which arguments are evaluated is the compiler's choice: two draws are two statements.
  Decimal any_amount(Range mantissa, Range exponent) {
    const int digits = random_.between(mantissa.from, mantissa.to);
    return scaled(digits, random_.between(exponent.from, exponent.to));
  }

  Asset asset(int i) {
    Asset asset;
    asset.id = "a" + std::to_string(i);
    asset.symbol = "A" + std::to_string(i);
    if (shape_.small_integers) {
      asset.price = Decimal::from_integer(random_.between(1, 9));
      asset.quantity_step = Decimal::from_integer(1);
    } else {
      asset.price = any_amount({1, 99'999}, {-6, 1});
      const Decimal steps[] = {Decimal::smallest(8), Decimal::smallest(8), Decimal::from_integer(1), Decimal(),
                               Decimal::smallest(3)};
      asset.quantity_step = steps[random_.between(0, 4)];
      if (random_.one_in(25)) asset.price = Decimal();
    }
    if (shape_.limits) {
      asset.may_buy = !random_.one_in(8);
      asset.may_sell = !random_.one_in(8);
    }
    return asset;
  }

  Decimal quantity(const Asset& asset) {
    if (shape_.small_integers) return Decimal::from_integer(random_.between(0, 5));
    const Decimal worth = any_amount({0, 99'999}, {-2, 1});
    if (asset.price.is_zero()) return worth;
    const Decimal quantity = divide(worth, asset.price, Rounding::kDown, random_.between(0, 18));
    return random_.one_in(3) ? round_to_multiple(quantity, asset.quantity_step, Rounding::kDown) : quantity;
  }

  Account account(int a) {
    Account account;
    account.id = "c" + std::to_string(a);
    account.cash =
        shape_.small_integers ? Decimal::from_integer(random_.between(0, 12)) : any_amount({0, 99'999}, {-3, 1});
    if (shape_.fees && random_.one_in(2)) account.fees.proportional = scaled(random_.between(0, 50), -4);
    if (shape_.fees && random_.one_in(4)) account.fees.fixed = scaled(random_.between(0, 500), -2);
    for (AssetIndex i = 0; i < out_.portfolio.assets.size(); ++i) {
      if (random_.one_in(3)) continue;
      Holding holding{i, quantity(out_.portfolio.assets[i]), {}};
      if (shape_.limits && random_.one_in(6)) {
        holding.locked_quantity =
            divide(holding.quantity, Decimal::from_integer(random_.between(1, 3)), Rounding::kDown);
      }
      account.holdings.push_back(holding);
    }
    return account;
  }

  Band band() {
    switch (random_.between(0, 3)) {
      case 1:
        return {Band::Kind::kAbsolute, scaled(random_.between(1, 10), -2)};
      case 2:
        return {Band::Kind::kRelative, scaled(random_.between(5, 50), -2)};
      case 3:
        return {Band::Kind::kFiveTwentyFive, {}};
      default:
        return {};
    }
  }

  void make_policy() {
    const std::size_t count = out_.portfolio.assets.size() + 1;
    std::vector<Decimal> shares;
    for (std::size_t i = 0; i < count; ++i) {
      const bool priced = i + 1 == count || !out_.portfolio.assets[i].price.is_zero();
      shares.push_back(priced && !random_.one_in(5) ? Decimal::from_integer(random_.between(1, 20)) : Decimal());
    }
    if (std::all_of(shares.begin(), shares.end(), [](Decimal s) { return s.is_zero(); })) {
      shares.back() = Decimal::from_integer(1);
    }
    const Decimal grain = Decimal::smallest(random_.one_in(2) ? 2 : 18);
    const Band common = band();
    for (const Decimal weight : apportion(Decimal::from_integer(1), shares, grain)) {
      out_.policy.targets.push_back({weight, random_.one_in(4) ? band() : common});
    }
  }

  void make_request() {
    PlanRequest& request = out_.request;
    request.directions = static_cast<PlanRequest::Directions>(random_.one_in(3) ? random_.between(1, 2) : 0);
    request.trigger = static_cast<PlanRequest::Trigger>(random_.one_in(3) ? 1 : 0);
    request.destination = static_cast<PlanRequest::Destination>(random_.between(0, 2));
    if (shape_.limits && random_.one_in(4)) {
      request.minimum_trade_value =
          shape_.small_integers ? Decimal::from_integer(random_.between(1, 6)) : any_amount({1, 999}, {-1, 1});
    }
    for (AccountIndex a = 0; a < out_.portfolio.accounts.size(); ++a) {
      if (!random_.one_in(3)) continue;
      const std::int64_t size = shape_.small_integers ? random_.between(1, 15) : random_.between(1, 99'999);
      const Decimal amount = Decimal::from_integer(random_.one_in(2) ? size : -size);
      request.cash_flows.push_back({a, amount});
    }
  }

  [[nodiscard]] bool shares_currency(AccountIndex a) const {
    const std::vector<AccountIndex>& others = out_.request.may_transfer;
    const std::vector<Account>& accounts = out_.portfolio.accounts;
    return others.empty() || accounts[others.front()].currency == accounts[a].currency;
  }

  // Prices stay what they are: an asset is quoted at what makes them so, but for the last decimals.
  void make_currencies() {
    Portfolio& portfolio = out_.portfolio;
    const int count = of_money_.between(1, 2);
    for (int i = 0; i < count; ++i) {
      const int digits[] = {2, 2, 0, 3, 8};
      const std::int64_t rates[] = {1'084'500'000, 6'512'345, 2'000'000'000, 333'333'333, 61'234'567'890};
      portfolio.currencies.push_back(
          {{"F" + std::to_string(i), shape_.small_integers ? 2 : digits[of_money_.between(0, 4)]},
           shape_.small_integers ? Decimal::from_integer(1) : scaled(rates[of_money_.between(0, 4)], -9)});
    }
    const auto any_currency = [&]() -> std::optional<CurrencyIndex> {
      const int drawn = of_money_.between(0, count);
      if (drawn == count) return std::nullopt;
      return static_cast<CurrencyIndex>(drawn);
    };
    for (Asset& asset : portfolio.assets) {
      asset.currency = any_currency();
      if (!asset.currency) continue;
      const Decimal rate = portfolio.currencies[*asset.currency].rate;
      asset.quote = shape_.small_integers ? asset.price : divide(asset.price, rate, Rounding::kHalfEven, 9);
      asset.price = multiply(asset.quote, rate, Rounding::kHalfEven);
    }
    for (Account& account : portfolio.accounts) {
      account.currency = any_currency();
      if (shape_.fees && of_money_.one_in(2)) account.conversion_cost = scaled(of_money_.between(0, 200), -4);
    }
  }

  void share_cash() {
    PlanRequest& request = out_.request;
    if (of_cash_.one_in(2)) {
      const std::int64_t size = shape_.small_integers ? of_cash_.between(1, 15) : of_cash_.between(1, 99'999);
      request.free_flow = Decimal::from_integer(of_cash_.one_in(2) ? size : -size);
    }
    if (request.free_flow.is_zero() || of_cash_.one_in(2)) {
      for (AccountIndex a = 0; a < out_.portfolio.accounts.size(); ++a) {
        const bool listed = !of_cash_.one_in(4);
        if (listed && shares_currency(a)) request.may_transfer.push_back(a);
      }
    }
    const auto has_base = [](const Account& account) { return !account.currency; };
    const std::vector<Account>& accounts = out_.portfolio.accounts;
    if (request.may_transfer.empty() && std::none_of(accounts.begin(), accounts.end(), has_base)) {
      request.free_flow = Decimal();
    }
  }

  // Of a sequence of their own, so that the rest of a case is what it is without them.
  void make_terms() {
    for (Asset& asset : out_.portfolio.assets) {
      if (shape_.fees && more_.one_in(3)) asset.spread = scaled(more_.between(1, 400), -4);
    }
    if (more_.one_in(2)) out_.request.date = parse_date("2026-06-15");
    for (Account& account : out_.portfolio.accounts) {
      if (shape_.fees) make_schedule(account.fees);
      if (!shape_.limits) continue;
      if (more_.one_in(4)) account.minimum_trade_value = Decimal::from_integer(more_.between(1, 20));
      for (Holding& holding : account.holdings) make_limits(holding);
    }
  }

  void make_schedule(FeeSchedule& fees) {
    if (more_.one_in(3)) fees.minimum = scaled(more_.between(1, 400), -2);
    if (more_.one_in(3)) fees.maximum = fees.minimum + scaled(more_.between(0, 400), -2);
    if (!more_.one_in(3)) return;
    Decimal from;
    for (int tier = more_.between(1, 3); tier > 0; --tier) {
      from += Decimal::from_integer(more_.between(1, shape_.small_integers ? 12 : 5'000));
      const Decimal rate = scaled(more_.between(0, 50), -4);
      fees.tiers.push_back({from, rate, scaled(more_.between(0, 300), -2)});
    }
  }

  void make_limits(Holding& holding) {
    if (more_.one_in(6)) holding.may_buy = false;
    if (more_.one_in(6)) holding.may_sell = false;
    if (more_.one_in(5)) {
      holding.minimum_quantity =
          shape_.small_integers ? Decimal::from_integer(more_.between(1, 3)) : scaled(more_.between(1, 99), -1);
    }
    const Decimal free = holding.quantity - holding.locked_quantity;
    if (free.is_zero() || !more_.one_in(4)) return;
    Decimal part = divide(free, Decimal::from_integer(more_.between(2, 4)), Rounding::kDown);
    if (shape_.small_integers) part = round_to_multiple(part, Decimal::from_integer(1), Rounding::kDown);
    if (part.is_zero()) return;
    const char* const days[] = {"2026-01-01", "2026-06-15", "2026-06-16", "2028-02-29"};
    holding.locks.push_back({part, *parse_date(days[more_.between(0, 3)])});
    if (more_.one_in(2)) holding.locks.push_back({part, *parse_date(days[more_.between(0, 3)])});
  }

  void make_lots() {
    out_.request.date = parse_date("2026-06-15");
    if (of_lots_.one_in(3)) out_.request.gains = PlanRequest::Gains::kNone;
    if (shape_.budgets && of_lots_.one_in(3)) out_.request.gain_budget = scaled(of_lots_.between(0, 99'999), -2);
    out_.request.harvest_losses = shape_.harvest && of_losses_.one_in(2);
    for (int rules = of_lots_.between(1, 2); rules > 0; --rules) out_.portfolio.tax_rules.push_back(tax_rules());
    for (Account& account : out_.portfolio.accounts) {
      const auto rules =
          static_cast<std::size_t>(of_lots_.between(0, static_cast<int>(out_.portfolio.tax_rules.size())));
      if (rules < out_.portfolio.tax_rules.size()) account.tax_rules = rules;
      for (Holding& holding : account.holdings) divide_into_lots(holding);
    }
  }

  TaxRules tax_rules() {
    TaxRules rules;
    rules.id = "t" + std::to_string(out_.portfolio.tax_rules.size());
    rules.order = static_cast<TaxRules::Order>(of_lots_.between(0, 4));
    int months = 0;
    for (int periods = of_lots_.between(1, 3); periods > 0; --periods) {
      rules.periods.push_back({months, of_lots_.one_in(3) ? Decimal() : scaled(of_lots_.between(1, 100), -2)});
      months += of_lots_.between(1, 24);
    }
    if (of_lots_.one_in(3)) rules.losses_carried = scaled(of_lots_.between(0, 9'999), -1);
    if (of_lots_.one_in(3)) rules.allowance = scaled(of_lots_.between(0, 9'999), -1);
    if (of_lots_.one_in(2)) rules.wash_sale_days = of_lots_.between(1, 60);
    return rules;
  }

  void divide_into_lots(Holding& holding) {
    Decimal rest = holding.quantity;
    for (int lots = of_lots_.between(0, 4); lots > 0 && rest.sign() > 0; --lots) {
      Decimal part = divide(rest, Decimal::from_integer(of_lots_.between(1, 3)), Rounding::kDown);
      if (shape_.small_integers) part = round_to_multiple(part, Decimal::from_integer(1), Rounding::kUp);
      const char* const days[] = {"2024-06-14", "2024-06-15", "2025-06-14", "2025-06-15",
                                  "2025-12-31", "2026-05-20", "2026-06-15", "2026-07-01"};
      const Date day = *parse_date(days[of_lots_.between(0, 7)]);
      const Decimal price = out_.portfolio.assets[holding.asset].price;
      const Decimal share = of_lots_.one_in(4) ? Decimal::from_integer(1) : scaled(of_lots_.between(0, 200), -2);
      if (part.is_zero()) break;
      holding.lots.push_back({"", day, part, multiply(price, share, Rounding::kHalfEven)});
      rest -= part;
    }
  }

  Random random_;
  Random more_;
  Random of_lots_;
  Random of_cash_;
  Random of_money_;
  Random of_losses_;
  const CaseShape& shape_;
  RandomCase out_;
};

std::string quoted(const std::string& text) {
  std::string out(1, '"');
  out += text;
  out += '"';
  return out;
}

std::string band_text(const Band& band) {
  const char* const kinds[] = {"none", "absolute", "relative", "five_twenty_five"};
  std::string out = "{\"kind\":" + quoted(kinds[static_cast<int>(band.kind)]);
  if (band.width.sign() > 0) out += ",\"width\":" + quoted(band.width.text());
  return out + "}";
}

std::string schedule_text(const FeeSchedule& fees) {
  std::string out = "{\"proportional\":" + quoted(fees.proportional.text()) +
                    ",\"fixed\":" + quoted(fees.fixed.text()) + ",\"minimum\":" + quoted(fees.minimum.text());
  if (fees.maximum) out += ",\"maximum\":" + quoted(fees.maximum->text());
  out += ",\"tiers\":[";
  for (const FeeTier& tier : fees.tiers) {
    out += (&tier == fees.tiers.data() ? "" : ",");
    out += "{\"from\":" + quoted(tier.from.text()) + ",\"proportional\":" + quoted(tier.proportional.text()) +
           ",\"fixed\":" + quoted(tier.fixed.text()) + "}";
  }
  return out + "]}";
}

std::string holding_text(const Holding& holding, const std::string& asset) {
  std::string out = "{\"asset\":" + quoted(asset) + ",\"quantity\":" + quoted(holding.quantity.text()) +
                    ",\"locked_quantity\":" + quoted(holding.locked_quantity.text()) +
                    ",\"minimum_quantity\":" + quoted(holding.minimum_quantity.text()) +
                    ",\"may_buy\":" + (holding.may_buy ? "true" : "false") +
                    ",\"may_sell\":" + (holding.may_sell ? "true" : "false") + ",\"locks\":[";
  for (const Lock& lock : holding.locks) {
    out += (&lock == holding.locks.data() ? "" : ",");
    out += "{\"quantity\":" + quoted(lock.quantity.text()) + ",\"until\":" + quoted(date_text(lock.until)) + "}";
  }
  out += "],\"lots\":[";
  for (const Lot& lot : holding.lots) {
    out += (&lot == holding.lots.data() ? "" : ",");
    out += "{\"acquired\":" + quoted(date_text(lot.acquired)) + ",\"quantity\":" + quoted(lot.quantity.text()) +
           ",\"unit_cost\":" + quoted(lot.unit_cost.text()) + "}";
  }
  return out + "]}";
}

std::string tax_rules_text(const TaxRules& rules) {
  const char* const orders[] = {"fifo", "lifo", "hifo", "lowest_tax", "specified"};
  std::string out = "{\"id\":" + quoted(rules.id) + ",\"lots\":" + quoted(orders[static_cast<int>(rules.order)]) +
                    ",\"losses_carried\":" + quoted(rules.losses_carried.text()) +
                    ",\"allowance\":" + quoted(rules.allowance.text()) +
                    ",\"wash_sale_days\":" + std::to_string(rules.wash_sale_days) + ",\"periods\":[";
  for (const TaxPeriod& period : rules.periods) {
    out += (&period == rules.periods.data() ? "" : ",");
    out += "{\"after_months\":" + std::to_string(period.after_months) + ",\"rate\":" + quoted(period.rate.text()) + "}";
  }
  return out + "]}";
}

}  // namespace

RandomCase random_case(std::uint64_t seed, const CaseShape& shape) { return CaseMaker(seed, shape).make(); }

std::string case_text(const RandomCase& random) {
  const Portfolio& p = random.portfolio;
  std::string out =
      "{\"document\":{\"format\":\"ballast\",\"version\":1,\"base_currency\":{\"code\":\"USD\","
      "\"minor_unit_digits\":" +
      std::to_string(p.base_currency.minor_unit_digits) + "},\"currencies\":[";
  for (const ForeignCurrency& foreign : p.currencies) {
    out += (&foreign == p.currencies.data() ? "" : ",");
    out += "{\"currency\":{\"code\":" + quoted(foreign.currency.code) +
           ",\"minor_unit_digits\":" + std::to_string(foreign.currency.minor_unit_digits) +
           "},\"rate\":" + quoted(foreign.rate.text()) + "}";
  }
  const auto currency = [&](CurrencyChoice choice) {
    return choice ? ",\"currency\":" + quoted(p.currencies[*choice].currency.code) : "";
  };
  out += "],\"assets\":[";
  for (const Asset& asset : p.assets) {
    out += (&asset == p.assets.data() ? "" : ",");
    out += "{\"id\":" + quoted(asset.id) + ",\"symbol\":" + quoted(asset.symbol) +
           ",\"price\":" + quoted((asset.currency ? asset.quote : asset.price).text()) + currency(asset.currency) +
           ",\"spread\":" + quoted(asset.spread.text()) + ",\"quantity_step\":" + quoted(asset.quantity_step.text()) +
           ",\"may_buy\":" + (asset.may_buy ? "true" : "false") +
           ",\"may_sell\":" + (asset.may_sell ? "true" : "false") + "}";
  }
  out += "],\"tax_rules\":[";
  for (const TaxRules& rules : p.tax_rules) {
    out += (&rules == p.tax_rules.data() ? "" : ",") + tax_rules_text(rules);
  }
  out += "],\"accounts\":[";
  for (const Account& account : p.accounts) {
    out += (&account == p.accounts.data() ? "" : ",");
    out += "{\"id\":" + quoted(account.id) + ",\"cash\":" + quoted(account.cash.text()) + currency(account.currency) +
           ",\"conversion_cost\":" + quoted(account.conversion_cost.text()) +
           ",\"minimum_trade_value\":" + quoted(account.minimum_trade_value.text()) +
           (account.tax_rules ? ",\"tax_rules\":" + quoted(p.tax_rules[*account.tax_rules].id) : "") +
           ",\"fees\":" + schedule_text(account.fees) + ",\"holdings\":[";
    for (const Holding& holding : account.holdings) {
      out += (&holding == account.holdings.data() ? "" : ",");
      out += holding_text(holding, p.assets[holding.asset].id);
    }
    out += "]}";
  }
  out += "],\"policy\":{\"targets\":[";
  for (AssetIndex i = 0; i < p.assets.size(); ++i) {
    const Target& target = random.policy.targets[i];
    out += (i == 0 ? "" : ",");
    out += "{\"asset\":" + quoted(p.assets[i].id) + ",\"weight\":" + quoted(target.weight.text()) +
           ",\"band\":" + band_text(target.band) + "}";
  }
  out += "],\"cash_weight\":" + quoted(random.policy.cash().weight.text()) +
         ",\"cash_band\":" + band_text(random.policy.cash().band) + "}},\"request\":{";
  const char* const directions[] = {"both", "buy_only", "sell_only", "switch_only"};
  const char* const triggers[] = {"always", "outside_bands"};
  const char* const destinations[] = {"target", "half_way", "band_edge"};
  const char* const goals[] = {"to_target", "fewest_trades", "least_tax", "least_cost"};
  const PlanRequest& r = random.request;
  out += "\"directions\":" + quoted(directions[static_cast<int>(r.directions)]) +
         ",\"trigger\":" + quoted(triggers[static_cast<int>(r.trigger)]) +
         ",\"goal\":" + quoted(goals[static_cast<int>(r.goal)]) +
         ",\"destination\":" + quoted(destinations[static_cast<int>(r.destination)]) +
         ",\"minimum_trade_value\":" + quoted(r.minimum_trade_value.text()) +
         (r.gain_budget ? ",\"gain_budget\":" + quoted(r.gain_budget->text()) : "") +
         (r.harvest_losses ? ",\"harvest_losses\":true" : "") +
         (r.gains == PlanRequest::Gains::kNone ? ",\"gains\":\"none\"" : "") +
         (r.date ? ",\"date\":" + quoted(date_text(*r.date)) : "") + ",\"cash_flows\":[";
  for (const CashFlow& flow : r.cash_flows) {
    out += (&flow == r.cash_flows.data() ? "" : ",");
    out += "{\"account\":" + quoted(p.accounts[flow.account].id) + ",\"amount\":" + quoted(flow.amount.text()) + "}";
  }
  if (!r.free_flow.is_zero()) {
    out += (r.cash_flows.empty() ? "" : ",") + std::string("{\"amount\":") + quoted(r.free_flow.text()) + "}";
  }
  out += "],\"transfers_between\":[";
  for (const AccountIndex& account : r.may_transfer) {
    out += (&account == r.may_transfer.data() ? "" : ",") + quoted(p.accounts[account].id);
  }
  return out + "]}}";
}

std::uint64_t case_count(std::uint64_t otherwise) {
  const char* const given = std::getenv("BALLAST_CASES");
  return given == nullptr ? otherwise : std::strtoull(given, nullptr, 10);
}

}  // namespace ballast::test
