# SPDX-License-Identifier: MIT
# What `cmake --install` lays down: the program, the library for find_package(cprota), manual pages, and data.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/cprota)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/cprotaConfig.cmake.in cprotaConfig.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(cprotaConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/cprotaConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/cprotaConfigVersion.cmake
        DESTINATION ${package_folder})
install(DIRECTORY ${CMAKE_CURRENT_LIST_DIR}/ DESTINATION ${package_folder} FILES_MATCHING PATTERN "Find*.cmake")

install(TARGETS cprota EXPORT cprota ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT cprota NAMESPACE cprota:: FILE cprotaTargets.cmake DESTINATION ${package_folder})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lib/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

install(TARGETS cprota-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
foreach(section IN ITEMS 1 5)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section}
          FILES_MATCHING PATTERN "*.${section}")
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/cprota USE_SOURCE_PERMISSIONS)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
