// SPDX-License-Identifier: MIT
#include "cprota/format/amounts.hpp"
#include "cprota/format/write_claim.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

Json money_json(const std::optional<std::int64_t>& pence) {
  return pence ? Json(money(*pence)) : Json(nullptr);
}

// Exact to six decimals.
Json percent_json(const Amount& amount) {
  return amount.percent ? Json::parse(decimal(*amount.percent)) : Json(nullptr);
}

Json line_json(const Team& team, const ClaimLine& line) {
  Json json;
  json["date"] = date_json(line.date);
  json["rota"] = line.role.rota.str();
  json["role"] = line.role.role.str();
  add_during(json, team, line.during);
  json["minutes"] = line.during.minutes().count();
  json["day"] = to_string(line.kind);
  return json;
}

Json incident_json(const Team& team, const Incident& incident) {
  Json json;
  json["from"] = nullptr;
  json["until"] = nullptr;
  if (incident.during) add_during(json, team, *incident.during);
  json["minutes"] = incident.minutes.count();
  json["full_hours"] = incident.full_hours;
  json["percent"] = percent_json(incident.amount);
  json["amount"] = money_json(incident.amount.pence);
  json["note"] = incident.note;
  json["file"] = incident.file.empty() ? Json(nullptr) : Json(incident.file);
  return json;
}

Json takeover_json(const Team& team, const Takeover& takeover, const Holder& other) {
  Json json = role_json(takeover.role);
  add_during(json, team, takeover.during);
  json["minutes"] = takeover.open.count();
  json["person"] = holder_json(other);
  json["reason"] = takeover.source.taken_over->reason;
  json["file"] = takeover.source.file->file;
  return json;
}

Json counted_json(const Claim& claim) {
  Json json;
  const char* names[] = {"pro_rata", "per_period", "per_day"};
  for (std::size_t i = 0; i < claim.counted.size(); ++i) {
    Json one;
    one["percent"] = percent_json(claim.counted.at(i));
    one["on_call"] = money_json(claim.counted.at(i).pence);
    json[names[i]] = std::move(one);
  }
  return json;
}

Json one_claim(const Team& team, const ClaimAnswer& answer, const Claim& claim) {
  Json json;
  json["schema"] = "cprota.claim/1";
  json["person"] = claim.person.str();
  json["from"] = instant_json(team, answer.range.from);
  json["until"] = instant_json(team, answer.range.until);
  json["is_over"] = answer.is_over;
  json["lines"] = Json::array();
  for (const ClaimLine& line : claim.lines) json["lines"].push_back(line_json(team, line));
  json["minutes"] = claim.minutes.count();
  json["count"] = claim.count ? Json(to_string(*claim.count)) : Json(nullptr);
  json["percent"] = percent_json(claim.on_call);
  json["flat"] = money_json(claim.on_call.flat);
  json["currency"] = claim.currency ? Json(*claim.currency) : Json(nullptr);
  json["day_rate"] = money_json(claim.day_rate);
  json["on_call"] = money_json(claim.on_call.pence);
  json["counted"] = counted_json(claim);
  json["worked_hours"] = claim.worked_hours;
  json["worked_percent"] = percent_json(claim.worked);
  json["worked"] = money_json(claim.worked.pence);
  json["incidents"] = Json::array();
  for (const Incident& each : claim.incidents) json["incidents"].push_back(incident_json(team, each));
  json["total"] = money_json(claim.total);
  json["given"] = Json::array();
  for (const Takeover& each : claim.given) json["given"].push_back(takeover_json(team, each, each.to));
  json["taken"] = Json::array();
  for (const Takeover& each : claim.taken) json["taken"].push_back(takeover_json(team, each, each.from));
  json["files"] = claim.files;
  json["fingerprint"] = claim.fingerprint;
  return json;
}

std::string amount_or_nothing(const std::optional<std::int64_t>& pence) {
  return pence ? money(*pence) : "";
}

Table people_rows(const Team& team, const ClaimAnswer& answer) {
  Table table;
  table.header = {"person",  "name",         "minutes", "count", "percent",     "currency", "day_rate",
                  "on_call", "worked_hours", "worked",  "total", "fingerprint", "flat"};
  for (const Claim& claim : answer.claims) {
    table.rows.push_back(
        {claim.person.str(), team.find_person(claim.person)->name, std::to_string(claim.minutes.count()),
         std::string(claim.count ? to_string(*claim.count) : ""),
         claim.on_call.percent ? decimal(*claim.on_call.percent) : "", claim.currency.value_or(""),
         amount_or_nothing(claim.day_rate), amount_or_nothing(claim.on_call.pence),
         std::to_string(claim.worked_hours), amount_or_nothing(claim.worked.pence),
         amount_or_nothing(claim.total), claim.fingerprint, amount_or_nothing(claim.on_call.flat)});
  }
  return table;
}

}  // namespace

std::string_view to_string(PayCount count) {
  switch (count) {
    case PayCount::pro_rata:
      return "pro-rata";
    case PayCount::per_period:
      return "per-period";
    case PayCount::per_day:
      break;
  }
  return "per-day";
}

std::string claim_json(const Team& team, const ClaimAnswer& answer) {
  if (answer.of_one_person) return document(one_claim(team, answer, answer.claims.front()));
  Json json;
  json["schema"] = "cprota.claims/1";
  json["claims"] = Json::array();
  for (const Claim& claim : answer.claims) json["claims"].push_back(one_claim(team, answer, claim));
  return document(json);
}

std::string claim_csv(const Team& team, const ClaimAnswer& answer) {
  if (!answer.of_one_person) return to_csv(people_rows(team, answer));
  const Claim& claim = answer.claims.front();
  Table table;
  table.header = {"person", "name", "date", "rota", "role", "from", "until", "minutes", "day", "file"};
  for (const ClaimLine& line : claim.lines) {
    table.rows.push_back(
        {claim.person.str(), team.find_person(claim.person)->name, iso_date(line.date), line.role.rota.str(),
         line.role.role.str(), rfc3339(line.during.begin(), team.zone), rfc3339(line.during.end(), team.zone),
         std::to_string(line.during.minutes().count()), std::string(to_string(line.kind)), line.file});
  }
  return to_csv(table);
}

}  // namespace cprota
