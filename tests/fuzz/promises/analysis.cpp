#include "promises/analysis.hpp"

#include <string>

#include "support/broken.hpp"
#include "support/exact.hpp"

namespace ballast::fuzz {
namespace {

void check_share(const Json& share, const char* what) {
  const Exact value = exact(share);
  if (value < 0 || value > one()) broken(what, share.dump());
}

// A table's cells sum to exactly 1, or are all 0: whether they are.
bool check_cells(const Json& table) {
  const Json& cells = table.at("cells");
  must(cells.size() == table.at("row_classes").size(), "a row of cells per class");
  must(table.at("row_classes").back().is_null() && table.at("column_classes").back().is_null(),
       "what is unclassified is last");
  Exact sum = 0;
  bool all_zero = true;
  for (const Json& row : cells) {
    must(row.size() == table.at("column_classes").size(), "a cell per column");
    for (const Json& cell : row) {
      check_share(cell, "a cell lies in 0 … 1");
      all_zero = all_zero && exact(cell) == 0;
      sum += exact(cell);
    }
  }
  if (!all_zero && sum != one()) broken("cells sum to exactly 1", plain(sum));
  return all_zero;
}

void check_composition(const Json& state, const Json& document, const Json& request) {
  must(exact(state.at("effective_assets")) >= 0, "there are no negative numbers of assets");
  if (!state.at("largest").is_null()) check_share(state.at("largest").at("weight"), "the largest lies in 0 … 1");
  const Json given = document.value("classifications", Json::array());
  must(state.at("classifications").size() == given.size(), "one entry per classification");
  for (const Json& entry : state.at("classifications")) {
    check_share(entry.at("unclassified"), "what is unclassified lies in 0 … 1");
    must(exact(entry.at("effective_classes")) >= 0, "there are no negative numbers of classes");
  }
  const Json asked = request.value("cross_tables", Json::array());
  const Json& tables = state.at("cross_tables");
  must(tables.size() == asked.size(), "a table for each that was asked for");
  for (std::size_t i = 0; i < asked.size(); ++i) {
    must(tables[i].at("rows") == asked[i].at("rows") && tables[i].at("columns") == asked[i].at("columns"),
         "tables are in the order asked for");
    check_cells(tables[i]);
  }
}

}  // namespace

void check_analysis(const Json& analysis, const Json& document, const Json& request) {
  check_composition(analysis.at("current"), document, request);
  check_composition(analysis.at("target"), document, request);
  for (const Json& table : analysis.at("target").at("cross_tables"))
    must(!check_cells(table), "targets weigh something");
  if (!analysis.at("after").is_null()) {
    must(request.contains("plan"), "what a plan leads to is told where a plan was asked for");
    check_composition(analysis.at("after"), document, request);
  }
  for (const Json& finding : analysis.at("findings")) {
    if (!analysis.contains(finding.at("state").get<std::string>())) broken("a finding is of a state", finding.dump());
  }
}

}  // namespace ballast::fuzz
