// Numbers from a seed, the same on every platform: SplitMix64 (Steele, Lea, Flood 2014).
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ballast::test {

class Draw {
 public:
  // The first number of a seed is its state: seeds next to each other do not walk the same way one step apart.
  explicit Draw(std::uint64_t seed) : state_(seed) { state_ = next(); }

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// 0 … below 1
  double unit() { return std::ldexp(static_cast<double>(next() >> 11U), -53); }
  /// from … to, both included
  int between(int from, int to) { return from + static_cast<int>(next() % static_cast<std::uint64_t>(to - from + 1)); }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  bool one_in(int n) { return between(1, n) == 1; }

  /// Multiples of 1/parts, >= 0, that sum to 1.
  std::vector<double> shares(std::size_t count, int parts) {
    std::vector<int> units(count);
    for (int k = 0; k < parts; ++k) ++units[below(count)];
    std::vector<double> out;
    for (const int unit : units) out.push_back(static_cast<double>(unit) / parts);
    return out;
  }

  std::vector<std::size_t> permutation(std::size_t count) {
    std::vector<std::size_t> out(count);
    for (std::size_t i = 0; i < count; ++i) out[i] = i;
    for (std::size_t i = count; i > 1; --i) std::swap(out[i - 1], out[below(i)]);
    return out;
  }

 private:
  std::uint64_t state_;
};

}  // namespace ballast::test
