// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <vector>

namespace cprota {

// A vector indexed by whole numbers of any type: what counts people or turns may be signed, because "nobody"
// is one of its values. The index is in range, as with a vector.
template <class T>
class Indexed : public std::vector<T> {
 public:
  using std::vector<T>::vector;

  [[nodiscard]] T& operator[](std::integral auto index) {
    return std::vector<T>::operator[](static_cast<std::size_t>(index));
  }
  [[nodiscard]] const T& operator[](std::integral auto index) const {
    return std::vector<T>::operator[](static_cast<std::size_t>(index));
  }
};

}  // namespace cprota
