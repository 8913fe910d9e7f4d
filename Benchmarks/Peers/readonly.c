/*
 * Opens and reads all files below a directory and looks at none of their bytes: the part of any checker's time that is
 * the system's. One buffer is used again for all of them, which is the quickest way to read small files.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char buffer[1 << 20];
static long long total;

static void read_directory(int directory) {
  DIR *stream = fdopendir(directory);
  if (!stream) exit(2);
  for (struct dirent *entry; (entry = readdir(stream));) {
    if (entry->d_name[0] == '.') continue;
    int file = openat(directory, entry->d_name, O_RDONLY | O_CLOEXEC);
    if (file < 0) exit(2);
    if (entry->d_type == DT_DIR) {
      read_directory(file);
      continue;
    }
    for (ssize_t count; (count = read(file, buffer, sizeof buffer)) > 0;) total += count;
    close(file);
  }
  closedir(stream);
}

int main(int argc, char **argv) {
  int directory = argc == 2 ? open(argv[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  if (directory < 0) {
    fprintf(stderr, "usage: readonly DIRECTORY\n");
    return 2;
  }
  read_directory(directory);
  printf("%lld\n", total);
  return 0;
}
