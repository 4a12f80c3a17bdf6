// SPDX-License-Identifier: MIT
#include "cprota/format/read_bank_holidays.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cprota/format/team_folder.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/print.hpp"

#include "scratch_folder.hpp"

namespace cprota {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// `2028-12-25 Christmas Day (Substitute day)`, or each fault as it is shown.
std::vector<std::string> read(std::string_view text, Division division = Division::scotland) {
  std::vector<std::string> lines;
  const auto holidays = read_bank_holidays(text, division, "list");
  if (!holidays) {
    EXPECT_EQ(holidays.error().fault, Fault::files);
    for (const Diagnostic& diagnostic : holidays.error().diagnostics) lines.push_back(to_string(diagnostic));
    return lines;
  }
  for (const BankHoliday& holiday : *holidays) {
    EXPECT_EQ(holiday.source, HolidaySource::file);
    const std::string notes = holiday.notes.empty() ? "" : " (" + holiday.notes + ")";
    lines.push_back(iso_date(holiday.date) + " " + holiday.title + notes);
  }
  return lines;
}

std::string calendar(std::string_view lines) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//uk.gov/GOVUK calendars//EN\r\n";
  for (const char c : lines) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return text + "END:VCALENDAR\r\n";
}

std::string event(std::string_view lines) {
  return calendar(fmt::format("BEGIN:VEVENT\n{}SUMMARY:Boxing Day\nEND:VEVENT\n", lines));
}

constexpr std::string_view published = R"({"england-and-wales":{"division":"england-and-wales","events":[
{"title":"New Year’s Day","date":"2029-01-01","notes":"","bunting":true}]},
"scotland":{"division":"scotland","events":[
{"title":"Christmas Day","date":"2029-12-25","notes":"","bunting":true},
{"title":"2nd January","date":"2028-01-04","notes":"Substitute day","bunting":true}]}})";

TEST(ReadBankHolidays, Lists) {
  struct Case {
    const char* name;
    Division division;
    std::string text;
    std::vector<std::string> holidays;
  };
  const Case cases[] = {
      {"the published JSON, in order of date",
       Division::scotland,
       std::string(published),
       {"2028-01-04 2nd January (Substitute day)", "2029-12-25 Christmas Day"}},
      {"the published JSON of another division",
       Division::england_and_wales,
       std::string(published),
       {"2029-01-01 New Year’s Day"}},
      {"a byte order mark and blank lines",
       Division::england_and_wales,
       "\xef\xbb\xbf\r\n\n" + std::string(published),
       {"2029-01-01 New Year’s Day"}},
      {"lists under the names of their divisions",
       Division::northern_ireland,
       R"({"northern-ireland": [{"date": "2029-07-12", "title": "Boyne", "notes": null}], "wales": 7})",
       {"2029-07-12 Boyne"}},
      {"the list of one division",
       Division::scotland,
       R"({"division": "scotland", "events": [{"date": "2029-12-25", "title": "Christmas Day"}]})",
       {"2029-12-25 Christmas Day"}},
      {"the list of one division for a team that names none",
       Division::none,
       R"({"division": "scotland", "events": [{"date": "2029-12-25", "title": "Christmas Day"}]})",
       {"2029-12-25 Christmas Day"}},
      {"the published iCalendar",
       Division::none,
       event("DTEND;VALUE=DATE:20301227\nDTSTART;VALUE=DATE:20301226\nUID:0@gov.uk\nSEQUENCE:0\n"
             "DTSTAMP:20281023T105733Z\n"),
       {"2030-12-26 Boxing Day"}},
      {"as it was published before 2013",
       Division::scotland,
       event("DTEND;VALUE=DATE:20301226\nDTSTART;VALUE=DATE:20301226\n"),
       {"2030-12-26 Boxing Day"}},
      {"an event without an end",
       Division::scotland,
       event("DTSTART;VALUE=DATE:20280229\n"),
       {"2028-02-29 Boxing Day"}},
      {"an event of several days",
       Division::scotland,
       event("DTSTART;VALUE=DATE:20281231\nDTEND;VALUE=DATE:20290102\n"),
       {"2028-12-31 Boxing Day", "2029-01-01 Boxing Day"}},
      {"a duration",
       Division::scotland,
       event("DTSTART;VALUE=DATE:20281231\nDURATION:P2D\n"),
       {"2028-12-31 Boxing Day", "2029-01-01 Boxing Day"}},
      {"a folded and escaped title, an alarm, lines with LF alone",
       Division::scotland,
       "begin:vcalendar\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20281130\nSUMMARY:St Andrew\n 's Day\\, kept\n"
       "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER:-PT15M\nEND:VALARM\nEND:VEVENT\n"
       "end:vcalendar\n\n",
       {"2028-11-30 St Andrew's Day, kept"}},
      {"a cancelled event is none",
       Division::scotland,
       calendar("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20281130\nSUMMARY:Gone\nSTATUS:CANCELLED\nEND:VEVENT\n"
                "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20281201\nSUMMARY:Here\nEND:VEVENT\n"),
       {"2028-12-01 Here"}},
      {"the last date there is",
       Division::scotland,
       event("DTSTART;VALUE=DATE:21991231\nDTEND;VALUE=DATE:21991231\n"),
       {"2199-12-31 Boxing Day"}},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text, c.division), c.holidays) << c.name;
}

TEST(ReadBankHolidays, Refused) {
  struct Case {
    const char* name;
    std::string text;
    std::vector<std::string> faults;
  };
  const auto one = [](std::string_view object) {
    return fmt::format("{{\"scotland\": {{\"events\": [\n  {}\n]}}}}", object);
  };
  const Case cases[] = {
      {"nothing",
       "",
       {"list:1:1: error: this is neither the published JSON of bank holidays nor an iCalendar"}},
      {"blanks",
       " \n ",
       {"list:1:1: error: this is neither the published JSON of bank holidays nor an iCalendar"}},
      {"another kind of file",
       "\n date,title\n",
       {"list:2:2: error: this is neither the published JSON of bank holidays nor an iCalendar"}},
      {"bytes that are not UTF-8",
       "{\"a\": \"\xff\"}",
       {"list:1:8: error: byte 0xff is not UTF-8; save the file as UTF-8"}},
      {"a NUL", std::string("{}\0", 3), {"list:1:3: error: control character U+0000; take it out"}},
      {"JSON that stops",
       R"({"scotland": {"events": [{"da)",
       {"list:1:29: error: this is not JSON: invalid string: missing closing quote"}},
      {"JSON that is none",
       "{\"scotland\"\n  7}",
       {"list:2:4: error: this is not JSON: unexpected number literal; expected ':'"}},
      {"more behind it",
       "{}\n{}",
       {"list:2:1: error: this is not JSON: unexpected '{'; expected end of input"}},
      {"deep nesting",
       std::string(100'000, '['),
       {"list:1:33: error: lists and objects are nested too deeply"}},
      {"a list", "[1]", {"list:1:1: error: this must be an object with a list for each division"}},
      {"no division",
       "{\"wales\": []}",
       {"list:1:1: error: there is no list of a division here, such as \"england-and-wales\""}},
      {"another division",
       "{\"england-and-wales\": [], \"northern-ireland\": []}",
       {"list:1:1: error: there is no list of \"scotland\" here, only of \"england-and-wales\" and "
        "\"northern-ireland\""}},
      {"the list of another division",
       "{\"division\": \"northern-ireland\", \"events\": []}",
       {"list:1:14: error: this is the list of \"northern-ireland\", and the team's is \"scotland\""}},
      {"no events", "{\"scotland\": {\"dates\": []}}", {"list:1:14: error: there are no \"events\" here"}},
      {"events that are no list",
       "{\"scotland\": {\"events\": {}}}",
       {"list:1:25: error: \"events\" must be a list, not an object"}},
      {"an empty list", "{\"scotland\": []}", {"list:1:1: error: there is no bank holiday in this list"}},
      {"an event that is no object",
       one("7, \"x\""),
       {"list:2:3: error: an event must be an object, not a number",
        "list:2:6: error: an event must be an object, not text"}},
      {"an event with neither date nor title",
       one("{}"),
       {"list:2:3: error: this event has no \"date\"", "list:2:3: error: this event has no \"title\""}},
      {"a date that is a number",
       one(R"({"title": "é", "date": 20281225})"),
       {"list:2:26: error: \"date\" must be text, not a number"}},
      {"dates that are none",
       one(R"({"date": "2027-02-29", "title": "a"},
  {"date": "25/12/2027", "title": "a"},
  {"date": "1969-12-25", "title": "a"})"),
       {"list:2:12: error: \"2027-02-29\" is no date from 1970 to 2199; write it as 2026-12-25",
        "list:3:12: error: \"25/12/2027\" is no date from 1970 to 2199; write it as 2026-12-25",
        "list:4:12: error: \"1969-12-25\" is no date from 1970 to 2199; write it as 2026-12-25"}},
      {"a title that is empty",
       one(R"({"date": "2028-12-25", "title": " "})"),
       {"list:2:12: error: 2028-12-25 has no title"}},
      {"a title that moves the cursor",
       one(R"({"date": "2028-12-25", "title": "\u001b[2J"})"),
       {"list:2:12: error: the title of 2028-12-25 holds a control character; take it out"}},
      {"a date twice",
       one(R"({"date": "2028-12-25", "title": "a"}, {"date": "2028-12-25", "title": "b"})"),
       {"list:2:50: error: 2028-12-25 stands twice in this list"}},
      {"an iCalendar that stops",
       "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20281225\n",
       {"list:2:1: error: the file stops before END:VEVENT"}},
      {"one that stops between events",
       "BEGIN:VCALENDAR\nVERSION:2.0\n",
       {"list:1:1: error: the file stops before END:VCALENDAR"}},
      {"ends that do not match",
       "BEGIN:VCALENDAR\nEND:VEVENT\n",
       {"list:2:1: error: END:VEVENT closes no BEGIN:VEVENT"}},
      {"lines outside",
       calendar("") + "SUMMARY:x\r\n",
       {"list:5:1: error: this stands outside of the calendar"}},
      {"components nested deeply",
       "BEGIN:VCALENDAR\n" +
           [] {
             std::string text;
             for (int i = 0; i < 50'000; ++i) text += "BEGIN:VEVENT\n";
             return text;
           }(),
       {"list:9:1: error: components are nested too deeply"}},
      {"no events at all",
       calendar("BEGIN:VJOURNAL\nSUMMARY:x\nEND:VJOURNAL\n"),
       {"list:1:1: error: there is no bank holiday in this list"}},
      {"an event without a date",
       event("UID:1\n"),
       {"list:4:1: error: this event has no date; it needs a line such as DTSTART;VALUE=DATE:20261225"}},
      {"a clock time",
       event("UID:1\nDTSTART:20281225T090000Z\n"),
       {"list:6:1: error: a bank holiday is a whole day; write DTSTART;VALUE=DATE:20261225"}},
      {"an end with a clock time",
       event("DTSTART;VALUE=DATE:20281225\nDTEND:20281226T000000\n"),
       {"list:6:1: error: a bank holiday is a whole day; write DTEND;VALUE=DATE:20261225"}},
      {"a date that does not exist",
       event("DTSTART;VALUE=DATE:20270229\n"),
       {"list:5:1: error: DTSTART is no date from 1970 to 2199"}},
      {"a date before the years",
       event("DTSTART;VALUE=DATE:19691225\n"),
       {"list:5:1: error: DTSTART is no date from 1970 to 2199"}},
      {"an end before the start",
       event("DTSTART;VALUE=DATE:20281225\nDTEND;VALUE=DATE:20281224\n"),
       {"list:6:1: error: an event takes 1 to 31 whole days"}},
      {"an event of years",
       event("DTSTART;VALUE=DATE:19700101\nDTEND;VALUE=DATE:21991231\n"),
       {"list:6:1: error: an event takes 1 to 31 whole days"}},
      {"half a day",
       event("DTSTART;VALUE=DATE:20281225\nDURATION:PT12H\n"),
       {"list:6:1: error: an event takes 1 to 31 whole days"}},
      {"an event that repeats",
       event("DTSTART;VALUE=DATE:20281225\nRRULE:FREQ=YEARLY\n"),
       {"list:6:1: error: this event repeats; write one for each date"}},
      {"an event without a title",
       calendar("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20281225\nEND:VEVENT\n"),
       {"list:5:1: error: 2028-12-25 has no title"}},
      {"a title of two lines",
       event("DTSTART;VALUE=DATE:20281224\nSUMMARY:a\\nb\n"),
       {"list:5:1: error: the title of 2028-12-24 holds a control character; take it out"}},
      {"events that meet",
       calendar(
           "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20281225\nDTEND;VALUE=DATE:20281227\nSUMMARY:a\nEND:VEVENT\n"
           "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20281226\nSUMMARY:b\nEND:VEVENT\n"),
       {"list:10:1: error: 2028-12-26 stands twice in this list"}},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.text), c.faults) << c.name;
}

TEST(ReadBankHolidays, AFileOfLoadsOfFaultsOnOneLineIsReadInOneGo) {
  std::string text = "{\"scotland\": [";
  for (int i = 0; i < 40'000; ++i) text += "{\"date\": \"x\", \"title\": \"y\"}, ";
  text += "0]}";
  const auto holidays = read_bank_holidays(text, Division::scotland, "list");
  ASSERT_FALSE(holidays);
  EXPECT_EQ(holidays.error().diagnostics.size(), 40'001U);
  EXPECT_EQ(holidays.error().diagnostics.back().place, (Place{"list", 1, static_cast<int>(text.size()) - 2}));
}

TEST(ReadBankHolidays, ATeamTakesTheYearsOfItsFileWhole) {
  const ScratchFolder folder;
  folder.write("cprota.toml",
               "[team]\nname = \"T\"\ntimezone = \"Europe/London\"\nbank-holidays = \"scotland\"\n"
               "bank-holidays-file = \"lists/new.json\"\n"
               "[[bank-holiday]]\ndate = 2029-12-25\nname = \"Founders' day\"\n");
  folder.write("lists/new.json", published);
  const auto team = TeamFolder::open(folder.path());
  ASSERT_TRUE(team);
  const BankHolidays& holidays = (*team)->team().bank_holidays;
  std::vector<std::string> found;
  for (const BankHoliday& holiday : holidays.between(*parse_date("2027-12-28"), *parse_date("2030-01-01"))) {
    found.push_back(iso_date(holiday.date) + " " + holiday.title + " " +
                    std::string(to_string(holiday.source)));
  }
  EXPECT_THAT(found, ElementsAre("2027-12-28 Boxing Day official", "2028-01-04 2nd January file",
                                 "2029-12-25 Founders' day team", "2030-01-01 New Year's Day computed"));
  EXPECT_EQ(holidays.published_until(), parse_date("2029-12-31"));
}

TEST(ReadBankHolidays, NoAnswerWithoutTheFileThatATeamNames) {
  struct Case {
    const char* name;
    const char* text;  // nullptr: there is no such file
    const char* fault;
  };
  const Case cases[] = {
      {"missing", nullptr, "cprota.toml:4:22: error: there is no file \"new.json\""},
      {"broken", "{", "new.json:1:1: error: this is not JSON: "},
      {"of which list", published.data(),
       "new.json:1:1: error: this file has a list for each division: say "
       "with \"bank-holidays\" which to take, \"england-and-wales\" or "
       "\"scotland\""},
  };
  for (const Case& c : cases) {
    const ScratchFolder folder;
    folder.write("cprota.toml",
                 "[team]\nname = \"T\"\ntimezone = \"Europe/London\"\n"
                 "bank-holidays-file = \"new.json\"\n");
    if (c.text != nullptr) folder.write("new.json", c.text);
    const auto team = TeamFolder::open(folder.path());
    ASSERT_FALSE(team) << c.name;
    EXPECT_EQ(team.error().fault, Fault::files) << c.name;
    ASSERT_EQ(team.error().diagnostics.size(), 1U) << c.name;
    EXPECT_THAT(to_string(team.error().diagnostics.front()), HasSubstr(c.fault)) << c.name;
  }
}

}  // namespace
}  // namespace cprota
