#include "ballast/policy/findings.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "ballast/taxonomy/class_values.hpp"
#include "ballast/taxonomy/concentration.hpp"

namespace ballast {
namespace {

constexpr int kPercentDigits = 2;

const Classification* find_classification(std::span<const Classification> all, std::string_view id) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const Classification& c) { return c.id == id; });
  return at == all.end() ? nullptr : &*at;
}

std::optional<ClassIndex> find_class(const Classification& classification, std::string_view id) {
  for (ClassIndex c = 0; c < classification.classes.size(); ++c) {
    if (classification.classes[c].id == id) return c;
  }
  return std::nullopt;
}

// One state of one portfolio, and what is found in it.
class Search {
 public:
  Search(const Portfolio& portfolio, std::span<const Classification> classifications, std::span<const Decimal> amounts,
         std::span<const Decimal> targets)
      : portfolio_(portfolio),
        classifications_(classifications),
        amounts_(amounts),
        assets_(amounts.first(portfolio.assets.size())),
        targets_(targets),
        total_(sum_of(amounts)) {
    for (AssetIndex i = 0; i < assets_.size(); ++i) {
      if (assets_[i].sign() > 0) held_.push_back(i);
    }
  }

  std::vector<Finding> run() {
    if (total_.is_zero()) return {};
    look_at_assets();
    look_at_stablecoins();
    look_at_securities();
    for (const Classification& classification : classifications_) look_at_classes(classification);
    look_at_crypto();
    return std::move(findings_);
  }

 private:
  void add(ReasonCode code, Parameters parameters) { findings_.push_back({code, std::move(parameters)}); }

  // Compared exactly, without dividing.
  [[nodiscard]] bool is_more(Decimal amount, Decimal share) const {
    return compare_products(amount, kOne, share, total_) > 0;
  }

  [[nodiscard]] std::string percent(Decimal amount) const {
    const Decimal hundred = Decimal::from_integer(100);
    return multiply_divide(amount, hundred, total_, Rounding::kHalfEven).text(kPercentDigits) + " %";
  }

  void look_at_assets() {
    for (const AssetIndex i : held_) {
      if (!is_more(assets_[i], finding_thresholds::kHeavyAsset)) continue;
      add(ReasonCode::kHeavyAsset, {{"symbol", portfolio_.assets[i].symbol}, {"weight", percent(assets_[i])}});
    }
    const Decimal effective = effective_number(assets_);
    if (effective.sign() > 0 && effective < finding_thresholds::kFewAssets) {
      add(ReasonCode::kFewEffectiveAssets, {{"number", effective.text()}});
    }
  }

  struct OfType {
    std::vector<AssetIndex> assets;  // of value, with some share in the class
    Decimal amount;                  // cash included
  };

  // What lies in the class of that id of the types.
  [[nodiscard]] OfType of_type(std::string_view id) const {
    const Classification* const types = find_classification(classifications_, known_ids::kType);
    const std::optional<ClassIndex> in = types == nullptr ? std::nullopt : find_class(*types, id);
    if (!in) return {};
    OfType out{{}, class_amounts(*types, amounts_).classes[*in]};
    std::ranges::copy_if(held_, std::back_inserter(out.assets),
                         [&](AssetIndex i) { return share_in(*types, i, *in).sign() > 0; });
    return out;
  }

  void look_at_stablecoins() {
    const auto [stablecoins, amount] = of_type(known_ids::kStablecoin);
    if (stablecoins.empty()) return;
    if (is_more(amount, finding_thresholds::kStablecoins)) {
      add(ReasonCode::kHeavyStablecoins, {{"weight", percent(amount)}});
    }
    const Classification* const issuers = find_classification(classifications_, known_ids::kIssuer);
    if (issuers == nullptr) return;
    for (const ClassIndex issuer : top_level_classes(*issuers)) {
      if (shares_nothing(issuers->classes[issuer]) || !all_lie_in(stablecoins, *issuers, issuer)) continue;
      add(ReasonCode::kOneStablecoinIssuer, {{"issuer", issuers->classes[issuer].name}, {"weight", percent(amount)}});
    }
  }

  void look_at_securities() {
    const auto [securities, amount] = of_type(known_ids::kSecurity);
    const Classification* const jurisdictions = find_classification(classifications_, known_ids::kJurisdiction);
    if (securities.empty() || jurisdictions == nullptr) return;
    const std::optional<ClassIndex> strict = find_class(*jurisdictions, known_ids::kStrict);
    if (!strict || !all_lie_in(securities, *jurisdictions, *strict)) return;
    add(ReasonCode::kSecuritiesInStrict, {{"class", jurisdictions->classes[*strict].name},
                                          {"classification", jurisdictions->name},
                                          {"weight", percent(amount)}});
  }

  [[nodiscard]] static bool shares_nothing(const AssetClass& one) {
    return std::ranges::find(known_ids::kNothingShared, one.id) != std::ranges::end(known_ids::kNothingShared);
  }

  [[nodiscard]] static bool all_lie_in(const std::vector<AssetIndex>& assets, const Classification& classification,
                                       ClassIndex in) {
    return std::all_of(assets.begin(), assets.end(),
                       [&](AssetIndex i) { return share_in(classification, i, in) == kOne; });
  }

  [[nodiscard]] bool is_heavy(Decimal amount) const {
    return compare_products(amount, kOne, finding_thresholds::kHeavyClass, total_) >= 0;
  }

  // Countries stand below kinds of jurisdiction; everywhere else the top level says enough.
  [[nodiscard]] static bool is_looked_at(const Classification& classification, const AssetClass& one) {
    return (!one.parent || classification.id == known_ids::kJurisdiction) && !shares_nothing(one);
  }

  // Of stablecoins it is said with what they are.
  [[nodiscard]] bool is_told_already(const Classification& classification, ClassIndex c, Decimal amount) const {
    return classification.id == known_ids::kType && classification.classes[c].id == known_ids::kStablecoin &&
           is_more(amount, finding_thresholds::kStablecoins);
  }

  void look_at_classes(const Classification& classification) {
    const ClassAmounts held = class_amounts(classification, amounts_);
    for (ClassIndex c = 0; c < classification.classes.size(); ++c) {
      if (!is_looked_at(classification, classification.classes[c])) continue;
      const Parameters parameters = {{"class", classification.classes[c].name},
                                     {"classification", classification.name},
                                     {"weight", percent(held.classes[c])}};
      if (held_.size() > 1 && all_lie_in(held_, classification, c)) {  // of a single asset it would say nothing new
        add(ReasonCode::kAllInOneClass, parameters);
      } else if (is_heavy(held.classes[c]) && !is_told_already(classification, c, held.classes[c])) {
        add(ReasonCode::kHeavyClass, parameters);
      }
    }
    if (is_more(held.unclassified, finding_thresholds::kUnclassified)) {
      add(ReasonCode::kMuchUnclassified,
          {{"classification", classification.name}, {"weight", percent(held.unclassified)}});
    }
    if (targets_.empty()) return;
    const ClassAmounts wanted = class_amounts(classification, targets_);
    for (const ClassIndex c : top_level_classes(classification)) {
      if (wanted.classes[c].is_zero() || !held.classes[c].is_zero()) continue;
      const Decimal hundred = Decimal::from_integer(100);
      const Decimal target = multiply(wanted.classes[c], hundred, Rounding::kHalfEven);
      add(ReasonCode::kClassNotHeld, {{"class", classification.classes[c].name},
                                      {"classification", classification.name},
                                      {"target", target.text(kPercentDigits) + " %"}});
    }
  }

  void look_at_crypto() {
    const Classification* const types = find_classification(classifications_, known_ids::kType);
    if (types == nullptr) return;
    const Decimal crypto = crypto_amount(*types);
    if (!is_more(crypto, finding_thresholds::kCrypto)) return;
    add(ReasonCode::kCryptoFallsTogether, {{"weight", percent(crypto)}});
  }

  // A class counts by its own id, or by the class above it where its own means nothing here.
  [[nodiscard]] Decimal crypto_amount(const Classification& types) const {
    const std::vector<Decimal> amounts = class_amounts(types, amounts_).classes;
    std::vector<bool> counts(types.classes.size());
    Decimal sum;
    for (ClassIndex c = 0; c < counts.size(); ++c) {
      const auto& [id, name, parent, at_least] = types.classes[c];
      const bool above = parent && counts[*parent];
      const bool crypto = std::ranges::find(known_ids::kCrypto, id) != std::ranges::end(known_ids::kCrypto);
      counts[c] = crypto || (above && id != known_ids::kStablecoin && id != known_ids::kSecurity);
      if (counts[c] && !above) sum += amounts[c];
      if (!counts[c] && above) sum -= amounts[c];
    }
    return sum;
  }

  const Portfolio& portfolio_;
  std::span<const Classification> classifications_;
  std::span<const Decimal> amounts_;
  std::span<const Decimal> assets_;  // without cash
  std::span<const Decimal> targets_;
  Decimal total_;
  std::vector<AssetIndex> held_;  // assets of value
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> find_findings(const Portfolio& portfolio, std::span<const Classification> classifications,
                                   std::span<const Decimal> amounts, std::span<const Decimal> targets) {
  return Search(portfolio, classifications, amounts, targets).run();
}

}  // namespace ballast
