#include "read_groups.hpp"

#include <algorithm>
#include <utility>

#include "ballast/base/limits.hpp"
#include "read_policy.hpp"

namespace ballast {
namespace {

class GroupsReader {
 public:
  explicit GroupsReader(DocumentContext& context) : context_(context), document_(context.document) {}

  void read(Fields& fields) {
    const Place list = fields.at("groups");
    for (const JsonValue& value : fields.list("groups", false, limits::kGroups, "groups")) {
      document_.groups.push_back(read_group(value, Place(list, document_.groups.size())));
    }
    if (!fields.has("group")) return;
    const std::string id = fields.text("group", false);
    if (id.empty()) return;
    document_.group = ids_.find(id);
    if (!document_.group) fields.report("group", ErrorCode::kUnknownGroup, {{"id", id}});
  }

 private:
  AccountGroup read_group(const JsonValue& value, const Place& place) {
    Fields fields(context_.intake, value, place);
    AccountGroup out;
    out.id = fields.text("id", true);
    out.name = fields.text("name", false);
    ids_.add(context_.intake, out.id, document_.groups.size(), fields.at("id"));
    read_members(fields, out);
    if (const JsonValue* own = fields.member("policy", false)) out.policy = read_own_policy(*own, fields.at("policy"));
    fields.finish();
    return out;
  }

  void read_members(Fields& fields, AccountGroup& group) {
    const Place list = fields.at("accounts");
    std::size_t index = 0;
    const std::size_t before = context_.intake.reported();
    const std::vector<JsonValue>& items = fields.list("accounts", true, limits::kAccounts, "accounts");
    for (const JsonValue& item : items) {
      const Place place(list, index++);
      const std::string id = read_text(context_.intake, item, place, false);
      if (id.empty()) continue;
      const std::optional<std::size_t> account = document_.account_ids.find(id);
      if (!account) {
        context_.intake.report(ErrorCode::kUnknownAccount, place, {{"id", id}});
      } else if (std::find(group.accounts.begin(), group.accounts.end(), *account) != group.accounts.end()) {
        context_.report_twice(place, id);
      } else {
        group.accounts.push_back(*account);
      }
    }
    std::sort(group.accounts.begin(), group.accounts.end());
    if (items.empty() && context_.intake.reported() == before) {
      fields.report("accounts", ErrorCode::kEmptyGroup, {});
    }
  }

  // Read where a policy is read, and taken from there.
  TargetPolicy read_own_policy(const JsonValue& value, const Place& place) {
    TargetPolicy& there = document_;
    TargetPolicy own = std::exchange(there, {});
    read_policy(context_, value, place);
    std::swap(own, there);
    return own;
  }

  DocumentContext& context_;
  Document& document_;
  IdIndex ids_;
};

}  // namespace

void read_groups(DocumentContext& context, Fields& document) { GroupsReader(context).read(document); }

}  // namespace ballast
