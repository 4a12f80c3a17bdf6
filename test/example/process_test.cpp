// SPDX-License-Identifier: MIT
// The example team held to the process that it describes: at each moment the route, the people and the times.
#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cprota/cover/contact.hpp"
#include "cprota/cover/day.hpp"
#include "cprota/format/team_folder.hpp"
#include "cprota/time/parse.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

using testing::Contains;
using testing::HasSubstr;

constexpr const char* ask = "#ask-cloud-platform";
constexpr const char* alarms = "#high-priority-alarms";
constexpr const char* mail = "on-call@cloud-platform.example.org";
constexpr const char* closed = "";

struct Moment {
  const char* at;
  const char* severity;
  const char* route;         // "" where none is open
  const char* people;        // in order
  const char* hand_over_by;  // "" where nobody is on call
  const char* support_opens;
};

constexpr Moment moments[] = {
    {"2026-11-23T09:59", "quick", closed, "", "", "2026-11-23T10:00"},
    {"2026-11-23T10:00", "quick", ask, "", "", "2026-11-24T10:00"},
    {"2026-11-23T16:59", "quick", ask, "", "", "2026-11-24T10:00"},
    {"2026-11-23T17:00", "quick", closed, "", "", "2026-11-24T10:00"},
    {"2026-11-28T12:00", "quick", closed, "", "", "2026-11-30T10:00"},
    {"2026-12-25T12:00", "quick", closed, "", "", "2026-12-29T10:00"},
    {"2026-11-23T06:59", "request", closed, "", "", "2026-11-23T10:00"},
    {"2026-11-23T10:00", "request", ask, "", "", "2026-11-24T10:00"},
    {"2026-11-27T16:59", "request", ask, "", "", "2026-11-30T10:00"},
    {"2026-11-27T17:00", "request", closed, "", "", "2026-11-30T10:00"},
    {"2026-12-24T17:00", "request", closed, "", "", "2026-12-29T10:00"},
    {"2026-12-28T12:00", "request", closed, "", "", "2026-12-29T10:00"},
    {"2026-12-31T16:59", "request", ask, "", "", "2027-01-04T10:00"},
    {"2027-01-01T12:00", "request", closed, "", "", "2027-01-04T10:00"},
    {"2027-05-28T12:00", "request", closed, "", "", "2027-06-01T10:00"},
    {"2027-12-24T13:00", "request", closed, "", "", "2027-12-29T10:00"},
    {"2026-11-23T06:59", "high", closed, "", "", "2026-11-23T10:00"},
    {"2026-11-23T07:00", "high", alarms, "amara bea", "2026-11-23T08:00", "2026-11-23T10:00"},
    {"2026-11-23T08:59", "high", alarms, "amara bea", "2026-11-23T09:59", "2026-11-23T10:00"},
    {"2026-11-23T09:00", "high", ask, "amara bea", "2026-11-23T10:00", "2026-11-23T10:00"},
    {"2026-11-23T09:30", "high", ask, "amara bea", "2026-11-23T10:00", "2026-11-23T10:00"},
    {"2026-11-23T09:59", "high", ask, "amara bea", "2026-11-23T10:00", "2026-11-23T10:00"},
    {"2026-11-23T10:00", "high", ask, "", "", "2026-11-24T10:00"},
    {"2026-11-23T16:59", "high", ask, "", "", "2026-11-24T10:00"},
    {"2026-11-23T17:00", "high", ask, "cy dev", "2026-11-23T18:00", "2026-11-24T10:00"},
    {"2026-11-23T17:59", "high", ask, "cy dev", "2026-11-23T18:59", "2026-11-24T10:00"},
    {"2026-11-23T18:00", "high", alarms, "cy dev", "2026-11-23T19:00", "2026-11-24T10:00"},
    {"2026-11-23T21:00", "high", alarms, "cy dev", "2026-11-23T22:00", "2026-11-24T10:00"},
    {"2026-11-23T21:30", "high", alarms, "cy dev", "2026-11-23T22:00", "2026-11-24T10:00"},
    {"2026-11-23T21:59", "high", alarms, "cy dev", "2026-11-23T22:00", "2026-11-24T10:00"},
    {"2026-11-23T22:00", "high", closed, "", "", "2026-11-24T10:00"},
    {"2026-11-25T16:59", "high", ask, "", "", "2026-11-26T10:00"},
    {"2026-11-25T17:00", "high", ask, "bea dev", "2026-11-25T18:00", "2026-11-26T10:00"},
    {"2026-11-25T21:59", "high", alarms, "bea dev", "2026-11-25T22:00", "2026-11-26T10:00"},
    {"2026-11-28T07:00", "high", alarms, "cy dev", "2026-11-28T08:00", "2026-11-30T10:00"},
    {"2026-11-28T06:59", "high", closed, "", "", "2026-11-30T10:00"},
    {"2026-11-28T21:59", "high", alarms, "cy dev", "2026-11-28T22:00", "2026-11-30T10:00"},
    {"2026-11-28T22:00", "high", closed, "", "", "2026-11-30T10:00"},
    {"2026-11-30T09:30", "high", ask, "cy dev", "2026-11-30T10:00", "2026-11-30T10:00"},
    {"2026-12-24T18:00", "high", alarms, "bea haris", "2026-12-24T19:00", "2026-12-29T10:00"},
    {"2026-12-25T06:59", "high", closed, "", "", "2026-12-29T10:00"},
    {"2026-12-25T07:00", "high", alarms, "goran haris", "2026-12-25T08:00", "2026-12-29T10:00"},
    {"2026-12-25T21:59", "high", alarms, "goran haris", "2026-12-25T22:00", "2026-12-29T10:00"},
    {"2026-12-28T10:00", "high", alarms, "bea goran", "2026-12-28T11:00", "2026-12-29T10:00"},
    {"2026-12-31T21:30", "high", alarms, "bea amara", "2026-12-31T22:00", "2027-01-04T10:00"},
    {"2027-01-01T07:00", "high", alarms, "bea amara", "2027-01-01T08:00", "2027-01-04T10:00"},
    {"2027-05-28T12:00", "high", alarms, "haris fia", "2027-05-28T13:00", "2027-06-01T10:00"},
    {"2027-12-24T13:00", "high", ask, "dev cy", "2027-12-24T14:00", "2027-12-29T10:00"},
    {"2026-09-01T08:00", "critical", mail, "amara dev", "2026-09-01T09:00", "2026-09-01T10:00"},
    {"2026-10-24T21:30", "critical", mail, "eun cy", "2026-10-24T22:00", "2026-10-26T10:00"},
    {"2026-10-25T07:00", "critical", mail, "eun cy", "2026-10-25T08:00", "2026-10-26T10:00"},
    {"2026-11-23T02:00", "critical", mail, "", "", "2026-11-23T10:00"},
    {"2026-11-23T09:30", "critical", mail, "amara bea", "2026-11-23T10:00", "2026-11-23T10:00"},
    {"2026-11-23T10:00", "critical", ask, "", "", "2026-11-24T10:00"},
    {"2026-11-23T16:59", "critical", ask, "", "", "2026-11-24T10:00"},
    {"2026-11-23T17:00", "critical", mail, "cy dev", "2026-11-23T18:00", "2026-11-24T10:00"},
    {"2026-11-23T21:30", "critical", mail, "cy dev", "2026-11-23T22:00", "2026-11-24T10:00"},
    {"2026-11-24T00:00", "critical", mail, "", "", "2026-11-24T10:00"},
    {"2026-12-24T21:30", "critical", mail, "bea haris", "2026-12-24T22:00", "2026-12-29T10:00"},
    {"2026-12-25T12:00", "critical", mail, "goran haris", "2026-12-25T13:00", "2026-12-29T10:00"},
    {"2026-12-26T12:00", "critical", mail, "dev haris", "2026-12-26T13:00", "2026-12-29T10:00"},
    {"2026-12-28T09:30", "critical", mail, "dev haris", "2026-12-28T10:30", "2026-12-29T10:00"},
    {"2026-12-31T23:59", "critical", mail, "", "", "2027-01-04T10:00"},
    {"2027-01-01T00:00", "critical", mail, "", "", "2027-01-04T10:00"},
    {"2027-03-27T21:00", "critical", mail, "goran haris", "2027-03-27T22:00", "2027-03-30T10:00"},
    {"2027-03-28T07:00", "critical", mail, "goran haris", "2027-03-28T08:00", "2027-03-30T10:00"},
    {"2027-03-28T21:59", "critical", mail, "goran haris", "2027-03-28T22:00", "2027-03-30T10:00"},
    {"2027-08-30T12:00", "critical", mail, "bea dev", "2027-08-30T13:00", "2027-08-31T10:00"},
    {"2028-02-29T20:00", "critical", mail, "haris bea", "2028-02-29T21:00", "2028-03-01T10:00"},
    {"2028-06-05T09:59", "critical", mail, "ines amara", "2028-06-05T10:00", "2028-06-05T10:00"},
    {"2028-08-27T20:30", "critical", mail, "eun napha", "2028-08-27T21:30", "2028-08-29T10:00"},
};

class Process : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = TeamFolder::open(CPROTA_EXAMPLE);
    ASSERT_TRUE(opened) << to_string(opened.error().diagnostics.front());
    folder_ = std::move(*opened);
    ASSERT_TRUE(folder_->faults_elsewhere().empty());
  }

  [[nodiscard]] const Team& team() const { return folder_->team(); }
  [[nodiscard]] Instant at(const std::string& text) const {
    return parse_time(text, team().zone, Instant{}).value().at;
  }
  [[nodiscard]] std::string shown(std::optional<Instant> t) const {
    return t ? rfc3339(*t, team().zone).substr(0, 16) : "";
  }
  [[nodiscard]] ContactAnswer contact(const char* severity, const char* t) {
    return contact_at(team(), *folder_, at(t), parse_severity(severity).value());
  }
  [[nodiscard]] DayPlan day(const char* date) { return day_plan(team(), *folder_, parse_date(date).value()); }

  std::unique_ptr<TeamFolder> folder_;
};

TEST_F(Process, WhoAnswersWhereAndByWhen) {
  for (const Moment& moment : moments) {
    SCOPED_TRACE(std::string(moment.severity) + " at " + moment.at);
    const ContactAnswer answer = contact(moment.severity, moment.at);
    EXPECT_EQ(answer.route ? answer.route->contact : "", moment.route);
    EXPECT_TRUE(answer.has_route);
    std::string people;
    for (const Responder& responder : answer.responders) {
      people += (people.empty() ? "" : " ") + responder.person->id.str();
    }
    EXPECT_EQ(people, moment.people);
    EXPECT_EQ(shown(answer.hand_over_by), moment.hand_over_by);
    EXPECT_EQ(shown(answer.support_opens), moment.support_opens);
    EXPECT_EQ(answer.route == nullptr, answer.route_opens.has_value());
  }
}

TEST_F(Process, TheHandoverThatFallsIntoTheHourIsNamed) {
  const ContactAnswer answer = contact("high", "2026-11-23T09:15");
  ASSERT_TRUE(answer.handover);
  EXPECT_EQ(shown(answer.handover->at), "2026-11-23T10:00");
  EXPECT_EQ(answer.handover->role.str(), "on-call.primary");
  EXPECT_EQ(answer.handover->to, Holder(PersonId("cy")));
  EXPECT_FALSE(contact("high", "2026-11-23T08:59").handover);
  EXPECT_TRUE(contact("high", "2026-11-23T09:00").handover);
  EXPECT_FALSE(contact("high", "2026-11-23T18:00").handover);
}

TEST_F(Process, EachSeverityAsksForTheFactsThatItNeeds) {
  const auto give = [&](const char* severity, const char* t) { return contact(severity, t).route->give; };
  EXPECT_THAT(give("request", "2026-11-23T12:00"),
              Contains(HasSubstr("ticket for anything over 15 minutes")));
  EXPECT_THAT(give("quick", "2026-11-23T12:00"), Contains(HasSubstr("under 15 minutes")));
  EXPECT_THAT(give("critical", "2026-11-24T02:00"), Contains("the known facts"));
  EXPECT_THAT(give("critical", "2026-11-24T02:00"), Contains(HasSubstr("channel on which to go on")));
  EXPECT_THAT(give("critical", "2026-11-24T02:00"), Contains(HasSubstr("best-endeavours")));
}

TEST_F(Process, TheDutiesOfAWeekdayStandInOrderOfTimeWithWhoDoesThem) {
  const DayPlan plan = day("2026-11-24");
  EXPECT_TRUE(std::is_sorted(plan.duties.begin(), plan.duties.end(),
                             [](const DutyOnDay& a, const DutyOnDay& b) { return a.at < b.at; }));
  struct Expected {
    const char* text;
    const char* at;
    Duty::By by;
    const char* person;  // one of them; "" for the whole team
  };
  const Expected duties[] = {
      {"take the handover from on call", "09:00", Duty::By::one, "dev"},
      {"ready for high-priority incidents while the person on call travels", "09:00", Duty::By::one, "dev"},
      {"Hand over planned work and incidents in progress", "18:00", Duty::By::one, "dev"},
      {"#ask-cloud-platform", "10:00", Duty::By::one, "dev"},
      {"Look at #high-priority-alarms and #low-priority-alarms", "10:00", Duty::By::one, "dev"},
      {"#cloud-platform-notify", "10:00", Duty::By::one, "dev"},
      {"Watch the board", "10:00", Duty::By::one, "dev"},
      {"Support New Issues", "10:00", Duty::By::one, "dev"},
      {"#cloud-platform-update", "10:00", Duty::By::one, "dev"},
      {"incident process", "10:00", Duty::By::all, ""},
      {"larger user requests", "10:00", Duty::By::all, ""},
      {"support backlog", "10:00", Duty::By::all, ""},
      {"up to 1 hour of work", "07:00", Duty::By::one, "cy"},
      {"best endeavours", "07:00", Duty::By::one, "cy"},
  };
  for (const Expected& expected : duties) {
    const auto found = std::find_if(plan.duties.begin(), plan.duties.end(), [&](const DutyOnDay& duty) {
      return duty.duty->text.find(expected.text) != std::string::npos;
    });
    ASSERT_NE(found, plan.duties.end()) << expected.text;
    EXPECT_EQ(clock_time(found->at, team().zone), expected.at) << expected.text;
    EXPECT_EQ(found->duty->by, expected.by) << expected.text;
    if (expected.by == Duty::By::one) {
      EXPECT_THAT(found->people, Contains(PersonId(expected.person))) << expected.text;
    }
  }
}

TEST_F(Process, ADayWithoutSupportSaysWhenItIsBack) {
  struct Case {
    const char* date;
    DayKind kind;
    const char* back;
  };
  const Case cases[] = {
      {"2026-11-28", DayKind::weekend, "2026-11-30T10:00"},
      {"2026-12-25", DayKind::bank_holiday, "2026-12-29T10:00"},
      {"2026-12-28", DayKind::bank_holiday, "2026-12-29T10:00"},
      {"2027-05-28", DayKind::bank_holiday, "2027-06-01T10:00"},
      {"2026-11-24", DayKind::weekday, ""},
  };
  for (const Case& c : cases) {
    const DayPlan plan = day(c.date);
    EXPECT_EQ(plan.kind, c.kind) << c.date;
    EXPECT_EQ(plan.support_closed, *c.back != '\0') << c.date;
    EXPECT_EQ(shown(plan.support_opens), c.back) << c.date;
  }
}

TEST_F(Process, HandoversHaveBothNames) {
  const DayPlan plan = day("2026-11-23");
  const auto primary =
      std::find_if(plan.handovers.begin(), plan.handovers.end(),
                   [](const HandoverOnDay& handover) { return handover.role.str() == "on-call.primary"; });
  ASSERT_NE(primary, plan.handovers.end());
  EXPECT_EQ(shown(primary->at), "2026-11-23T10:00");
  EXPECT_EQ(primary->from, Holder(PersonId("amara")));
  EXPECT_EQ(primary->to, Holder(PersonId("cy")));
}

TEST_F(Process, TomorrowIsComparedInWords) {
  EXPECT_THAT(day("2026-12-24").tomorrow, Contains("Fri 25 Dec is a bank holiday: Christmas Day"));
  EXPECT_THAT(day("2026-11-27").tomorrow, Contains("Sat 28 Nov is a weekend"));
  EXPECT_THAT(day("2026-11-27").tomorrow, Contains(HasSubstr("support hours: closed (today 10:00–17:00)")));
}

TEST_F(Process, ThePageHasItsDates) {
  ASSERT_TRUE(team().reviewed);
  ASSERT_TRUE(team().review_by);
  EXPECT_LT(*team().reviewed, *team().review_by);
}

}  // namespace
}  // namespace cprota
