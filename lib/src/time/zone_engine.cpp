// SPDX-License-Identifier: MIT
#include "time/zone_engine.hpp"

#include <cstddef>
#include <functional>
#include <string_view>
#include <utility>

#include <absl/time/civil_time.h>
#include <absl/time/internal/cctz/include/cctz/zone_info_source.h>

namespace cprota {
namespace {

using absl::time_internal::cctz::ZoneInfoSource;

// Asks our factory for a zone without its rule. No zone name has a colon.
constexpr std::string_view listed_prefix = "listed:";

// A zone file in which the rule is empty. Abseil reads it byte by byte, and nothing else.
class WithoutRule : public ZoneInfoSource {
 public:
  explicit WithoutRule(std::unique_ptr<ZoneInfoSource> file) : file_(std::move(file)) {}

  std::size_t Read(void* to, std::size_t size) override {
    if (size != 1) return file_->Read(to, size);
    *static_cast<char*>(to) = '\n';
    return 1;
  }
  int Skip(std::size_t offset) override { return file_->Skip(offset); }

 private:
  std::unique_ptr<ZoneInfoSource> file_;
};

std::unique_ptr<ZoneInfoSource> open_zone(
    const std::string& name, const std::function<std::unique_ptr<ZoneInfoSource>(const std::string&)>& open) {
  if (!name.starts_with(listed_prefix)) return open(name);
  auto file = open(name.substr(listed_prefix.size()));
  return file ? std::make_unique<WithoutRule>(std::move(file)) : nullptr;
}

}  // namespace

std::shared_ptr<const ZoneEngine> ZoneEngine::load(const std::string& name) {
  auto engine = std::make_shared<ZoneEngine>();
  engine->name_ = name;
  if (!absl::LoadTimeZone(std::string(listed_prefix) + name, &engine->listed_)) return nullptr;
  constexpr std::int64_t margin = 3 * 24 * 60 * 60;
  absl::TimeZone::CivilTransition last;
  if (engine->listed_.PrevTransition(absl::InfiniteFuture(), &last)) {
    engine->listed_until_ = last.to - absl::CivilSecond() - margin;
  }
  return engine;
}

std::shared_ptr<const ZoneEngine> ZoneEngine::utc() {
  auto engine = std::make_shared<ZoneEngine>();
  engine->name_ = "UTC";
  return engine;
}

const absl::TimeZone& ZoneEngine::around(std::int64_t seconds) const {
  return seconds < listed_until_ ? listed_ : whole();
}

const absl::TimeZone& ZoneEngine::whole() const {
  std::call_once(loaded_, [this] {
    if (!absl::LoadTimeZone(name_, &whole_)) whole_ = listed_;
  });
  return whole_;
}

}  // namespace cprota

namespace absl {
ABSL_NAMESPACE_BEGIN
namespace time_internal::cctz_extension {

// Abseil's own place for a factory of zone files; it takes the place of a weak definition.
ZoneInfoSourceFactory zone_info_source_factory = cprota::open_zone;

}  // namespace time_internal::cctz_extension
ABSL_NAMESPACE_END
}  // namespace absl
