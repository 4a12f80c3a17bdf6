// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include <vector>

namespace cprota {

std::span<const CommandEntry> all_commands() {
  static const std::vector<CommandEntry> entries = {
      {"ask", "", "", "the state of things: who covers, who is next, your own next turn, trouble ahead",
       status_command},
      {"ask", "who-now", "[--at TIME]", "who is covering at this moment, until when, and who follows",
       who_now_command},
      {"ask", "show", "[RANGE]", "the rota of a range", show_command},
      {"ask", "next", "[PERSON] [--within DURATION] [-n N]",
       "the turns or shifts that come next, of one person or all", next_command},
      {"ask", "day", "[DATE]", "one day as a timeline with its people and duties", day_command},
      {"ask", "is", "CONDITION [--at TIME]", "yes or no by exit status", is_command},
      {"ask", "contact", "[SEVERITY] [--at TIME]",
       "whom to reach for a request or an incident, how, and by when", contact_command},
      {"ask", "bank-holidays", "[RANGE]", "the bank holidays in force and where each comes from",
       bank_holidays_command},
      {"count", "hours", "[RANGE]", "minutes of each person by role and kind of day", hours_command},
      {"count", "claim", "[PERSON] [RANGE]", "the lines and the sum of an on-call claim", claim_command},
      {"count", "elapsed", "A B [--hours NAME]", "open time between two instants", elapsed_command},
      {"count", "deadline", "A DURATION [--hours NAME]", "when that much open time has passed",
       deadline_command},
      {"plan", "generate", "[RANGE] [--repair|--replace] [--what-if …]", "a fair rota, written as week files",
       generate_command},
      {"plan", "why", "WEEK", "why these people have this week, and what each other choice would cost",
       why_command},
      {"change", "cover", "PERSON|ROLE RANGE [--by PERSON]",
       "who could take someone's stretches, best first; with --by, does it", cover_command},
      {"change", "swap", "A WHEN B WHEN", "two people exchange turns", swap_command},
      {"change", "leave", "PERSON RANGE", "records leave, and says what it breaks", leave_command},
      {"guard", "check", "[RANGE]", "everything wrong with the files, the rules and the horizon",
       check_command},
      {"guard", "compare", "OTHER",
       "where another version of the folder, or another tool's schedule, differs", compare_command},
      {"feed", "publish", "FOLDER [RANGE]", "a static site: page, calendars, JSON, metrics", publish_command},
      {"feed", "import", "FILE [--role ROLE] [--replace]", "week files from another tool's schedule",
       import_command},
      {"feed", "announce", "…", "a message for the update channel", announce_command},
      {"start", "init", "[FOLDER]", "a commented cprota.toml and a first week", init_command},
      {"start", "completion", "SHELL", "bash, zsh, fish; people, roles and weeks complete too",
       completion_command},
  };
  return entries;
}

}  // namespace cprota
