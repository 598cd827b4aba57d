// Currencies and rates of a document, and what they make of amounts: in the second opinion's arithmetic.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "support/exact.hpp"

namespace ballast::fuzz {

class Money {
 public:
  explicit Money(const Json& document);

  /// The code of the account's currency.
  [[nodiscard]] const std::string& currency(const std::string& account) const { return of_account_.at(account); }

  /// Decimals of its minor unit; nothing where the code is one of the core's list, which is not known here.
  [[nodiscard]] std::optional<unsigned> digits(const std::string& account) const;

  /// An amount in the account's currency, >= 0, in the base currency.
  [[nodiscard]] Exact worth(const std::string& account, const Exact& amount, unsigned digits = 18) const;

  /// The asset's price in the account's currency, but for the last decimal.
  [[nodiscard]] Exact price(const std::string& account, const Json& asset) const;

  /// What changing money costs there, for this asset.
  [[nodiscard]] Exact conversion_cost(const std::string& account, const Json& asset) const;

 private:
  struct Known {
    Exact rate;
    std::optional<unsigned> digits;
  };

  static std::string code_of(const Json& currency);
  static std::optional<unsigned> digits_of(const Json& currency);
  [[nodiscard]] std::string quoted_in(const Json& asset) const { return asset.value("currency", base_); }

  std::string base_;
  std::map<std::string, Known> known_;  // by code
  std::map<std::string, std::string> of_account_;
  std::map<std::string, Exact> costs_;
};

}  // namespace ballast::fuzz
