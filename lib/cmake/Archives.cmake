# SPDX-License-Identifier: MIT
# For a program that is one static file: libraries found from here on are archives, and so are those that
# packages have described as shared, if the archive lies beside.
set(CMAKE_FIND_LIBRARY_SUFFIXES .a)

function(cprota_prefer_archives)
  get_property(targets DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTY IMPORTED_TARGETS)
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    get_target_property(configurations ${target} IMPORTED_CONFIGURATIONS)
    if(type STREQUAL SHARED_LIBRARY AND configurations)
      foreach(configuration IN LISTS configurations)
        get_target_property(shared ${target} IMPORTED_LOCATION_${configuration})
        string(REGEX REPLACE "[.]so[.0-9]*$" ".a" archive "${shared}")
        if(EXISTS ${archive})
          set_target_properties(${target} PROPERTIES IMPORTED_LOCATION_${configuration} ${archive})
        endif()
      endforeach()
    endif()
  endforeach()
endfunction()

# libical asks ICU to reckon repeats, and ICU's data are 30 MB: calendars other than ours, which cprota does not read.
function(cprota_leave_out_icu_data)
  add_library(icu_without_data OBJECT ${PROJECT_SOURCE_DIR}/lib/src/format/icu_without_data.cpp)
  set_property(TARGET Libical::libical PROPERTY INTERFACE_LINK_LIBRARIES
               ${Libical_ICU_i18n} ${Libical_ICU_uc} $<TARGET_OBJECTS:icu_without_data>)
endfunction()
