// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/cover/announcement.hpp"
#include "cprota/cover/contact.hpp"
#include "cprota/cover/day.hpp"
#include "cprota/format/mail_draft.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

// One answer of `contact`.
[[nodiscard]] std::string contact_text(const Team& team, const ContactAnswer& answer, const TextStyle& style);
// {"schema": "cprota.contact/1", …}
[[nodiscard]] std::string contact_json(const Team& team, const ContactAnswer& answer);
// A payload for a Slack webhook: {"text", "blocks"}.
[[nodiscard]] std::string contact_slack(const Team& team, const ContactAnswer& answer);
// The mail or message that a user has to send, with a blank for each fact asked for. Requires a route, open
// or not.
[[nodiscard]] std::string contact_mail(const Team& team, const ContactAnswer& answer);

// A line for each severity.
[[nodiscard]] std::string contacts_text(const Team& team, const std::vector<ContactAnswer>& answers,
                                        const TextStyle& style);
// {"schema": "cprota.contacts/1", "contacts": […]}
[[nodiscard]] std::string contacts_json(const Team& team, const std::vector<ContactAnswer>& answers);
[[nodiscard]] std::string contacts_slack(const Team& team, const std::vector<ContactAnswer>& answers);

[[nodiscard]] std::string day_text(const Team& team, const DayPlan& plan, const TextStyle& style);
// {"schema": "cprota.day/1", …}
[[nodiscard]] std::string day_json(const Team& team, const DayPlan& plan);
[[nodiscard]] std::string day_markdown(const Team& team, const DayPlan& plan);
[[nodiscard]] std::string day_slack(const Team& team, const DayPlan& plan);
// To the people who cover that day.
[[nodiscard]] MailDraft day_mail(const Team& team, const DayPlan& plan);

// For the update channel.
[[nodiscard]] std::string announcement_text(const Announcement& announcement, const Zone& zone);
[[nodiscard]] std::string announcement_slack(const Announcement& announcement, const Zone& zone);
// {"schema": "cprota.announce/1", …}
[[nodiscard]] std::string announcement_json(const Announcement& announcement, const Team& team);

}  // namespace cprota
