#include "ballast/app/commands.hpp"

#include <exception>

#include "ballast/io/document.hpp"
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

}  // namespace

std::string describe_command() {
  return guarded([] { return write_description(); });
}

std::string validate_command(std::string_view text) {
  return guarded([&] {
    const Result<Document> document = read_document(text);
    if (!document.ok()) return write_failure(document.problems());
    return write_validation(find_notices(document.value().portfolio, document.value().policy));
  });
}

std::string summarize_command(std::string_view text) {
  return guarded([&] {
    const Result<Document> document = read_document(text);
    if (!document.ok()) return write_failure(document.problems());
    return write_summary(document.value(), find_notices(document.value().portfolio, document.value().policy));
  });
}

std::string plan_command(std::string_view document_text, std::string_view request_text) {
  return guarded([&] {
    const Result<Document> document = read_document(document_text);
    if (!document.ok()) return write_failure(document.problems());
    const Result<PlanRequest> request = read_request(request_text, document.value());
    if (!request.ok()) return write_failure(request.problems());
    const Result<Plan> plan = make_plan(document.value().portfolio, document.value().policy, request.value());
    if (!plan.ok()) return write_failure(plan.problems());
    return write_plan(document.value(), plan.value(),
                      find_notices(document.value().portfolio, document.value().policy));
  });
}

}  // namespace ballast
