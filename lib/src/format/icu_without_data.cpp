// SPDX-License-Identifier: MIT
#include <cstdint>

#include <unicode/utypes.h>
#include <unicode/uvernum.h>

// The data of ICU as an empty table of contents, laid out as ICU's own stubdata library has it
// (common/ucmndata.h: DataHeader and UDataOffsetTOC). Whatever asks ICU for data is told that there are none.
namespace {

struct EmptyData {
  std::uint16_t header_size = 32;
  std::uint8_t magic[2] = {0xda, 0x27};
  std::uint16_t info_size = 20;
  std::uint16_t reserved = 0;
  std::uint8_t is_big_endian = U_IS_BIG_ENDIAN;
  std::uint8_t charset_family = U_CHARSET_FAMILY;
  std::uint8_t size_of_character = sizeof(UChar);
  std::uint8_t reserved_byte = 0;
  std::uint8_t format[4] = {'T', 'o', 'C', 'P'};
  std::uint8_t format_version[4] = {1, 0, 0, 0};
  std::uint8_t data_version[4] = {0, 0, 0, 0};
  std::uint8_t padding[8] = {};
  std::uint32_t count = 0;
  std::uint32_t entries[2] = {};
};
static_assert(sizeof(EmptyData) == 32 + 3 * sizeof(std::uint32_t));

}  // namespace

extern "C" {
extern const EmptyData U_ICUDATA_ENTRY_POINT;
const EmptyData U_ICUDATA_ENTRY_POINT{};
}
