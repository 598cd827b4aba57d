#include "../../../core/src/rebalance/sale_pieces.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace ballast;
using Catch::Approx;

namespace {

// 10 at a loss of 0.2 each, 20 at a gain of 0.1, 30 at a gain of 0.5.
SalePieces three_pieces() {
  SalePieces pieces;
  pieces.add({10, -0.2});
  pieces.add({20, 0.1});
  pieces.add({30, 0.5});
  return pieces;
}

}  // namespace

TEST_CASE("What a sale gains piece by piece, with its losses and without", "[rebalance]") {
  const SalePieces pieces = three_pieces();
  CHECK(pieces.gain_of(0, true) == 0);
  CHECK(pieces.gain_of(5, true) == Approx(-1));
  CHECK(pieces.gain_of(10, true) == Approx(-2));
  CHECK(pieces.gain_of(25, true) == Approx(-0.5));
  CHECK(pieces.gain_of(40, true) == Approx(5));
  CHECK(pieces.gain_of(60, true) == Approx(15));
  CHECK(pieces.gain_of(61, true) == Approx(15));
  CHECK(pieces.gain_of(25, false) == Approx(1.5));
  CHECK(SalePieces().gain_of(1, true) == 0);
}

TEST_CASE("A sale goes on until the next piece is not worth it", "[rebalance]") {
  const SalePieces pieces = three_pieces();
  // Until 40 - 50 gain is sold: 50 in the first piece, 35 in the second, 15 in the third.
  CHECK(pieces.sold_toward(40, 50) == Approx(30));
  CHECK(pieces.sold_toward(12, 0) == Approx(12));
  CHECK(pieces.sold_toward(5, 10) == Approx(7));
  CHECK(pieces.sold_toward(-1, 0) == 0);
  CHECK(pieces.sold_toward(99, 0) == Approx(60));
  CHECK(SalePieces().sold_toward(1, 1) == 0);
}
