#include "ballast/app/commands.hpp"

#include <exception>

#include "ballast/rebalance/carry_out.hpp"
#include "ballast/rebalance/make_plan.hpp"
#include "read_analysis_request.hpp"
#include "read_execution.hpp"
#include "read_profile_request.hpp"
#include "read_request.hpp"
#include "settled_document.hpp"
#include "write_accounts.hpp"
#include "write_analysis.hpp"
#include "write_profile.hpp"
#include "write_reply.hpp"
#include "write_resolution.hpp"

namespace ballast {
namespace {

// The last line of defence of "nothing throws across Embind": what still gets here is a fault of ours or memory.
template <typename Command>
std::string guarded(Command command) {
  try {
    return command();
  } catch (const ArithmeticOverflow&) {
    // What is held is in range, but what follows from it is not: a fee or a step of 1e20, or a quantity at a tiny
    // price.
    return write_failure({{ErrorCode::kTotalTooLarge, Source::kDocument, "", {{"limit", kMaximum.text()}}}});
  } catch (const std::exception& error) {
    return write_failure({{ErrorCode::kInternal, Source::kEngine, "", {{"detail", error.what()}}}});
  } catch (...) {
    return write_failure({{ErrorCode::kInternal, Source::kEngine, "", {{"detail", "unknown"}}}});
  }
}

template <typename Command>
std::string with_document(std::string_view text, Command command) {
  return guarded([&] {
    const Result<SettledDocument> settled = settle_document(text);
    return settled.ok() ? command(settled.value()) : write_failure(settled.problems());
  });
}

Result<Plan> plan_for(const SettledDocument& settled, const PlanRequest& request) {
  if (Problems conflict = conflict_of(settled); !conflict.empty()) return conflict;
  return make_plan(settled.document.portfolio, settled.document.policy, request);
}

}  // namespace

std::string describe_command() {
  return guarded([] { return write_description(); });
}

std::string validate_command(std::string_view text) {
  return with_document(text, [](const SettledDocument& settled) { return write_validation(notices_of(settled)); });
}

std::string summarize_command(std::string_view text) {
  return with_document(text, [](const SettledDocument& settled) { return write_summary(settled); });
}

std::string resolve_command(std::string_view text) {
  return with_document(text, [](const SettledDocument& settled) { return write_resolution(settled); });
}

std::string plan_command(std::string_view document_text, std::string_view request_text) {
  return with_document(document_text, [&](const SettledDocument& settled) {
    const Result<PlanRequest> request = read_request(request_text, settled.document);
    if (!request.ok()) return write_failure(request.problems());
    const Result<Plan> plan = plan_for(settled, request.value());
    return plan.ok() ? write_plan(settled, plan.value()) : write_failure(plan.problems());
  });
}

std::string carry_out_command(std::string_view document_text, std::string_view request_text) {
  return guarded([&] {
    const Result<Document> document = read_document(document_text);
    if (!document.ok()) return write_failure(document.problems());
    const Result<Execution> execution = read_execution(request_text, document.value());
    if (!execution.ok()) return write_failure(execution.problems());
    const Result<Portfolio> after = carry_out(document.value().portfolio, execution.value());
    return after.ok() ? write_accounts(after.value()) : write_failure(after.problems());
  });
}

std::string analyze_command(std::string_view document_text, std::string_view request_text) {
  return with_document(document_text, [&](const SettledDocument& settled) {
    const Document& document = settled.document;
    const Result<AnalysisRequest> request = read_analysis_request(request_text, document);
    if (!request.ok()) return write_failure(request.problems());
    if (!request.value().plan) return write_analysis(document, request.value(), nullptr);
    const Result<Plan> plan = plan_for(settled, *request.value().plan);
    return plan.ok() ? write_analysis(document, request.value(), &plan.value()) : write_failure(plan.problems());
  });
}

std::string profile_command(std::string_view request_text) {
  return guarded([&] {
    const Result<ProfileRequest> request = read_profile_request(request_text);
    if (!request.ok()) return write_failure(request.problems());
    const auto& [answers, horizon_years, constants] = request.value();
    return write_profile(score_profile(answers, horizon_years, constants), constants);
  });
}

}  // namespace ballast
