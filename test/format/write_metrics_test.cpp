// SPDX-License-Identifier: MIT
#include "cprota/format/write_metrics.hpp"

#include <chrono>

#include <gtest/gtest.h>

namespace cprota {
namespace {

// No reader lets such an id in; the writer does not rely on it.
TEST(Metrics, EscapeWhatWouldEndALabel) {
  const Instant at{std::chrono::seconds(1'795'425'300)};
  Now now;
  now.covering.push_back(
      {{{RotaId("a\"b"), RoleId("c\\d")}, PersonId("e\nf"), Interval(at, at + std::chrono::hours(1)), {}},
       std::nullopt});
  EXPECT_EQ(now_metrics(now, at),
            "# HELP cprota_on_call Who covers a role whose hours are open.\n"
            "# TYPE cprota_on_call gauge\n"
            "cprota_on_call{rota=\"a\\\"b\",role=\"c\\\\d\",person=\"e\\nf\"} 1\n"
            "# HELP cprota_on_call_until_timestamp_seconds When the shift of who covers ends.\n"
            "# TYPE cprota_on_call_until_timestamp_seconds gauge\n"
            "cprota_on_call_until_timestamp_seconds{rota=\"a\\\"b\",role=\"c\\\\d\",person=\"e\\nf\"} "
            "1795428900\n"
            "# HELP cprota_generated_timestamp_seconds When these metrics were made.\n"
            "# TYPE cprota_generated_timestamp_seconds gauge\n"
            "cprota_generated_timestamp_seconds 1795425300\n");
}

}  // namespace
}  // namespace cprota
