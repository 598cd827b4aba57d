// The commands: JSON text in, JSON text out, {"ok":true,"value":…} or {"ok":false,"errors":[…]}. They never throw.
// wasm/planner/planner.d.ts says what each reply holds.
#pragma once

#include <string>
#include <string_view>

namespace ballast {

/// Version, limits, known currencies, and every error and reason code with its words.
[[nodiscard]] std::string describe_command();

/// Whether a document can be read, with all its problems or its notices.
[[nodiscard]] std::string validate_command(std::string_view document);

/// Values, weights, drift, and distances from targets and bands of a document as it stands.
[[nodiscard]] std::string summarize_command(std::string_view document);

/// The targets that follow from a document's rules, and where rules conflict.
[[nodiscard]] std::string resolve_command(std::string_view document);

/// A plan of trades. An empty request is a full rebalance.
[[nodiscard]] std::string plan_command(std::string_view document, std::string_view request);

/// What the accounts hold after trades were made, at prices and in quantities of their own; from there the next plan is
/// made. An empty request says that nothing was done.
[[nodiscard]] std::string carry_out_command(std::string_view document, std::string_view request);

/// What current and target weights, and on request those after a plan, are made of. An empty request asks for no cross
/// tables and no plan.
[[nodiscard]] std::string analyze_command(std::string_view document, std::string_view request);

/// A risk figure and a rough mix from answers to the questionnaire that `describe_command` gives.
[[nodiscard]] std::string profile_command(std::string_view request);

}  // namespace ballast
