// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <string>

#include <absl/time/time.h>

namespace cprota {

// A zone of Abseil, loaded as far as it is needed. Of the rule at the end of a zone file Abseil makes the
// changes of 400 years while it loads, which takes longer than all else that one question needs. So the
// changes that the file lists come first, and the rule when a time after them is asked for.
class ZoneEngine {
 public:
  // Null where Abseil cannot load the zone.
  [[nodiscard]] static std::shared_ptr<const ZoneEngine> load(const std::string& name);
  [[nodiscard]] static std::shared_ptr<const ZoneEngine> utc();

  // What answers for a time and finds the change after it: seconds since 1970 by UTC or by any zone's clock.
  [[nodiscard]] const absl::TimeZone& around(std::int64_t seconds) const;

 private:
  const absl::TimeZone& whole() const;

  std::string name_;
  absl::TimeZone listed_;
  // Up to some days before the last change that the file lists.
  std::int64_t listed_until_ = std::numeric_limits<std::int64_t>::min();
  mutable std::once_flag loaded_;
  mutable absl::TimeZone whole_;
};

}  // namespace cprota
