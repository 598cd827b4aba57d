// A sale in the pieces that lots make of it, in the order in which they go, with sums over those before each: so that
// what a sale of any size gains, and how far it goes at a price, is found by halving and not by going through all lots.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace ballast {

struct SalePiece {
  double width;  ///< of the sale, at the price between bid and ask
  double gain;   ///< per unit of it, taxed; 0 where it is not
};

class SalePieces {
 public:
  void reserve(std::size_t pieces);
  void add(SalePiece piece);
  [[nodiscard]] const std::vector<SalePiece>& all() const { return pieces_; }

  /// Gains of the first `sold` of it, less its losses where they count.
  [[nodiscard]] double gain_of(double sold, bool losses_count) const;

  /// How much is sold where every piece goes on until `aim` - `price` * its gain is sold in all; pieces with rising
  /// gains, price >= 0.
  [[nodiscard]] double sold_toward(double aim, double price) const;

 private:
  struct Sum {
    double width;
    double gain;
    double gain_without_losses;
  };

  std::vector<SalePiece> pieces_;
  std::vector<Sum> sums_;  // to the end of each
};

}  // namespace ballast
