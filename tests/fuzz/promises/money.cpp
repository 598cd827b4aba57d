#include "promises/money.hpp"

namespace ballast::fuzz {

Money::Money(const Json& document) : base_(code_of(document.at("base_currency"))) {
  known_[base_] = {one(), digits_of(document.at("base_currency"))};
  for (const Json& foreign : document.value("currencies", Json::array())) {
    const Json& currency = foreign.at("currency");
    known_[code_of(currency)] = {exact(foreign.at("rate")), digits_of(currency)};
  }
  for (const Json& account : document.at("accounts")) {
    of_account_[account.at("id")] = account.value("currency", base_);
    costs_[account.at("id")] = exact_or(account, "conversion_cost", "0");
  }
}

std::string Money::code_of(const Json& currency) {
  return (currency.is_object() ? currency.at("code") : currency).get<std::string>();
}

std::optional<unsigned> Money::digits_of(const Json& currency) {
  if (currency.is_object()) return currency.at("minor_unit_digits").get<unsigned>();
  return currency == "USD" || currency == "EUR" ? std::optional<unsigned>(2) : std::nullopt;
}

std::optional<unsigned> Money::digits(const std::string& account) const { return known_.at(currency(account)).digits; }

Exact Money::worth(const std::string& account, const Exact& amount, unsigned digits) const {
  return currency(account) == base_ ? amount : product_half_even(amount, known_.at(currency(account)).rate, digits);
}

Exact Money::price(const std::string& account, const Json& asset) const {
  const Exact quote = exact(asset.at("price"));
  if (quoted_in(asset) == currency(account)) return quote;
  const Exact in_base =
      quoted_in(asset) == base_ ? quote : product_half_even(quote, known_.at(quoted_in(asset)).rate, 18);
  return in_base * one() / known_.at(currency(account)).rate;
}

Exact Money::conversion_cost(const std::string& account, const Json& asset) const {
  return quoted_in(asset) == currency(account) ? Exact(0) : costs_.at(account);
}

}  // namespace ballast::fuzz
