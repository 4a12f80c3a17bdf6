# SPDX-License-Identifier: MIT
# What most sources include and takes longer to read than they do themselves.
set(CPROTA_COMMON_HEADERS
  <algorithm> <chrono> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string> <string_view> <utility>
  <variant> <vector> <fmt/format.h> <tl/expected.hpp>)

# cprota_precompile(TARGET [HEADER...]): those, and more that its sources share.
function(cprota_precompile target)
  if(NOT CPROTA_PRECOMPILE)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE ${CPROTA_COMMON_HEADERS} ${ARGN})
  # Without it ccache does not know what is in the header.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()

# cprota_precompiled(TARGET OF): takes the header of a target that is compiled alike.
function(cprota_precompiled target of)
  if(NOT CPROTA_PRECOMPILE)
    return()
  endif()
  target_precompile_headers(${target} REUSE_FROM ${of})
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()
