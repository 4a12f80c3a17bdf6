# SPDX-License-Identifier: MIT
# What most sources include and takes longer to read than they do themselves.
set(CPROTA_COMMON_HEADERS
  <algorithm> <chrono> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string> <string_view> <utility>
  <variant> <vector> <fmt/format.h> <tl/expected.hpp>)

# What ccache needs to know what is in the header, and to find it the same another time.
set(CPROTA_PRECOMPILE_OPTIONS $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
                              "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")

# cprota_precompile(TARGET [HEADER...]): those, and more that its sources share.
function(cprota_precompile target)
  if(CPROTA_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${CPROTA_COMMON_HEADERS} ${ARGN})
    target_compile_options(${target} PRIVATE ${CPROTA_PRECOMPILE_OPTIONS})
  endif()
endfunction()

# cprota_precompiled(TARGET OF): takes the header of a target that is compiled alike.
function(cprota_precompiled target of)
  if(CPROTA_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${of})
    target_compile_options(${target} PRIVATE ${CPROTA_PRECOMPILE_OPTIONS})
  endif()
endfunction()
