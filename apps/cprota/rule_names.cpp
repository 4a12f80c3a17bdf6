// SPDX-License-Identifier: MIT
#include "rule_names.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"

namespace cprota {

Result<Rule> find_rule(const std::string& name) {
  if (const auto rule = parse_rule(name)) return *rule;
  std::vector<std::string> names;
  for (const Rule rule : all_rules()) names.emplace_back(to_string(rule));
  return fail(Fault::usage, fmt::format("no rule is called \"{}\"{}", name, did_you_mean(name, names)));
}

Result<std::vector<Rule>> find_rules(const std::optional<std::string>& list) {
  std::vector<Rule> rules;
  for (std::size_t begin = 0; list && begin <= list->size();) {
    const std::size_t end = std::min(list->find(',', begin), list->size());
    const Result<Rule> rule = find_rule(list->substr(begin, end - begin));
    if (!rule) return tl::unexpected(rule.error());
    rules.push_back(*rule);
    begin = end + 1;
  }
  return rules;
}

}  // namespace cprota
