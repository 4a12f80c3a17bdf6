# SPDX-License-Identifier: MIT
# Turns the style and the script of the HTML page into C++ at build time: they are written in files of their own,
# which editors and linters understand.
#
# Included, it defines cprota_page_parts(TARGET): sources of TARGET may then
#   #include "format/page_parts.inc"
# which holds `page_style` and `page_script`, without the first line, which names the licence.
if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(CPROTA_PAGE_PARTS_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
  function(cprota_page_parts target)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/generated)
    set(parts ${CMAKE_CURRENT_SOURCE_DIR}/src/format/page)
    add_custom_command(
      OUTPUT ${folder}/format/page_parts.inc
      COMMAND ${CMAKE_COMMAND} -D parts=${parts} -D output=${folder}/format/page_parts.inc -P
              ${CPROTA_PAGE_PARTS_SCRIPT}
      DEPENDS ${parts}.css ${parts}.js ${CPROTA_PAGE_PARTS_SCRIPT}
      COMMENT "Compiling the style and script of the page in"
      VERBATIM)
    target_sources(${target} PRIVATE ${folder}/format/page_parts.inc)
    target_include_directories(${target} PRIVATE ${folder})
  endfunction()
  return()
endif()

set(text "// Generated from page.css and page.js.\n")
foreach(part IN ITEMS style:css script:js)
  string(REPLACE : ";" name_and_ending ${part})
  list(GET name_and_ending 0 name)
  list(GET name_and_ending 1 ending)
  file(READ ${parts}.${ending} content)
  string(FIND "${content}" "\n" end_of_line)
  string(SUBSTRING "${content}" ${end_of_line} -1 content)
  string(APPEND text "constexpr std::string_view page_${name} = R\"cprota(${content})cprota\";\n")
endforeach()
file(WRITE ${output} "${text}")
