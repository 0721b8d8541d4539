// Makes every flush cost the same, so that runs on different disks compare. Preloaded into the engines, with
// data on a memory file system. CONSENTRY_FLUSH_US: microseconds.
#include <stdlib.h>
#include <time.h>

static int wait_a_while(void) {
  const char *text = getenv("CONSENTRY_FLUSH_US");
  long us = text ? atol(text) : 0;
  struct timespec time = {us / 1000000, (us % 1000000) * 1000};
  nanosleep(&time, 0);
  return 0;
}

int fsync(int fd) { (void)fd; return wait_a_while(); }
int fdatasync(int fd) { (void)fd; return wait_a_while(); }
