// SPDX-License-Identifier: MIT
#include "cprota/plan/what_if.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"
#include "cprota/plan/periods.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {
namespace {

constexpr int most_share = 100'000;
constexpr int share_decimals = 4;

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    parts.emplace_back(text.substr(begin, comma - begin));
    begin = comma + 1;
  }
  return parts;
}

Result<PersonId> known_person(const Team& team, const std::string& text) {
  if (team.find_person(PersonId(text)) != nullptr) return PersonId(text);
  std::vector<std::string> known;
  for (const Person& person : team.people) known.push_back(person.id.str());
  return fail(Fault::usage,
              fmt::format("no one is called \"{}\"{}", visible(text), did_you_mean(text, known)));
}

// `1`, `0.5`, `0.8125` in ten-thousandths; nothing for any other spelling or a share over 10.
std::optional<int> parse_share(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  const std::size_t most_digits = whole.starts_with('0') ? 1 : 2;
  if (whole.empty() || whole.size() > most_digits || decimals.size() > share_decimals ||
      (point != std::string_view::npos && decimals.empty())) {
    return std::nullopt;
  }
  std::string digits = std::string(whole) + std::string(decimals);
  digits.resize(whole.size() + share_decimals, '0');
  int share = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    share = 10 * share + (digit - '0');
  }
  return share <= most_share ? std::optional(share) : std::nullopt;
}

}  // namespace

Result<void> suppose_without(Team& team, const std::string& id) {
  const Result<PersonId> person = known_person(team, id);
  if (!person) return tl::unexpected(person.error());
  for (Rota& rota : team.rotas) std::erase(rota.members, *person);
  return {};
}

Result<void> suppose_person(Team& team, const std::string& words, const std::vector<RotaId>& rotas,
                            Instant now) {
  const std::vector<std::string> parts = split(words);
  const bool is_new = parts.size() == 3 && parts[2] == "new";
  const auto share = parts.size() >= 2 ? parse_share(parts[1]) : std::nullopt;
  if (!share || (parts.size() == 3 && !is_new) || parts.size() > 3 || !is_id(parts[0])) {
    return fail(Fault::usage,
                fmt::format("--add takes \"id,share\" or \"id,share,new\" with a share from 0 to 10, such as "
                            "\"zoe,0.5,new\", not \"{}\"",
                            visible(words)));
  }
  const PersonId id(parts[0]);
  if (id.str() == "none" || id.str() == "me") {
    return fail(Fault::usage, fmt::format("nobody can be called \"{}\": it means something else", id.str()));
  }
  if (team.find_person(id) != nullptr) {
    return fail(Fault::usage, fmt::format("there is a \"{}\" already", id.str()));
  }
  Person person;
  person.id = id;
  person.name = id.str();
  person.share = *share;
  if (is_new) person.new_until = last_date;
  for (Rota& rota : team.rotas) {
    if (!rotas.empty() && std::find(rotas.begin(), rotas.end(), rota.id) == rotas.end()) continue;
    rota.members.push_back(id);
    const auto turn = next_period(team, rota, now);
    if (turn && (!person.first || turn->dates.front() < *person.first)) person.first = turn->dates.front();
  }
  team.people.push_back(std::move(person));
  return {};
}

Result<void> suppose_leave(Team& team, const std::string& words, Instant now) {
  const std::size_t comma = words.find(',');
  if (comma == std::string::npos) {
    return fail(Fault::usage,
                fmt::format("--leave takes \"id,RANGE\", such as \"cy,2027-02-08..2027-02-17\", not \"{}\"",
                            visible(words)));
  }
  const Result<PersonId> person = known_person(team, words.substr(0, comma));
  if (!person) return tl::unexpected(person.error());
  const Result<Range> range = parse_range(words.substr(comma + 1), team.zone, now);
  if (!range) return tl::unexpected(range.error());
  if (!range->first || !range->last)
    return fail(Fault::usage, "leave is whole dates: --leave takes no clock time");
  team.leave.push_back({{*person}, *range->first, *range->last, LeaveKind::leave, {}, std::nullopt});
  return {};
}

}  // namespace cprota
