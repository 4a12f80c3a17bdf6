// SPDX-License-Identifier: MIT
#include "cprota/format/match_schedule.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "cprota/base/suggest.hpp"
#include "cprota/time/print.hpp"

#include "format/match_names.hpp"

namespace cprota {
namespace {

std::string in_quotes(std::string_view text) {
  return fmt::format("\"{}\"", visible(std::string(text)));
}

// Who a stretch says, in its own words: a whole name, else an address, else what there is.
std::string person_text(const ScheduledStretch& stretch) {
  for (const char mark : {' ', '@'}) {
    for (const std::string& text : stretch.person) {
      if (text.find(mark) != std::string::npos) return text;
    }
  }
  return stretch.person.empty() ? stretch.title : stretch.person.back();
}

class Matcher {
 public:
  Matcher(const Team& team, const Schedule& schedule, const MatchOptions& options)
      : team_(team), schedule_(schedule), options_(options), names_(team) {}

  Result<MatchedSchedule> match() {
    result_.unmatched = schedule_.left_out;
    for (const ScheduledStretch& stretch : schedule_.stretches) take(stretch);
    if (!without_role_.empty()) {
      const Diagnostic& first = without_role_.front();
      return tl::unexpected(Error{Fault::usage, {first}});
    }
    std::ranges::stable_sort(result_.stretches, [&](const MatchedStretch& a, const MatchedStretch& b) {
      return std::pair(order_of(a.role), a.during.begin()) < std::pair(order_of(b.role), b.during.begin());
    });
    find_overlaps();
    // Of a schedule that is only compared, this is for `check` to say of the team's own files.
    if (!options_.strangers) find_doubles();
    if (!faults_.empty()) return tl::unexpected(Error{Fault::files, faults_});
    return std::move(result_);
  }

 private:
  static Diagnostic said(Severity severity, const Place& place, const std::string& source_line,
                         std::string message) {
    return {severity, place, std::move(message), source_line};
  }

  // Once for each thing that has no name here.
  void leave_out(const ScheduledStretch& stretch, const std::optional<Place>& place, const std::string& what,
                 std::string message) {
    if (!told_.insert(what).second) return;
    result_.unmatched.push_back(
        said(Severity::warning, place.value_or(stretch.place), stretch.source_line, std::move(message)));
  }

  [[nodiscard]] std::size_t order_of(const RoleRef& wanted) const {
    std::size_t at = 0;
    for (const Rota& rota : team_.rotas) {
      for (const Role& role : rota.roles) {
        if (RoleRef{rota.id, role.id} == wanted) return at;
        ++at;
      }
    }
    return at;
  }

  [[nodiscard]] std::vector<std::string> role_names() const {
    std::vector<std::string> names;
    for (const Rota& rota : team_.rotas) {
      for (const Role& role : rota.roles) {
        names.push_back(RoleRef{rota.id, role.id}.str());
        names.push_back(role.id.str());
      }
    }
    return names;
  }

  // The nearest id, else the nearest name.
  [[nodiscard]] std::string offered_person(const std::string& text) const {
    std::vector<std::string> ids;
    std::vector<std::string> names;
    for (const Person& person : team_.people) {
      ids.push_back(person.id.str());
      names.push_back(visible(person.name));
    }
    const std::string id = did_you_mean(folded(text), ids);
    return id.empty() ? did_you_mean(text, names) : id;
  }

  // The stretch with what the pattern reads out of its summary; nothing where it does not fit.
  std::optional<ScheduledStretch> by_pattern(ScheduledStretch stretch) {
    const bool applies = options_.pattern && schedule_.format == ScheduleFormat::ics;
    if (!applies) return stretch;
    const auto fields = options_.pattern->read(stretch.title);
    if (!fields) {
      leave_out(stretch, std::nullopt, "title " + stretch.title,
                fmt::format("{} does not fit the pattern {}", in_quotes(stretch.title),
                            in_quotes(options_.pattern->str())));
      return std::nullopt;
    }
    if (!fields->role.empty()) {
      stretch.role = fields->rota.empty() ? fields->role : fields->rota + "." + fields->role;
    }
    if (!fields->person.empty()) stretch.person = {fields->person};
    return stretch;
  }

  void take(const ScheduledStretch& written) {
    const auto stretch = by_pattern(written);
    if (!stretch) return;
    const auto role = role_of(*stretch);
    if (!role || (options_.role && *options_.role != *role)) return;
    const auto during = during_of(*stretch, *role);
    if (!during || (options_.range && !options_.range->contains(during->begin()))) return;
    const auto holder = holder_of(*stretch, *role);
    if (holder) {
      result_.stretches.push_back({*role, *holder, *during, stretch->place, std::nullopt});
    } else if (options_.strangers) {
      result_.stretches.push_back({*role, Unfilled{}, *during, stretch->place, person_text(*stretch)});
    }
  }

  std::optional<RoleRef> role_of(const ScheduledStretch& stretch) {
    if (stretch.role) {
      if (const auto role = names_.role_called(*stretch.role)) return role;
      leave_out(stretch, stretch.role_place, "role " + *stretch.role,
                fmt::format("no role is called {}{}", in_quotes(*stretch.role),
                            did_you_mean(*stretch.role, role_names())));
      return std::nullopt;
    }
    std::string text = stretch.title;
    for (const std::string& category : stretch.categories) {
      if (const auto role = names_.role_called(category)) return role;
      text += " " + category;
    }
    if (const auto role = names_.role_in(text)) return role;
    if (options_.role) return options_.role;
    without_role_.push_back(said(Severity::error, stretch.place, stretch.source_line,
                                 "the file does not say which role this is; say it with --role ROLE"));
    return std::nullopt;
  }

  std::optional<Interval> during_of(const ScheduledStretch& stretch, const RoleRef& role) {
    if (const auto* const during = std::get_if<Interval>(&stretch.when)) return *during;
    return week_turn(*team_.find_rota(role.rota), std::get<IsoWeek>(stretch.when), team_.zone);
  }

  std::optional<Holder> holder_of(const ScheduledStretch& stretch, const RoleRef& role) {
    std::vector<PersonId> people;
    for (const std::string& text : stretch.person) {
      if (folded(text) == "none") return Nobody{};
      people = names_.people_called(text);
      if (!people.empty()) break;
    }
    if (stretch.person.empty()) {
      const std::vector<std::string> rest = words_beside(stretch.title, role);
      if (rest == words_of("none")) return Nobody{};
      people = people_of_event(stretch, rest);
    }
    if (people.size() == 1) return Holder(people.front());
    const std::string text = person_text(stretch);
    if (people.size() > 1) {
      leave_out(stretch, stretch.person_place, "person " + text,
                fmt::format("{} may be {} or {}", in_quotes(text), people[0].str(), people[1].str()));
    } else if (stretch.person.empty()) {
      leave_out(stretch, stretch.person_place, "person " + text,
                fmt::format("nobody of the team is named in {}", in_quotes(text)));
    } else {
      leave_out(stretch, stretch.person_place, "person " + text,
                fmt::format("no one is called {}{}", in_quotes(text), offered_person(text)));
    }
    return std::nullopt;
  }

  std::vector<PersonId> people_of_event(const ScheduledStretch& stretch,
                                        const std::vector<std::string>& rest) {
    std::vector<PersonId> people = names_.people_of_words(rest);
    if (people.empty()) people = names_.people_in(stretch.title);
    if (!people.empty()) return people;
    for (const std::string& attendee : stretch.attendees) {
      for (const PersonId& person : names_.people_called(attendee)) {
        if (std::ranges::find(people, person) == people.end()) people.push_back(person);
      }
    }
    return people;
  }

  [[nodiscard]] static std::string where(const Place& place) {
    return fmt::format("line {}, column {}", place.line, place.column);
  }

  // Once for the same two places: what repeats would say the same each time.
  void fault(const MatchedStretch& stretch, const Place& other, std::string message) {
    const auto both = std::tuple(stretch.place.line, stretch.place.column, other.line, other.column);
    if (!faulty_.insert(both).second) return;
    const auto written = std::ranges::find(schedule_.stretches, stretch.place, &ScheduledStretch::place);
    faults_.push_back(said(Severity::error, stretch.place, written->source_line, std::move(message)));
  }

  [[nodiscard]] std::string name_of(const MatchedStretch& stretch) const {
    if (stretch.stranger) return visible(*stretch.stranger);
    const PersonId* const person = person_in(stretch.holder);
    return person == nullptr ? "nobody" : visible(team_.find_person(*person)->name);
  }

  void find_overlaps() {
    const MatchedStretch* widest = nullptr;
    for (const MatchedStretch& stretch : result_.stretches) {
      if (widest != nullptr && widest->role == stretch.role && widest->during.overlaps(stretch.during)) {
        fault(
            stretch, widest->place,
            fmt::format("{} has {} from {}, when {} still has it ({})", name_of(stretch), stretch.role.str(),
                        rfc3339(stretch.during.begin(), team_.zone), name_of(*widest), where(widest->place)));
      }
      const bool reaches_further =
          widest == nullptr || widest->role != stretch.role || widest->during.end() < stretch.during.end();
      if (reaches_further) widest = &stretch;
    }
  }

  // A person in two roles of a rota at once, which no week file should be made of.
  void find_doubles() {
    std::vector<const MatchedStretch*> sorted;
    for (const MatchedStretch& stretch : result_.stretches) {
      if (person_in(stretch.holder) != nullptr) sorted.push_back(&stretch);
    }
    const auto key = [](const MatchedStretch* stretch) {
      return std::tuple(stretch->role.rota, *person_in(stretch->holder), stretch->during.begin());
    };
    std::ranges::stable_sort(sorted, {}, key);
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      const MatchedStretch& a = *sorted[i - 1];
      const MatchedStretch& b = *sorted[i];
      if (a.role.rota != b.role.rota || a.holder != b.holder || a.role == b.role) continue;
      const auto both = a.during.common(b.during);
      if (!both || team_.open_hours_of(*team_.find_rota(a.role.rota), *both).empty()) continue;
      fault(b, a.place,
            fmt::format("{} has {} and {} at once ({})", name_of(b), a.role.str(), b.role.str(),
                        where(a.place)));
    }
  }

  const Team& team_;
  const Schedule& schedule_;
  const MatchOptions& options_;
  NameIndex names_;
  MatchedSchedule result_;
  std::set<std::string> told_;
  std::vector<Diagnostic> without_role_;
  std::set<std::tuple<int, int, int, int>> faulty_;
  std::vector<Diagnostic> faults_;
};

}  // namespace

Result<MatchedSchedule> match_schedule(const Team& team, const Schedule& schedule,
                                       const MatchOptions& options) {
  return Matcher(team, schedule, options).match();
}

}  // namespace cprota
