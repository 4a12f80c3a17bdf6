// SPDX-License-Identifier: MIT
#include "cprota/format/edit_week.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/format/read_team.hpp"
#include "cprota/time/print.hpp"

#include "base/utf8.hpp"
#include "format/edit_text.hpp"
#include "format/read_document.hpp"

namespace cprota {
namespace {

using Lines = std::vector<std::string>;

std::string text_of(const Holder& holder) {
  if (const PersonId* const person = person_in(holder)) return toml_string(person->str());
  return is_nobody(holder) ? "\"none\"" : "\"\"";
}

const Entry* find_entry(const TomlTable& table, std::string_view key) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == table.end() ? nullptr : &*found;
}

std::string seven_days(int day, const Holder& holder, const std::string& others) {
  std::string list;
  for (int i = 0; i < 7; ++i)
    list += fmt::format("{}{}", i == 0 ? "" : ", ", i == day ? text_of(holder) : others);
  return "[" + list + "]";
}

// What the key of a role holds where it holds nothing yet.
std::string new_value(const SetHolder& edit) {
  return edit.day ? seven_days(*edit.day, edit.holder, "\"\"") : text_of(edit.holder);
}

// How a table is written: `[rota]`, `rota = { … }`, or keys with a dot.
enum class Written { header, braces, dotted };
Written written(std::string_view text, const Document& document, const Value& table) {
  const char first = text[document.offset(table.begin)];
  return first == '[' ? Written::header : first == '{' ? Written::braces : Written::dotted;
}

void add_role(EditedText& edited, std::string_view text, const Document& document, const Entry& rota,
              const SetHolder& edit) {
  const TomlTable& roles = std::get<TomlTable>(rota.value.data);
  std::string line = fmt::format("{} = {}", edit.role.role.str(), new_value(edit));
  switch (written(text, document, rota.value)) {
    case Written::header:
      edited.insert_after(roles.empty() ? rota.value.end : roles.back().value.end, {line});
      break;
    case Written::dotted:
      edited.insert_after(roles.back().value.end, {edit.role.rota.str() + "." + line});
      break;
    case Written::braces:
      if (roles.empty()) {
        edited.replace(rota.value, "{ " + line + " }");
      } else {
        edited.insert_before(roles.back().value.end, ", " + line);
      }
      break;
  }
}

void change_role(EditedText& edited, const Value& value, const SetHolder& edit) {
  const auto* const days = std::get_if<Array>(&value.data);
  if (!edit.day && days != nullptr && value.begin.line != value.end.line) {
    // Between the lines of a list people may have written comments.
    for (const Value& day : *days) edited.replace(day, text_of(edit.holder));
  } else if (!edit.day) {
    edited.replace(value, text_of(edit.holder));
  } else if (days != nullptr) {
    edited.replace(days->at(static_cast<std::size_t>(*edit.day)), text_of(edit.holder));
  } else {
    edited.replace(value, seven_days(*edit.day, edit.holder, toml_string(std::get<std::string>(value.data))));
  }
}

// `[{ … }]`, which takes no block beside it; nullptr where the key is not there or has blocks.
const Value* inline_list(std::string_view text, const Document& document, std::string_view key) {
  const Entry* const entry = find_entry(document.root(), key);
  if (entry == nullptr || text.substr(document.offset(entry->value.begin)).starts_with("[[")) return nullptr;
  return &entry->value;
}

// Lines of a block, its header first, as a table behind those of such a list.
void add_inline(EditedText& edited, const Value& list, const std::vector<Lines>& blocks) {
  std::string tables;
  for (const Lines& block : blocks) {
    const std::span keys(block.begin() + 1, block.end());
    tables += fmt::format("{}{{ {} }}", tables.empty() ? "" : ", ", fmt::join(keys, ", "));
  }
  const Array& stands = std::get<Array>(list.data);
  if (stands.empty()) {
    edited.replace(list, "[" + tables + "]");
  } else {
    edited.insert_before(stands.back().end, ", " + tables);
  }
}

Lines block_of(const Override& made, const Zone& zone) {
  Lines lines = {"[[override]]", fmt::format("role = {}", toml_string(made.role.str())),
                 fmt::format("person = {}", text_of(made.holder)),
                 fmt::format("from = {}", file_time(made.during.begin(), zone)),
                 fmt::format("until = {}", file_time(made.during.end(), zone))};
  if (!made.reason.empty()) lines.push_back(fmt::format("reason = {}", toml_string(made.reason)));
  return lines;
}

// One edit of a text that has been read.
class Editor {
 public:
  Editor(std::string_view text, const Document& document, const WeekFile& file, const Team& team)
      : text_(text), document_(document), file_(file), team_(team), edited_(text, document) {}

  Result<void> operator()(const SetHolder& edit) {
    const Entry* const rota = find_entry(document_.root(), edit.role.rota.str());
    if (rota == nullptr) {
      edited_.append_block({fmt::format("[{}]", edit.role.rota.str()),
                            fmt::format("{} = {}", edit.role.role.str(), new_value(edit))});
      return {};
    }
    const Entry* const role = find_entry(std::get<TomlTable>(rota->value.data), edit.role.role.str());
    if (role == nullptr) {
      add_role(edited_, text_, document_, *rota, edit);
    } else {
      change_role(edited_, role->value, edit);
    }
    return {};
  }

  Result<void> operator()(const AddOverrides& edit) {
    std::vector<Lines> blocks;
    for (const Override& made : edit.made) blocks.push_back(block_of(made, team_.zone));
    if (const Value* const list = inline_list(text_, document_, "override")) {
      add_inline(edited_, *list, blocks);
      return {};
    }
    Lines lines;
    for (Lines& block : blocks) {
      if (!lines.empty()) lines.emplace_back();
      std::ranges::move(block, std::back_inserter(lines));
    }
    edited_.append_block(lines);
    return {};
  }

  Result<void> operator()(const ChangeOverride& edit) {
    if (const auto refused = refuse_inline_list()) return tl::unexpected(*refused);
    const TomlTable& block = block_at(edit.index);
    const Override& was = file_.overrides.at(edit.index);
    const auto set = [&](std::string_view key, bool is_same, const std::string& value) {
      if (!is_same) edited_.replace(find_entry(block, key)->value, value);
    };
    set("role", was.role == edit.to.role, toml_string(edit.to.role.str()));
    set("person", was.holder == edit.to.holder, text_of(edit.to.holder));
    set("from", was.during.begin() == edit.to.during.begin(), file_time(edit.to.during.begin(), team_.zone));
    set("until", was.during.end() == edit.to.during.end(), file_time(edit.to.during.end(), team_.zone));
    if (find_entry(block, "reason") != nullptr) {
      set("reason", was.reason == edit.to.reason, toml_string(edit.to.reason));
    } else if (!edit.to.reason.empty()) {
      edited_.insert_after(block.back().value.end, {"reason = " + toml_string(edit.to.reason)});
    }
    return {};
  }

  Result<void> operator()(const RemoveOverride& edit) {
    if (const auto refused = refuse_inline_list()) return tl::unexpected(*refused);
    const Value& block = std::get<Array>(find_entry(document_.root(), "override")->value.data).at(edit.index);
    edited_.remove_lines(block.begin, std::get<TomlTable>(block.data).back().value.end);
    return {};
  }

  [[nodiscard]] std::string result() const { return edited_.result(); }

 private:
  [[nodiscard]] const TomlTable& block_at(std::size_t index) const {
    return std::get<TomlTable>(
        std::get<Array>(find_entry(document_.root(), "override")->value.data).at(index).data);
  }

  [[nodiscard]] std::optional<Error> refuse_inline_list() const {
    if (inline_list(text_, document_, "override") == nullptr) return std::nullopt;
    return Error{Fault::files,
                 {document_.diagnostic(find_entry(document_.root(), "override")->at,
                                       "write these overrides as [[override]] blocks: cprota "
                                       "cannot change a list within a line")}};
  }

  std::string_view text_;
  const Document& document_;
  const WeekFile& file_;
  const Team& team_;
  EditedText edited_;
};

// Only a text without faults is edited, and an edit makes none.
Result<WeekFile> read_whole(std::string_view text, const std::string& file, IsoWeek week, const Team& team) {
  WeekReading reading = read_week(text, file, week, team);
  if (reading.faults.empty()) return std::move(reading.file);
  return tl::unexpected(Error{Fault::files, std::move(reading.faults)});
}

// `Mon 23 to Sun 29 Nov`, `Mon 30 Nov to Sun 6 Dec`
std::string dates(Date first, Date last) {
  constexpr std::size_t month_size = 4;
  std::string from = short_date(first);
  const std::string to = short_date(last);
  if (from.substr(from.size() - month_size) == to.substr(to.size() - month_size))
    from.resize(from.size() - month_size);
  return fmt::format("{} to {}", from, to);
}

std::string turns_of_week(const Team& team, const Rota& rota, IsoWeek week) {
  if (rota.handover.time == Minutes(0))
    return dates(day_turn_date(rota, week, 0), day_turn_date(rota, week, 6));
  return from_to(week_turn(rota, week, team.zone), team.zone);
}

}  // namespace

std::string week_heading(const Team& team, IsoWeek week) {
  std::string rotas;
  for (const Rota& rota : team.rotas) {
    rotas +=
        fmt::format("{} {} {}", rotas.empty() ? ":" : ",", rota.id.str(), turns_of_week(team, rota, week));
  }
  return fmt::format("# {}{}\n", week.str(), rotas);
}

Result<std::string> edit_week(std::optional<std::string_view> text, const std::string& file, IsoWeek week,
                              const WeekEdit& edit, const Team& team) {
  const std::string heading = text ? std::string() : week_heading(team, week);
  std::string_view body = text ? *text : std::string_view(heading);
  std::string mark;
  if (body.starts_with(byte_order_mark)) {
    mark = byte_order_mark;
    body.remove_prefix(mark.size());
  }
  const auto read = read_whole(body, file, week, team);
  if (!read) return tl::unexpected(read.error());
  const auto document = Document::parse(body, file);
  if (!document) return tl::unexpected(Error{Fault::files, {document.error()}});
  Editor editor(body, *document, *read, team);
  if (auto edited = std::visit(editor, edit); !edited) return tl::unexpected(std::move(edited.error()));
  std::string result = editor.result();
  if (const auto reread = read_whole(result, file, week, team); !reread)
    return tl::unexpected(reread.error());
  return mark + result;
}

Result<std::string> add_leave(std::optional<std::string_view> text, const std::string& file,
                              const Leave& leave) {
  constexpr std::string_view heading =
      "# Who is away; both dates are included. `cprota leave` adds to this file.\n\n";
  std::string_view body = text.value_or(heading);
  std::string mark;
  if (body.starts_with(byte_order_mark)) {
    mark = byte_order_mark;
    body.remove_prefix(mark.size());
  }
  const auto document = Document::parse(body, file);
  if (!document) return tl::unexpected(Error{Fault::files, {document.error()}});
  Lines lines = {"[[leave]]"};
  Lines people;
  for (const PersonId& person : leave.people) people.push_back(toml_string(person.str()));
  lines.push_back(fmt::format("people = [{}]", fmt::join(people, ", ")));
  lines.push_back("first = " + iso_date(leave.first));
  lines.push_back("last = " + iso_date(leave.last));
  lines.push_back(leave.kind == LeaveKind::leave ? "kind = \"leave\"" : "kind = \"avoid\"");
  if (!leave.note.empty()) lines.push_back("note = " + toml_string(leave.note));
  EditedText edited(body, *document);
  if (const Value* const list = inline_list(body, *document, "leave")) {
    add_inline(edited, *list, {lines});
  } else {
    edited.append_block(lines);
  }
  return mark + edited.result();
}

}  // namespace cprota
