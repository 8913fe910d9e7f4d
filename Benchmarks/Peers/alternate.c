/*
 * Runs commands in turn and times each from before it is spawned until it has ended.
 *
 *   alternate ROUNDS -- COMMAND ARG... -- COMMAND ARG... ...
 *
 * Prints a line for each run: number of the command (0-based), nanoseconds, peak resident kilobytes, exit code (128 + the
 * signal if one ended it). In odd rounds the commands go backwards, so that none always follows the same other.
 *
 * Written in C and not in the harness's language because of the memory: Linux counts what the parent had resident
 * at the time of exec towards the peak of its child (fs/exec.c, exec_mmap -> setmax_mm_hiwater_rss), and a small parent is
 * also the quicker to spawn from.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void run(int number, char **command, posix_spawn_file_actions_t *actions) {
  pid_t child;
  long long start = now();
  int error = posix_spawnp(&child, command[0], actions, NULL, command, environ);
  if (error) {
    fprintf(stderr, "alternate: cannot run '%s': %s\n", command[0], strerror(error));
    exit(2);
  }
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {}
  long long end = now();
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  printf("%d %lld %ld %d\n", number, end - start, usage.ru_maxrss, code);
}

int main(int argc, char **argv) {
  char **commands[64];
  int count = 0;
  int rounds = argc > 2 ? atoi(argv[1]) : 0;
  for (int i = 2; i < argc; i++) {
    if (strcmp(argv[i], "--") != 0) continue;
    argv[i] = NULL;
    if (i + 1 < argc && count < 64) commands[count++] = &argv[i + 1];
  }
  if (rounds < 1 || count == 0) {
    fprintf(stderr, "usage: alternate ROUNDS -- COMMAND ARG... [-- COMMAND ARG...]...\n");
    return 2;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  for (int round = 0; round < rounds; round++)
    for (int i = 0; i < count; i++) {
      int number = round % 2 ? count - 1 - i : i;
      run(number, commands[number], &actions);
    }
  return 0;
}
