# SPDX-License-Identifier: MIT
# Defines Cbc::cbc: CBC with CLP and what they are made of; as archives with LAPACK and the compressors that
# those want.
include(FindPackageHandleStandardArgs)
find_path(Cbc_INCLUDE_DIR CbcModel.hpp PATH_SUFFIXES coin coin-or)
set(cbc_parts Cbc Cgl OsiClp Clp Osi CoinUtils)
if(CMAKE_FIND_LIBRARY_SUFFIXES STREQUAL ".a")
  list(APPEND cbc_parts lapack blas bz2 z)
endif()
set(cbc_libraries)
foreach(part IN LISTS cbc_parts)
  find_library(Cbc_${part}_LIBRARY ${part})
  mark_as_advanced(Cbc_${part}_LIBRARY)
  list(APPEND cbc_libraries Cbc_${part}_LIBRARY)
endforeach()
mark_as_advanced(Cbc_INCLUDE_DIR)
find_package_handle_standard_args(Cbc REQUIRED_VARS ${cbc_libraries} Cbc_INCLUDE_DIR)
if(Cbc_FOUND AND NOT TARGET Cbc::cbc)
  find_package(Threads REQUIRED)
  add_library(Cbc::cbc INTERFACE IMPORTED)
  set(cbc_paths)
  foreach(library IN LISTS cbc_libraries)
    list(APPEND cbc_paths ${${library}})
  endforeach()
  if(CMAKE_FIND_LIBRARY_SUFFIXES STREQUAL ".a")
    list(APPEND cbc_paths gfortran quadmath m)
  endif()
  set_target_properties(Cbc::cbc PROPERTIES
                        INTERFACE_LINK_LIBRARIES "${cbc_paths};Threads::Threads"
                        INTERFACE_SYSTEM_INCLUDE_DIRECTORIES ${Cbc_INCLUDE_DIR}
                        INTERFACE_INCLUDE_DIRECTORIES ${Cbc_INCLUDE_DIR})
endif()
