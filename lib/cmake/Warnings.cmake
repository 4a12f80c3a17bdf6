# SPDX-License-Identifier: MIT
# What every target of ours is compiled with, and nothing that a consumer inherits.
function(cprota_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
  # GCC 12 takes values that an optional does not hold for uninitialized; clang and the sanitizers know better.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
  endif()
  if(CPROTA_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(CPROTA_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${CPROTA_SANITIZE} -fno-sanitize-recover=all
                                             -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${CPROTA_SANITIZE})
  endif()
  if(CPROTA_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()
