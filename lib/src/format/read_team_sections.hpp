// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "cprota/format/team_folder.hpp"
#include "cprota/rota/team.hpp"

#include "format/read_values.hpp"

namespace cprota {

// Names that a file gives, in its order.
class Names {
 public:
  // False where it has the name already.
  bool add(const std::string& name);
  [[nodiscard]] bool contains(const std::string& name) const { return known_.count(name) != 0; }
  [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

 private:
  std::vector<std::string> all_;
  std::unordered_set<std::string> known_;
};

// What a team's files may refer to, gathered before the sections are read.
struct TeamNames {
  Names hours;
  Names rotas;
  Names roles;  // `on-call.primary`
  Names people;
};
[[nodiscard]] TeamNames names_in(const TomlTable& root);
[[nodiscard]] TeamNames names_in(const Team& team);

// The tables of `[[key]]`, in order; a fault where it is something else.
struct Block {
  const TomlTable* table = nullptr;
  Position at;
};
[[nodiscard]] std::vector<Block> read_blocks(Findings& findings, std::string_view key, const Value& value);
// The same where `[key]` stands for the only block.
[[nodiscard]] std::vector<Block> read_block_or_blocks(Findings& findings, std::string_view key,
                                                      const Value& value);

// A name that must be known: `no one is called "amra"; did you mean "amara"?`
[[nodiscard]] std::optional<std::string> read_known(Findings& findings, std::string_view key,
                                                    const Value& value, const Names& names,
                                                    std::string_view nothing);
inline constexpr std::string_view no_person = "no one is called";
inline constexpr std::string_view no_hours = "no hours are called";
inline constexpr std::string_view no_rota = "no rota is called";
inline constexpr std::string_view no_role = "no role is called";

// What to write in place of a role that is not known: its whole name, or the nearest.
[[nodiscard]] std::string role_hint(const Findings& findings, const std::string& typed, const Names& roles);

// Every item that `read` makes something of; an item that stands twice is a fault.
[[nodiscard]] std::vector<std::string> read_list(
    Findings& findings, std::string_view key, const Value& value, std::string_view of_what,
    const std::function<std::optional<std::string>(const Value&)>& read);
[[nodiscard]] std::vector<std::string> read_known_list(Findings& findings, std::string_view key,
                                                       const Value& value, std::string_view of_what,
                                                       const Names& names, std::string_view nothing);
// Whether `name` may name something; a fault at `at` otherwise. `reserved` may not be used.
bool check_id(Findings& findings, Position at, std::string_view what, const std::string& name,
              std::span<const std::string_view> reserved);
// `last` not before `first`.
void check_order(Findings& findings, TableReader& reader, const std::optional<Date>& first,
                 const std::optional<Date>& last);

// Blocks of one name that follow one another in time: each but the first has a later `from`.
struct DatedBlock {
  Block block;
  std::optional<Date> from;  // nothing also where it is no date
};
void check_versions(Findings& findings, const std::string& name, std::span<const DatedBlock> blocks);
// email, phone, slack, pagerduty; what is absent leaves the person as it is.
void read_contact_keys(TableReader& reader, Person& person);
// `machine_fault` becomes true where the machine has no zone files.
[[nodiscard]] std::optional<Zone> read_zone(Findings& findings, std::string_view key, const Value& value,
                                            bool& machine_fault);

void read_hours_section(Findings& findings, const Value& value, Team& team);
void read_rotas_section(Findings& findings, const Value& value, const TeamNames& names, Team& team);
void read_people_section(Findings& findings, const Value& value, const TeamNames& names,
                         TeamReading& reading);
void read_bank_holiday_section(Findings& findings, const Value& value, Team& team);

void read_leave_section(Findings& findings, const Value& value, const TeamNames& names, Team& team);
void read_duty_section(Findings& findings, const Value& value, const TeamNames& names, Team& team);
void read_route_section(Findings& findings, const Value& value, const TeamNames& names, Team& team);
void read_contact_section(Findings& findings, const Value& value, const TeamNames& names, Team& team);
void read_check_section(Findings& findings, const Value& value, Team& team);
void read_pay_section(Findings& findings, const Value& value, const TeamNames& names, Team& team);

}  // namespace cprota
