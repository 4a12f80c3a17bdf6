# SPDX-License-Identifier: MIT
# Turns the official bank holidays into C++ at build time, so that the program parses nothing when it starts.
#
# Included, it defines cprota_bank_holidays(TARGET): sources of TARGET may then
#   #include "hours/official_bank_holidays.inc"
# which holds for each division an array of {year, month, day, title, notes} in order of date, of a type
# `OfficialHoliday` that they declare before it: england_and_wales, scotland, northern_ireland.
if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(CPROTA_BANK_HOLIDAYS_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
  function(cprota_bank_holidays target)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/generated)
    set(list ${PROJECT_SOURCE_DIR}/data/bank-holidays/uk-bank-holidays.json)
    add_custom_command(
      OUTPUT ${folder}/hours/official_bank_holidays.inc
      COMMAND ${CMAKE_COMMAND} -D list=${list} -D output=${folder}/hours/official_bank_holidays.inc -P
              ${CPROTA_BANK_HOLIDAYS_SCRIPT}
      DEPENDS ${list} ${CPROTA_BANK_HOLIDAYS_SCRIPT}
      COMMENT "Compiling the official bank holidays in"
      VERBATIM)
    target_sources(${target} PRIVATE ${folder}/hours/official_bank_holidays.inc)
    target_include_directories(${target} PRIVATE ${folder})
  endfunction()
  return()
endif()

file(READ ${list} json)
set(text "// Generated from data/bank-holidays/uk-bank-holidays.json (Open Government Licence v3.0).\n")
foreach(division IN ITEMS england-and-wales scotland northern-ireland)
  string(REPLACE - _ name ${division})
  string(APPEND text "constexpr OfficialHoliday ${name}[] = {\n")
  string(JSON holidays GET "${json}" ${division})
  string(JSON count LENGTH "${holidays}")
  math(EXPR last "${count} - 1")
  foreach(i RANGE ${last})
    string(JSON holiday GET "${holidays}" ${i})
    string(JSON date GET "${holiday}" date)
    string(JSON title GET "${holiday}" title)
    string(JSON notes GET "${holiday}" notes)
    if(NOT date MATCHES "^([0-9][0-9][0-9][0-9])-0?([0-9]+)-0?([0-9]+)$")
      message(FATAL_ERROR "${list}: ${division}: ${date} is no date")
    endif()
    string(APPEND text "    {${CMAKE_MATCH_1}, ${CMAKE_MATCH_2}, ${CMAKE_MATCH_3}, R\"(${title})\", R\"(${notes})\"},\n")
  endforeach()
  string(APPEND text "};\n")
endforeach()
file(WRITE ${output} "${text}")
