// SPDX-License-Identifier: MIT
#include "format/read_team_sections.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cprota/base/ids.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

const Value* value_of(const TomlTable& table, std::string_view key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == table.end() ? nullptr : &found->value;
}

template <class T>
const T* member(const TomlTable& table, std::string_view key) {
  const Value* const value = value_of(table, key);
  return value == nullptr ? nullptr : std::get_if<T>(&value->data);
}

void add_roles(TeamNames& names, const std::string& rota, const TomlTable& table) {
  const auto* const roles = member<Array>(table, "roles");
  if (roles == nullptr) return;
  for (const Value& role : *roles) {
    if (const auto* const name = std::get_if<std::string>(&role.data)) names.roles.add(rota + "." + *name);
  }
}

}  // namespace

bool Names::add(const std::string& name) {
  if (!known_.insert(name).second) return false;
  all_.push_back(name);
  return true;
}

TeamNames names_in(const TomlTable& root) {
  TeamNames names;
  if (const auto* const hours = member<TomlTable>(root, "hours")) {
    for (const Entry& entry : *hours) names.hours.add(entry.key);
  }
  if (const auto* const rotas = member<TomlTable>(root, "rota")) {
    for (const Entry& entry : *rotas) {
      names.rotas.add(entry.key);
      if (const auto* const table = std::get_if<TomlTable>(&entry.value.data))
        add_roles(names, entry.key, *table);
    }
  }
  if (const auto* const people = member<Array>(root, "people")) {
    for (const Value& person : *people) {
      const auto* const table = std::get_if<TomlTable>(&person.data);
      const auto* const id = table == nullptr ? nullptr : member<std::string>(*table, "id");
      if (id != nullptr) names.people.add(*id);
    }
  }
  return names;
}

TeamNames names_in(const Team& team) {
  TeamNames names;
  for (const Hours& hours : team.hours) names.hours.add(hours.id.str());
  for (const Rota& rota : team.rotas) {
    names.rotas.add(rota.id.str());
    for (const Role& role : rota.roles) names.roles.add(RoleRef{rota.id, role.id}.str());
  }
  for (const Person& person : team.people) names.people.add(person.id.str());
  return names;
}

std::vector<Block> read_blocks(Findings& findings, std::string_view key, const Value& value) {
  std::vector<Block> blocks;
  const auto* const array = std::get_if<Array>(&value.data);
  if (array == nullptr) {
    findings.add(value.begin, fmt::format("write [[{}]] with two brackets: there may be several", key));
    return blocks;
  }
  for (const Value& item : *array) {
    if (const auto* const table = std::get_if<TomlTable>(&item.data)) {
      blocks.push_back({table, item.begin});
    } else {
      findings.add(item.begin, fmt::format("[[{}]] must be a table, not {}", key, kind_of(item)));
    }
  }
  return blocks;
}

std::vector<Block> read_block_or_blocks(Findings& findings, std::string_view key, const Value& value) {
  if (const auto* const table = std::get_if<TomlTable>(&value.data)) return {{table, value.begin}};
  if (std::holds_alternative<Array>(value.data)) return read_blocks(findings, key, value);
  findings.add(value.begin, fmt::format("[{}] must be a table, not {}", key, kind_of(value)));
  return {};
}

std::optional<std::string> read_known(Findings& findings, std::string_view key, const Value& value,
                                      const Names& names, std::string_view nothing) {
  auto name = read_text(findings, key, value);
  if (!name || names.contains(*name)) return name;
  findings.add(value.begin, fmt::format("{} \"{}\"{}", nothing, *name, findings.hint(*name, names.all())));
  return std::nullopt;
}

std::string role_hint(const Findings& findings, const std::string& typed, const Names& roles) {
  for (const std::string& role : roles.all()) {
    if (role.ends_with("." + typed)) return fmt::format("; write \"{}\"", role);
  }
  return findings.hint(typed, roles.all());
}

std::vector<std::string> read_list(Findings& findings, std::string_view key, const Value& value,
                                   std::string_view of_what,
                                   const std::function<std::optional<std::string>(const Value&)>& read) {
  Names seen;
  const Array* const array = read_array(findings, key, value, of_what);
  if (array == nullptr) return {};
  for (const Value& item : *array) {
    const auto text = read(item);
    if (text && !seen.add(*text)) {
      findings.add(item.begin, fmt::format("\"{}\" stands twice in \"{}\"", *text, key));
    }
  }
  return seen.all();
}

std::vector<std::string> read_known_list(Findings& findings, std::string_view key, const Value& value,
                                         std::string_view of_what, const Names& names,
                                         std::string_view nothing) {
  return read_list(findings, key, value, of_what,
                   [&](const Value& item) { return read_known(findings, key, item, names, nothing); });
}

bool check_id(Findings& findings, Position at, std::string_view what, const std::string& name,
              std::span<const std::string_view> reserved) {
  if (!is_id(name)) {
    findings.add(
        at, fmt::format("{} cannot be called \"{}\": names are of lower-case letters, digits, - and _", what,
                        name));
    return false;
  }
  if (std::find(reserved.begin(), reserved.end(), name) == reserved.end()) return true;
  findings.add(at, fmt::format("{} cannot be called \"{}\": the word has a meaning of its own", what, name));
  return false;
}

void check_versions(Findings& findings, const std::string& name, std::span<const DatedBlock> blocks) {
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    const auto& [block, from] = blocks[i];
    if (std::ranges::find(*block.table, "from", &Entry::key) == block.table->end()) {
      findings.add(block.at, fmt::format("each [[{}]] but the first needs \"from\", a date", name));
    } else if (from && blocks[i - 1].from && *from <= *blocks[i - 1].from) {
      findings.add(block.at,
                   fmt::format("\"from\" of this [[{}]] must be later than that of the one above ({})", name,
                               iso_date(*blocks[i - 1].from)));
    }
  }
}

void check_order(Findings& findings, TableReader& reader, const std::optional<Date>& first,
                 const std::optional<Date>& last) {
  if (first && last && *last < *first) {
    findings.add(reader.find("last")->begin, "\"last\" lies before \"first\"");
  }
}

}  // namespace cprota
