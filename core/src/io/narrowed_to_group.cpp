#include <utility>

#include "ballast/io/document.hpp"

namespace ballast {

Document narrowed_to_group(Document document) {
  if (!document.group) return document;
  AccountGroup& group = document.groups[*document.group];
  std::vector<Account> accounts;
  std::vector<std::optional<std::size_t>> places(document.portfolio.accounts.size());
  for (const AccountIndex account : group.accounts) {
    places[account] = accounts.size();
    accounts.push_back(std::move(document.portfolio.accounts[account]));
  }
  document.portfolio.accounts = std::move(accounts);
  document.account_ids.renumber(places);
  if (group.policy) {
    static_cast<TargetPolicy&>(document) = *std::move(group.policy);
    document.policy_pointer = "/groups/" + std::to_string(*document.group) + "/policy";
  }
  return document;
}

}  // namespace ballast
