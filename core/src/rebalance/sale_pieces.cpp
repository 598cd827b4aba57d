#include "sale_pieces.hpp"

namespace ballast {

void SalePieces::reserve(std::size_t pieces) {
  pieces_.reserve(pieces);
  sums_.reserve(pieces);
}

void SalePieces::add(SalePiece piece) {
  const Sum before = sums_.empty() ? Sum{0, 0, 0} : sums_.back();
  pieces_.push_back(piece);
  sums_.push_back({before.width + piece.width, before.gain + piece.width * piece.gain,
                   before.gain_without_losses + piece.width * std::max(piece.gain, 0.0)});
}

double SalePieces::gain_of(double sold, bool losses_count) const {
  if (pieces_.empty()) return 0;
  const auto ends_before = [](const Sum& sum, double amount) { return sum.width < amount; };
  const auto at =
      static_cast<std::size_t>(std::lower_bound(sums_.begin(), sums_.end(), sold, ends_before) - sums_.begin());
  const Sum before = at == 0 ? Sum{0, 0, 0} : sums_[at - 1];
  const double whole = losses_count ? before.gain : before.gain_without_losses;
  if (at == pieces_.size()) return whole;
  const double gain = losses_count ? pieces_[at].gain : std::max(pieces_[at].gain, 0.0);
  return whole + (sold - before.width) * gain;
}

double SalePieces::sold_toward(double aim, double price) const {
  std::size_t low = 0;
  std::size_t high = pieces_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (aim - price * pieces_[middle].gain < sums_[middle].width) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  const double before = low == 0 ? 0 : sums_[low - 1].width;
  return low == pieces_.size() ? before : std::max(before, aim - price * pieces_[low].gain);
}

}  // namespace ballast
