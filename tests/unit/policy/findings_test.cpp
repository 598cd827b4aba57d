#include "ballast/policy/findings.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "../money/decimal_literals.hpp"
#include "ballast/base/message_table.hpp"

namespace ballast {
namespace {

using Lines = std::vector<std::string>;

// Six assets: two coins, a stablecoin of each of two issuers, a security token, and one that has no class anywhere.
class FindingsCase {
 public:
  FindingsCase() {
    for (const char* symbol : {"BTC", "ETH", "USDX", "USDY", "SEC", "ODD"}) {
      Asset asset;
      asset.id = asset.symbol = symbol;
      portfolio.assets.push_back(asset);
    }
  }

  // Classes as {id, parent}; members as {asset, class}, all of it; 6 is cash.
  void classify(const char* id, const std::vector<std::pair<const char*, int>>& classes,
                const std::vector<std::pair<std::size_t, ClassIndex>>& members) {
    Classification out;
    out.id = id;
    out.name = std::string("the ") + id;
    for (const auto& [name, parent] : classes) {
      out.classes.push_back({name, std::string("a ") + name, {}, {}});
      if (parent >= 0) out.classes.back().parent = static_cast<ClassIndex>(parent);
    }
    out.members.resize(7);
    for (const auto& [position, in] : members) out.members[position].push_back({in, "1"_d});
    classifications.push_back(out);
  }

  // "heavy_asset symbol=BTC weight=30.00 %"
  [[nodiscard]] Lines found(const std::vector<Decimal>& amounts, const std::vector<Decimal>& targets = {}) const {
    Lines out;
    for (const Finding& finding : find_findings(portfolio, classifications, amounts, targets)) {
      std::string line(reason_text(finding.code));
      REQUIRE(line.starts_with("finding/"));
      line.erase(0, 8);
      for (const auto& [name, value] : finding.parameters) line += " " + name + "=" + value;
      CHECK(english(finding.code, finding.parameters).find('{') == std::string::npos);
      out.push_back(line);
    }
    return out;
  }

  Portfolio portfolio;
  std::vector<Classification> classifications;
};

// Five assets of 18 each: 25/(5 * 1) = 5 effective ones, none above a quarter. Cash 10.
const std::vector<Decimal> kEven = {"18"_d, "18"_d, "18"_d, "18"_d, "18"_d, "0"_d, "10"_d};

TEST_CASE("nothing stands out where nothing is held, or nothing is uneven", "[policy][findings]") {
  CHECK(FindingsCase().found(std::vector<Decimal>(7)).empty());
  CHECK(FindingsCase().found(kEven).empty());
  FindingsCase classified;
  classified.classify("type", {{"currency", -1}, {"stablecoin", -1}}, {{0, 0}});
  CHECK(classified.found(std::vector<Decimal>(7), kEven).empty());
}

TEST_CASE("one asset above a quarter of the whole, and few of them", "[policy][findings]") {
  // Exactly a quarter is not above it. Weights of the assets 25/90, 16.25/90 four times: 8100/(625 + 4 * 264.0625)
  // = 8100/1681.25 = 4.8178…
  CHECK(FindingsCase().found({"25"_d, "16.25"_d, "16.25"_d, "16.25"_d, "16.25"_d, "0"_d, "10"_d}) ==
        Lines{"few_effective_assets number=4.818"});
  // 26.004 of 100.004; 90.004^2 / (26.004^2 + 4 * 256) = 8100.72…/1700.208… = 4.7645…
  CHECK(FindingsCase().found({"26.004"_d, "16"_d, "16"_d, "16"_d, "16"_d, "0"_d, "10"_d}) ==
        Lines{"heavy_asset symbol=BTC weight=26.00 %", "few_effective_assets number=4.765"});
  // Cash is not an asset.
  CHECK(FindingsCase().found({"18"_d, "18"_d, "18"_d, "18"_d, "18"_d, "0"_d, "900"_d}).empty());
  CHECK(FindingsCase().found({"0"_d, "0"_d, "0"_d, "0"_d, "0"_d, "0"_d, "1"_d}).empty());
}

TEST_CASE("a half or more in one top-level class", "[policy][findings]") {
  FindingsCase c;
  c.classify("country", {{"eu", -1}, {"de", 0}, {"us", -1}}, {{0, 1}, {1, 1}, {2, 0}, {3, 2}, {4, 2}, {6, 2}});
  CHECK(c.found(kEven) == Lines{"heavy_class class=a eu classification=the country weight=54.00 %"});
  // 50 of 100 on either side; the lower class with its 36 is not looked at.
  CHECK(c.found({"18"_d, "18"_d, "14"_d, "18"_d, "18"_d, "0"_d, "14"_d}) ==
        Lines{"few_effective_assets number=4.957",  // 86^2 / (4 * 324 + 196) = 7396/1492 = 4.9571…
              "heavy_class class=a eu classification=the country weight=50.00 %",
              "heavy_class class=a us classification=the country weight=50.00 %"});
}

TEST_CASE("all assets in one class, wherever the cash is", "[policy][findings]") {
  FindingsCase c;
  c.classify("consensus", {{"pow", -1}, {"pos", -1}}, {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}});
  CHECK(c.found({"18"_d, "18"_d, "18"_d, "18"_d, "18"_d, "0"_d, "0"_d}) ==
        Lines{"all_in_one_class class=a pow classification=the consensus weight=100.00 %"});
  CHECK(c.found({"1"_d, "1"_d, "1"_d, "1"_d, "1"_d, "0"_d, "995"_d}) ==
        Lines{"all_in_one_class class=a pow classification=the consensus weight=0.50 %",
              "much_unclassified classification=the consensus weight=99.50 %"});
  // A single asset is in one class anyway.
  CHECK(c.found({"90"_d, "0"_d, "0"_d, "0"_d, "0"_d, "0"_d, "10"_d}) ==
        Lines{"heavy_asset symbol=BTC weight=90.00 %", "few_effective_assets number=1",
              "heavy_class class=a pow classification=the consensus weight=90.00 %"});
  // One asset elsewhere, however little of it.
  c.classifications[0].members[4] = {{0, "0.9"_d}, {1, "0.1"_d}};
  CHECK(c.found({"18"_d, "18"_d, "18"_d, "18"_d, "18"_d, "0"_d, "0"_d}) ==
        Lines{"heavy_class class=a pow classification=the consensus weight=98.00 %"});
}

TEST_CASE("a country is looked at too, though it stands below a kind of jurisdiction", "[policy][findings]") {
  FindingsCase c;
  c.classify("jurisdiction", {{"friendly", -1}, {"ch", 0}, {"neutral", -1}, {"us", 2}, {"de", 2}},
             {{0, 3}, {1, 3}, {2, 3}, {3, 4}, {4, 1}, {6, 0}});
  CHECK(c.found(kEven) == Lines{"heavy_class class=a neutral classification=the jurisdiction weight=72.00 %",
                                "heavy_class class=a us classification=the jurisdiction weight=54.00 %"});
  c.classifications[0].id = "region";
  CHECK(c.found(kEven) == Lines{"heavy_class class=a neutral classification=the jurisdiction weight=72.00 %"});
}

TEST_CASE("a class of what has nothing in common is no concentration", "[policy][findings]") {
  FindingsCase c;
  c.classify("chain", {{"own_chain", -1}, {"ethereum", -1}}, {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 1}, {6, 0}});
  CHECK(c.found(kEven).empty());
  c.classify("type", {{"stablecoin", -1}, {"a", -1}, {"b", -1}}, {{2, 0}, {3, 0}, {0, 1}, {1, 1}, {4, 2}, {6, 2}});
  c.classify("issuer", {{"no_issuer", -1}}, {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}, {6, 0}});
  CHECK(c.found(kEven).empty());
  c.classifications[2].classes[0].id = "x";
  CHECK(c.found(kEven) == Lines{"one_stablecoin_issuer issuer=a no_issuer weight=36.00 %",
                                "all_in_one_class class=a no_issuer classification=the issuer weight=100.00 %"});
}

TEST_CASE("more than a tenth unclassified", "[policy][findings]") {
  FindingsCase c;
  c.classify("sector", {{"a", -1}, {"b", -1}, {"c", -1}}, {{0, 0}, {1, 0}, {2, 1}, {3, 1}, {4, 2}});
  CHECK(c.found(kEven).empty());  // cash, exactly a tenth
  CHECK(c.found({"18"_d, "18"_d, "18"_d, "18"_d, "18"_d, "0.01"_d, "10"_d}) ==
        Lines{"much_unclassified classification=the sector weight=10.01 %"});
}

TEST_CASE("stablecoins above a half, and all by one issuer", "[policy][findings]") {
  FindingsCase c;
  c.classify("type", {{"stablecoin", -1}, {"fiat", 0}, {"plain", -1}},
             {{2, 1}, {3, 0}, {0, 2}, {1, 2}, {4, 2}, {6, 2}});
  c.classify("issuer", {{"x", -1}, {"x_eu", 0}, {"y", -1}, {"z", -1}},
             {{2, 1}, {3, 2}, {0, 3}, {1, 3}, {4, 3}, {6, 3}});
  const std::vector<Decimal> half = {"25"_d, "10"_d, "25"_d, "25"_d, "15"_d, "0"_d, "0"_d};
  // 1/(3 * 0.0625 + 0.01 + 0.0225) = 1/0.22 = 4.545…; exactly a half is not above it.
  CHECK(c.found(half) == Lines{"few_effective_assets number=4.545",
                               "heavy_class class=a stablecoin classification=the type weight=50.00 %",
                               "heavy_class class=a plain classification=the type weight=50.00 %",
                               "heavy_class class=a z classification=the issuer weight=50.00 %"});
  // All of USDX: 60 of 100, by x and not by y; others 10 each. 1/(0.36 + 0.04) = 2.5.
  const std::vector<Decimal> one = {"10"_d, "10"_d, "60"_d, "0"_d, "10"_d, "0"_d, "10"_d};
  CHECK(c.found(one) == Lines{"heavy_asset symbol=USDX weight=60.00 %",
                              "few_effective_assets number=2.077",  // 90^2 / (3600 + 300) = 8100/3900
                              "heavy_stablecoins weight=60.00 %", "one_stablecoin_issuer issuer=a x weight=60.00 %",
                              "heavy_class class=a x classification=the issuer weight=60.00 %"});
  // An issuer that is known for one of two only is not the issuer of all.
  FindingsCase two = c;
  two.classifications[1].members[3].clear();
  for (const std::string& line : two.found(half)) CHECK_FALSE(line.starts_with("one_stablecoin_issuer"));
  two.classifications[1].members[3] = {{0, "1"_d}};
  CHECK(two.found(half)[1] == "one_stablecoin_issuer issuer=a x weight=50.00 %");
}

TEST_CASE("all security tokens in a strict jurisdiction", "[policy][findings]") {
  FindingsCase c;
  c.classify("type", {{"security", -1}, {"x", -1}, {"y", -1}}, {{4, 0}, {0, 1}, {1, 1}, {2, 2}, {3, 2}, {6, 2}});
  c.classify("jurisdiction", {{"friendly", -1}, {"strict", -1}, {"us", 1}, {"open", -1}},
             {{4, 2}, {0, 0}, {1, 0}, {2, 3}, {3, 3}, {6, 3}});
  const std::string found = "securities_in_strict class=a strict classification=the jurisdiction weight=18.00 %";
  CHECK(c.found(kEven) == Lines{found});
  // A second one elsewhere, of value: no more.
  c.classifications[0].members[0] = {{0, "0.5"_d}, {1, "0.5"_d}};
  CHECK(c.found(kEven).empty());
  c.classifications[1].members[0] = {{1, "1"_d}};
  CHECK(c.found(kEven) == Lines{"securities_in_strict class=a strict classification=the jurisdiction weight=27.00 %"});
  c.classifications[0].id = "kind";
  CHECK(c.found(kEven).empty());
}

TEST_CASE("a class with a target of which nothing is held", "[policy][findings]") {
  FindingsCase c;
  c.classify("sector", {{"a", -1}, {"b", -1}, {"c", -1}, {"d", -1}},
             {{0, 0}, {1, 0}, {2, 1}, {3, 1}, {4, 2}, {5, 3}, {6, 2}});
  const std::vector<Decimal> targets = {"0.2"_d, "0.2"_d, "0.2"_d, "0.1"_d, "0.1"_d, "0.125"_d, "0.075"_d};
  CHECK(c.found(kEven, targets) == Lines{"class_not_held class=a d classification=the sector target=12.50 %"});
  CHECK(c.found(kEven).empty());
  CHECK(c.found(targets).empty());
}

TEST_CASE("what falls together: crypto without stablecoins and security tokens", "[policy][findings]") {
  const auto crypto = [](const FindingsCase& c, const std::vector<Decimal>& amounts) {
    Lines out;
    for (const std::string& line : c.found(amounts)) {
      if (line.starts_with("crypto")) out.push_back(line);
    }
    return out;
  };
  FindingsCase flat;
  flat.classify("type", {{"currency", -1}, {"utility", -1}, {"stablecoin", -1}}, {{0, 0}, {1, 1}, {2, 2}});
  CHECK(crypto(flat, {"50"_d, "30"_d, "20"_d, "0"_d, "0"_d, "0"_d, "0"_d}).empty());  // exactly four fifths
  CHECK(crypto(flat, {"50"_d, "31"_d, "19"_d, "0"_d, "0"_d, "0"_d, "0"_d}) ==
        Lines{"crypto_falls_together weight=81.00 %"});
  CHECK(crypto(flat, {"50"_d, "31"_d, "19"_d, "0"_d, "0"_d, "0"_d, "10"_d}).empty());  // 81 of 110
  // As a tree: crypto with coins, stablecoins (and one kind of them) and security tokens below it.
  FindingsCase tree;
  tree.classify("type", {{"crypto", -1}, {"coin", 0}, {"utility", 1}, {"stablecoin", 0}, {"fiat", 3}, {"security", 0}},
                {{0, 1}, {1, 2}, {2, 4}, {3, 3}, {4, 5}, {5, 0}});
  CHECK(crypto(tree, {"50"_d, "20"_d, "4"_d, "5"_d, "6"_d, "15"_d, "0"_d}) ==
        Lines{"crypto_falls_together weight=85.00 %"});
  CHECK(crypto(tree, {"50"_d, "20"_d, "4"_d, "5"_d, "11"_d, "10"_d, "0"_d}).empty());
}

TEST_CASE("findings are facts, not advice", "[policy][findings]") {
  int count = 0;
  for (const ReasonMessage& row : reason_messages()) {
    if (!row.text.starts_with("finding/")) continue;
    ++count;
    for (const std::string_view word :
         {"recommend", "advise", "advice", "best",     "better",   "should",     "must",     "need",
          "consider",  "avoid",  "reduce", "increase", "too much", "too little", "too many", "too few",
          "good",      "bad",    "safe",   "danger",   "please",   "!"}) {
      CAPTURE(row.text, word);
      CHECK(row.english.find(word) == std::string_view::npos);
    }
  }
  CHECK(count == 10);
}

}  // namespace
}  // namespace ballast
