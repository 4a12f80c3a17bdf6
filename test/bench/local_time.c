/* SPDX-License-Identifier: MIT */
/* The least that a program does which says what time it is: the measure of startup.cpp. */
#include <stdio.h>
#include <time.h>

int main(void) {
  const time_t now = time(NULL);
  struct tm local;
  char text[64];
  if (localtime_r(&now, &local) == NULL) return 1;
  if (strftime(text, sizeof text, "%Y-%m-%d %H:%M %Z", &local) == 0) return 1;
  return puts(text) < 0;
}
