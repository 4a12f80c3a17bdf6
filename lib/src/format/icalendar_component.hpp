// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <libical/ical.h>

namespace cprota {

struct FreeIcalComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
// One component of an iCalendar, as libical reads it; nothing where it cannot.
using IcalComponent = std::unique_ptr<icalcomponent, FreeIcalComponent>;

[[nodiscard]] inline IcalComponent ical_component(std::string_view text) {
  return IcalComponent(icalparser_parse_string(std::string(text).c_str()));
}
// The first property of a kind; nullptr where there is none.
[[nodiscard]] inline icalproperty* find(const IcalComponent& component, icalproperty_kind kind) {
  return icalcomponent_get_first_property(component.get(), kind);
}
// Hands each property of a kind to `take`, which must not look for others.
template <typename Take>
void for_each(const IcalComponent& component, icalproperty_kind kind, Take take) {
  for (icalproperty* each = find(component, kind); each != nullptr;
       each = icalcomponent_get_next_property(component.get(), kind)) {
    take(each);
  }
}

}  // namespace cprota
