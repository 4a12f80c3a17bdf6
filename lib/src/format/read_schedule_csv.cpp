// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <memory>
#include <utility>

#include <csv.h>
#include <fmt/format.h>

#include "format/schedule_list.hpp"

namespace cprota {
namespace {

struct CsvCell {
  std::string text;
  std::size_t offset = 0;
};
using CsvRow = std::vector<CsvCell>;

// Without the blanks around it, and the apostrophe that keeps a spreadsheet from taking it for a formula.
std::string plain(std::string_view text) {
  static constexpr std::string_view blanks = " \t\r\n";
  static constexpr std::string_view formula_starts = "=+-@";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  text = text.substr(0, text.find_last_not_of(blanks) + 1);
  const bool guarded =
      text.size() > 1 && text[0] == '\'' && formula_starts.find(text[1]) != std::string_view::npos;
  return std::string(guarded ? text.substr(1) : text);
}

// The rows of a text but blank ones, which a sheet leaves between others and at its end. libcsv says what a
// field holds, and by being fed a byte at a time where it stands.
class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter) : text_(text) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  }
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;
  ~CsvReader() { csv_free(&parser_); }

  // Where it stops making sense; nothing where all of it does.
  [[nodiscard]] std::optional<std::size_t> read() {
    for (at_ = 0; at_ < text_.size(); ++at_) {
      if (csv_parse(&parser_, text_.data() + at_, 1, on_field, on_row, this) != 1) return at_;
    }
    if (csv_fini(&parser_, on_field, on_row, this) != 0) return begin_;
    return std::nullopt;
  }

  [[nodiscard]] const std::vector<CsvRow>& rows() const { return rows_; }

 private:
  static void on_field(void* field, std::size_t size, void* self) {
    auto& reader = *static_cast<CsvReader*>(self);
    std::size_t begin = reader.begin_;
    while (begin < reader.at_ && (reader.text_[begin] == '\r' || reader.text_[begin] == '\n')) ++begin;
    reader.row_.push_back({plain({static_cast<const char*>(field), size}), begin});
    reader.begin_ = reader.at_ + 1;
  }
  static void on_row(int, void* self) {
    auto& reader = *static_cast<CsvReader*>(self);
    const CsvRow row = std::exchange(reader.row_, {});
    const auto is_blank = [](const CsvCell& cell) { return cell.text.empty(); };
    if (!std::ranges::all_of(row, is_blank)) reader.rows_.push_back(row);
    reader.begin_ = reader.at_ + 1;
  }

  std::string_view text_;
  csv_parser parser_{};
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // of the field that is being read
  CsvRow row_;
  std::vector<CsvRow> rows_;
};

// The one that separates the columns of the header.
char delimiter_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  for (const char candidate : {',', ';', '\t'}) {
    if (header.find(candidate) != std::string_view::npos) return candidate;
  }
  return ',';
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c);
  });
  return text;
}

// The columns of a header by their names.
class Columns {
 public:
  explicit Columns(const CsvRow& header) : header_(header) {}

  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const {
    const auto found =
        std::ranges::find_if(header_, [&](const CsvCell& cell) { return lower(cell.text) == name; });
    if (found == header_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header_.begin());
  }
  [[nodiscard]] const CsvRow& cells() const { return header_; }

  // A column that stands twice cannot be told from the other.
  void refuse_twins(FaultList& faults) const {
    for (auto cell = header_.begin(); cell != header_.end(); ++cell) {
      const auto is_same = [&](const CsvCell& other) { return lower(other.text) == lower(cell->text); };
      if (!cell->text.empty() && std::find_if(header_.begin(), cell, is_same) != cell) {
        faults.add(cell->offset, fmt::format("there are two columns \"{}\"", cell->text));
      }
    }
  }

 private:
  const CsvRow& header_;
};

const std::string& text_at(const CsvRow& row, std::optional<std::size_t> column) {
  static const std::string nothing;
  return column && *column < row.size() ? row[*column].text : nothing;
}

// A row for each stretch: from, until, role, person.
void read_stretches(const Columns& columns, const std::vector<CsvRow>& rows, ScheduleList& list) {
  const auto from_column = columns.find("from");
  const auto until_column = columns.find("until");
  const auto role_column = columns.find("role");
  const auto rota_column = columns.find("rota");
  const auto person_column = columns.find("person");
  const auto name_column = columns.find("name");
  for (const auto& [name, column] : {std::pair("from", from_column),
                                     {"until", until_column},
                                     {"person", person_column ? person_column : name_column}}) {
    if (!column) list.faults.add(0, fmt::format("there is no column \"{}\" in the header", name));
  }
  if (!list.faults.empty()) return;
  for (const CsvRow& row : rows) {
    const auto cell_at = [&](std::size_t column) {
      return column < row.size() ? row[column].offset : row[0].offset;
    };
    const auto from = list.time(text_at(row, from_column), cell_at(*from_column), false);
    const auto until = list.time(text_at(row, until_column), cell_at(*until_column), false);
    const auto during = from && until ? list.between(*from, *until, cell_at(*until_column)) : std::nullopt;
    if (!during) continue;
    ScheduledStretch stretch{std::nullopt, {}, {}, {}, {}, *during, {}, {}};
    for (const auto column : {name_column, person_column}) {
      if (!text_at(row, column).empty()) stretch.person_place = list.faults.place_of(row[*column].offset);
    }
    for (const auto column : {person_column, name_column}) {
      if (!text_at(row, column).empty()) stretch.person.push_back(text_at(row, column));
    }
    if (stretch.person.empty()) continue;
    const std::string& rota = text_at(row, rota_column);
    const std::string& role = text_at(row, role_column);
    if (!role.empty()) {
      stretch.role = rota.empty() ? role : rota + "." + role;
      stretch.role_place = list.faults.place_of(row[*role_column].offset);
    }
    list.add(std::move(stretch), row[0].offset);
  }
}

std::optional<IsoWeek> week_of(const CsvCell& cell, ScheduleList& list) {
  if (const auto week = IsoWeek::parse(cell.text)) return week;
  if (const auto date = parse_date(cell.text)) return IsoWeek::containing(*date);
  // The time parser knows how people write dates, and offers the right spelling.
  const bool has_digit = std::ranges::any_of(cell.text, [](unsigned char c) { return std::isdigit(c) != 0; });
  const bool is_date = has_digit && cell.text.find_first_of("wW") == std::string::npos;
  if (!is_date || list.time(cell.text, cell.offset, false)) {
    list.faults.add(cell.offset,
                    fmt::format("\"{}\" is no week; write it as 2026-W48 or 2026-11-23", cell.text));
  }
  return std::nullopt;
}

// A row for each week, a column for each role.
void read_weeks(const Columns& columns, std::size_t week_column, const std::vector<CsvRow>& rows,
                ScheduleList& list) {
  for (const CsvRow& row : rows) {
    if (week_column >= row.size() || row[week_column].text.empty()) {
      list.faults.add(row[0].offset, "this row names no week");
      continue;
    }
    const auto week = week_of(row[week_column], list);
    if (!week) continue;
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column == week_column || row[column].text.empty()) continue;
      if (column >= columns.cells().size() || columns.cells()[column].text.empty()) {
        list.faults.add(row[column].offset, "this column has no name in the header");
        continue;
      }
      ScheduledStretch stretch{columns.cells()[column].text, {row[column].text}, {}, {}, {}, *week, {}, {}};
      list.add(std::move(stretch), row[column].offset);
    }
  }
}

}  // namespace

void read_schedule_csv(ScheduleList& list) {
  const std::string_view text = list.faults.text();
  CsvReader reader(text, delimiter_of(text));
  if (const auto stopped = reader.read()) {
    return list.faults.add(*stopped,
                           "the quotes do not match: a quote inside a quoted cell is written twice");
  }
  if (reader.rows().empty()) return list.faults.add(0, "this file is empty");
  const Columns columns(reader.rows().front());
  const std::vector<CsvRow> rows(reader.rows().begin() + 1, reader.rows().end());
  columns.refuse_twins(list.faults);
  if (!list.faults.empty()) return;
  for (const std::string_view name : {"week", "week commencing"}) {
    if (const auto column = columns.find(name)) return read_weeks(columns, *column, rows, list);
  }
  if (!columns.find("from") && !columns.find("until")) {
    return list.faults.add(0,
                           "this is no schedule: CSV has a header with from, until, role and person, or with "
                           "week and a column for each role; other formats are PagerDuty's and Grafana's "
                           "JSON, and iCalendar");
  }
  read_stretches(columns, rows, list);
}

}  // namespace cprota
