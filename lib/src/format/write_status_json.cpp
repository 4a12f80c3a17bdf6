// SPDX-License-Identifier: MIT
#include "cprota/format/write_status.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

Json leave_json(const Leave& leave) {
  return {{"first", date_json(leave.first)},
          {"last", date_json(leave.last)},
          {"kind", leave.kind == LeaveKind::avoid ? "avoid" : "leave"}};
}

}  // namespace

std::string status_json(const Team& team, const Status& status) {
  Json json{{"schema", "cprota.status/1"}};
  add_now(json, team, status.now);
  json["after_a_pause"] = list_json(team, status.after_a_pause, turn_json);
  json["me"] = nullptr;
  if (status.me) {
    json["me"] = {{"person", status.me->str()},
                  {"turns", list_json(team, status.my_turns, turn_json)},
                  {"leave", status.my_leave ? leave_json(*status.my_leave) : Json()}};
  }
  json["trouble"] = status.trouble;
  return document(json);
}

}  // namespace cprota
