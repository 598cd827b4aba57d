#include "ballast/app/commands.hpp"

#include <exception>
#include <functional>

#include "ballast/app/version.hpp"
#include "ballast/base/limits.hpp"
#include "ballast/base/message_table.hpp"
#include "ballast/io/document.hpp"
#include "ballast/model/valuation.hpp"
#include "ballast/policy/drift.hpp"
#include "ballast/rebalance/make_plan.hpp"
#include "read_request.hpp"
#include "write_reply.hpp"

namespace ballast {
namespace {

// The last line of defence of "nothing throws across Embind": what still gets here is a fault of ours or memory.
template <typename Command>
std::string guarded(Command command) {
  try {
    return command();
  } catch (const std::exception& error) {
    return failure({{ErrorCode::kInternal, Source::kEngine, "", {{"detail", error.what()}}}});
  } catch (...) {
    return failure({{ErrorCode::kInternal, Source::kEngine, "", {{"detail", "unknown"}}}});
  }
}

Json write_summary(const Document& document) {
  const Portfolio& portfolio = document.portfolio;
  const std::vector<Decimal> values = asset_and_cash_values(portfolio);
  const std::vector<Decimal> weights = shown_weights(values);
  Decimal total;
  for (const Decimal value : values) total += value;

  Json out;
  out["base_currency"] = write_currency(portfolio.base_currency);
  out["total_value"] = total.text();
  out["weights"] = Json::array();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Target& target = document.policy.targets[i];
    const std::optional<BandEdges> band = band_edges(target.band, target.weight);
    out["weights"].push_back({{"asset", i < portfolio.assets.size() ? Json(portfolio.assets[i].id) : Json(nullptr)},
                              {"value", values[i].text()},
                              {"weight", weights[i].text()},
                              {"target", target.weight.text()},
                              {"band", write_band(band)},
                              {"outside_band", is_outside(band, values[i], total)}});
  }
  out["drift"] = write_drift(measure_drift(values, document.policy));
  out["accounts"] = Json::array();
  for (const Account& account : portfolio.accounts) {
    out["accounts"].push_back({{"account", account.id},
                               {"cash", account.cash.text()},
                               {"value", account_value(portfolio, account).text()}});
  }
  out["notices"] = write_notices(find_notices(portfolio, document.policy));
  return out;
}

}  // namespace

std::string describe_command() {
  return guarded([] {
    Json out;
    out["name"] = "ballast";
    out["version"] = kVersion;
    out["document_version"] = kDocumentVersion;
    out["currencies"] = Json::array();
    for (const KnownCurrency& known : known_currencies()) {
      out["currencies"].push_back({{"code", known.code}, {"minor_unit_digits", known.minor_unit_digits}});
    }
    out["limits"] = {{"document_bytes", limits::kDocumentBytes}, {"request_bytes", limits::kRequestBytes},
                     {"nesting", limits::kNesting},              {"assets", limits::kAssets},
                     {"accounts", limits::kAccounts},            {"holdings", limits::kHoldings},
                     {"pairs", limits::kPairs},                  {"text_characters", limits::kTextCharacters}};
    out["error_codes"] = Json::array();
    for (const ErrorMessage& row : error_messages()) {
      out["error_codes"].push_back({{"code", row.text}, {"message", row.english}});
    }
    out["reason_codes"] = Json::array();
    for (const ReasonMessage& row : reason_messages()) {
      out["reason_codes"].push_back({{"code", row.text}, {"text", row.english}});
    }
    return success(std::move(out));
  });
}

std::string validate_command(std::string_view text) {
  return guarded([&] {
    const Result<Document> document = read_document(text);
    if (!document.ok()) return failure(document.problems());
    Json out;
    out["valid"] = true;
    out["notices"] = write_notices(find_notices(document.value().portfolio, document.value().policy));
    return success(std::move(out));
  });
}

std::string summarize_command(std::string_view text) {
  return guarded([&] {
    const Result<Document> document = read_document(text);
    return document.ok() ? success(write_summary(document.value())) : failure(document.problems());
  });
}

std::string plan_command(std::string_view document_text, std::string_view request_text) {
  return guarded([&] {
    const Result<Document> document = read_document(document_text);
    if (!document.ok()) return failure(document.problems());
    const Result<PlanRequest> request = read_request(request_text, document.value());
    if (!request.ok()) return failure(request.problems());
    const Result<Plan> plan = make_plan(document.value().portfolio, document.value().policy, request.value());
    if (!plan.ok()) return failure(plan.problems());
    const std::vector<Notice> notices = find_notices(document.value().portfolio, document.value().policy);
    return success(write_plan(document.value(), plan.value(), notices));
  });
}

}  // namespace ballast
