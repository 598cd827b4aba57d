// Exact amounts for the second opinion, by another library than the core's decimals: whole numbers of 1e-18, as large
// as they come.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <string>

#include "support/json.hpp"

namespace ballast::fuzz {

using Exact = boost::multiprecision::cpp_int;

/// 10^power.
[[nodiscard]] Exact power_of_ten(unsigned power);

/// 1 as an amount.
[[nodiscard]] const Exact& one();

/// A decimal of a reply, in plain notation with at most 18 decimals; anything else is a broken promise.
[[nodiscard]] Exact exact(const Json& text);

/// The decimal of an optional member of a document or request that the core accepted.
[[nodiscard]] Exact exact_or(const Json& object, const char* member, const char* otherwise);

[[nodiscard]] std::string plain(const Exact& amount);

/// a * b rounded half-even to a multiple of 10^-digits, 0 <= digits <= 18; both >= 0.
[[nodiscard]] Exact product_half_even(const Exact& a, const Exact& b, unsigned digits);

/// Sum of one member of all objects of a list.
[[nodiscard]] Exact sum_of(const Json& rows, const char* member);

}  // namespace ballast::fuzz
