// SPDX-License-Identifier: MIT
// Rules about who covers at once: gap, double, new-pair.
#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "cover/checking.hpp"
#include "cover/timeline.hpp"

namespace cprota {
namespace {

// Whether an earlier week file says anything of the rota.
bool has_turns_before(const Checking& checking, const Rota& rota, IsoWeek week) {
  const std::vector<IsoWeek>& all = checking.weeks.weeks();
  return std::any_of(all.begin(), std::lower_bound(all.begin(), all.end(), week), [&](IsoWeek earlier) {
    const WeekFile* file = checking.weeks.find(earlier);
    return file != nullptr &&
           std::any_of(file->assignments.begin(), file->assignments.end(),
                       [&](const Assignment& assignment) { return assignment.role.rota == rota.id; });
  });
}

// From the first turn of the range that has a week file to the last. Where the rota began in an earlier week
// the days before that first handover belong to it too.
std::optional<Interval> filled_weeks(const Checking& checking, const Rota& rota) {
  const Interval& range = checking.question.range;
  std::optional<Instant> begin;
  std::optional<Instant> end;
  for (const WeekFile* file : checking.files()) {
    const Interval turn = week_turn(rota, file->week, checking.team.zone);
    if (!turn.overlaps(range)) continue;
    if (!begin) {
      const bool began_before = has_turns_before(checking, rota, file->week);
      begin = began_before ? std::min(turn.begin(), checking.team.zone.begin_of(file->week.monday()))
                           : turn.begin();
    }
    end = turn.end();
  }
  if (!begin) return std::nullopt;
  return Interval(*begin, *end).common(range);
}

std::string gap_message(const Checking& checking, const HeldRole& role, const Held& held,
                        const Interval& during, Minutes open) {
  const std::string what = fmt::format("nobody has {} {} ({} open)", role.ref.str(),
                                       when(during, checking.team.zone), hours_and_minutes(open));
  if (held.is_override()) return what + "; name somebody in the override, or remove it";
  if (checking.weeks.find(held.week) == nullptr) {
    return fmt::format("{}; {} has no file: write one, or run cprota generate", what, held.week.str());
  }
  return what + "; name somebody, or write \"none\" if nobody is meant to";
}

// A piece of time that one Held covers.
struct Piece {
  Interval during;
  std::size_t role;
  std::size_t held;
};

// In order of time.
std::map<PersonId, std::vector<Piece>> pieces_by_person(const Checking& checking) {
  std::map<PersonId, std::vector<Piece>> people;
  for (std::size_t role = 0; role < checking.roles.size(); ++role) {
    const std::vector<Held>& all = checking.roles[role].held;
    for (std::size_t held = 0; held < all.size(); ++held) {
      const PersonId* person = person_in(all[held].holder);
      if (person == nullptr) continue;
      for (const Interval& open : all[held].open) people[*person].push_back({open, role, held});
    }
  }
  for (auto& [id, pieces] : people) {
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
      return std::pair(a.during, a.role) < std::pair(b.during, b.role);
    });
  }
  return people;
}

// What a turn or override has in common with the person's other roles.
struct Conflict {
  Reach same_rota;
  Reach other_rota;
  std::size_t other_same = 0;  // the role in the way
  std::size_t other_rotas = 0;
};

class Doubles {
 public:
  explicit Doubles(Checking& checking) : checking_(&checking) {}

  void look_at(const std::vector<Piece>& pieces) {
    std::vector<const Piece*> running;
    for (const Piece& piece : pieces) {
      std::erase_if(running, [&](const Piece* other) { return other->during.end() <= piece.during.begin(); });
      for (const Piece* other : running) {
        if (other->role != piece.role) add(*other, piece);
      }
      running.push_back(&piece);
    }
  }

  void report() {
    for (const auto& [key, conflict] : conflicts_) {
      const HeldRole& role = checking_->roles[key.first];
      const Held& held = role.held[key.second];
      const bool same = conflict.same_rota.during().has_value();
      const HeldRole& other = checking_->roles[same ? conflict.other_same : conflict.other_rotas];
      const Interval during = (same ? conflict.same_rota : conflict.other_rota).during().value();
      const std::string& name = checking_->name_of(*person_in(held.holder));
      std::string message =
          fmt::format("{} has {} and {} at once ({}); give one of them to somebody else", name,
                      other.ref.str(), role.ref.str(), when(during, checking_->team.zone));
      checking_->findings.push_back(finding_of(Rule::double_role, same ? Severity::error : Severity::warning,
                                               role, held, during, std::move(message)));
    }
  }

 private:
  // An override is to blame before a turn, the later role before the earlier.
  void add(const Piece& a, const Piece& b) {
    const auto during = a.during.common(b.during);
    const auto counts = during ? during->common(checking_->question.range) : std::nullopt;
    if (!counts) return;
    const auto weight = [&](const Piece& piece) {
      return std::pair(checking_->roles[piece.role].held[piece.held].is_override(), piece.role);
    };
    const Piece& blamed = weight(a) < weight(b) ? b : a;
    const Piece& other = &blamed == &a ? b : a;
    Conflict& conflict = conflicts_[{blamed.role, blamed.held}];
    if (checking_->roles[a.role].rota == checking_->roles[b.role].rota) {
      conflict.same_rota.add(*counts);
      conflict.other_same = other.role;
    } else {
      conflict.other_rota.add(*counts);
      conflict.other_rotas = other.role;
    }
  }

  Checking* checking_;
  std::map<std::pair<std::size_t, std::size_t>, Conflict> conflicts_;  // by role and held
};

// The pieces of a role that persons cover, in order of time.
std::vector<Piece> pieces_of(const HeldRole& role) {
  std::vector<Piece> pieces;
  for (std::size_t held = 0; held < role.held.size(); ++held) {
    if (person_in(role.held[held].holder) == nullptr) continue;
    for (const Interval& open : role.held[held].open) pieces.push_back({open, 0, held});
  }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.during < b.during; });
  return pieces;
}

// The beginning of `during` in which a person is new.
std::optional<Interval> while_new(const PersonFacts& facts, const Interval& during) {
  if (!facts.experienced_from) return std::nullopt;
  return Interval::between(during.begin(), std::min(during.end(), *facts.experienced_from));
}

struct NewPair {
  Reach reach;
  PersonId second;
};

void find_new_pairs_of(Checking& checking, const HeldRole& first, const HeldRole& second) {
  const std::vector<Piece> seconds = pieces_of(second);
  std::map<std::size_t, NewPair> pairs;  // by what is held of the first role
  auto from = seconds.begin();
  for (const Piece& piece : pieces_of(first)) {
    while (from != seconds.end() && from->during.end() <= piece.during.begin()) ++from;
    for (auto it = from; it != seconds.end() && it->during.begin() < piece.during.end(); ++it) {
      const PersonId& other = *person_in(second.held[it->held].holder);
      const auto both = piece.during.common(it->during).value().common(checking.question.range);
      const auto one =
          both ? while_new(checking.facts(*person_in(first.held[piece.held].holder)), *both) : std::nullopt;
      const auto two = one ? while_new(checking.facts(other), *one) : std::nullopt;
      if (!two) continue;
      NewPair& pair = pairs[piece.held];
      if (!pair.reach.during()) pair.second = other;
      pair.reach.add(*two);
    }
  }
  for (const auto& [index, pair] : pairs) {
    const Held& held = first.held[index];
    const Interval during = pair.reach.during().value();
    std::string message =
        fmt::format("{} in {} and {} in {} are both new ({}); exchange one of them for somebody experienced",
                    checking.name_of(*person_in(held.holder)), first.ref.str(), checking.name_of(pair.second),
                    second.ref.str(), when(during, checking.team.zone));
    checking.findings.push_back(
        finding_of(Rule::new_pair, Severity::error, first, held, during, std::move(message)));
  }
}

}  // namespace

void find_gaps(Checking& checking) {
  for (const Rota& rota : checking.team.rotas) {
    const auto bounds = filled_weeks(checking, rota);
    if (!bounds) continue;
    for (const HeldRole* role : checking.roles_of(rota)) {
      if (role->role->optional) continue;
      for (const Held& held : role->held) {
        if (!is_unfilled(held.holder)) continue;
        Reach reach;
        std::chrono::seconds open{0};
        // Who writes that nobody has it means that somebody should.
        const Interval& counts = held.is_override() ? checking.question.range : *bounds;
        for (const Interval& piece : held.open) {
          if (const auto part = piece.common(counts)) {
            reach.add(*part);
            open += part->length();
          }
        }
        if (!reach.during()) continue;
        const Interval during = *reach.during();
        Finding finding =
            finding_of(Rule::gap, Severity::error, *role, held, during,
                       gap_message(checking, *role, held, during, std::chrono::floor<Minutes>(open)));
        const WeekFile* file = checking.weeks.find(held.week);
        if (!finding.place) finding.place = file != nullptr ? Place{file->file, 1, 1} : rota.place;
        checking.findings.push_back(std::move(finding));
      }
    }
  }
}

void find_doubles(Checking& checking) {
  Doubles doubles(checking);
  for (const auto& [id, pieces] : pieces_by_person(checking)) doubles.look_at(pieces);
  doubles.report();
}

void find_new_pairs(Checking& checking) {
  for (const Rota& rota : checking.team.rotas) {
    const std::vector<const HeldRole*> roles = checking.roles_of(rota);
    if (roles.size() >= 2) find_new_pairs_of(checking, *roles[0], *roles[1]);
  }
}

}  // namespace cprota
