// What Swift's runtime does before `main` in a program that is linked statically, and figlint does without. It is a tenth of the
// time that a check of one file takes.
//
// The linker takes an object out of the runtime's archive only for a name that is not defined yet. These definitions come
// first, so that two of them stay out, and with each its initialiser. They are weak: where an object is needed all the same, because
// a later runtime has more in it, its own are taken.

#include "CProgramStart.h"

#include <stdbool.h>
#include <stdlib.h>

#if defined(__GLIBC__)

// CommandLine.cpp.o finds the arguments by reading /proc/self/maps. The C library has them at hand.

static int argument_count;
static char **arguments;

__attribute__((constructor)) static void keep_arguments(int count, char **values) {
  argument_count = count;
  arguments = values;
}

__attribute__((weak)) char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
  *count = argument_count;
  return arguments;
}

__attribute__((weak)) void _swift_stdlib_overrideUnsafeArgvArgc(char **values, int count) {
  argument_count = count;
  arguments = values;
}

// Backtrace.cpp.o looks in ten places around the executable for a program that prints backtraces, which is in none of them where
// figlint is installed. All Swift programs refer to a function of it, so that it is linked; nobody calls that. What the rest of
// the runtime asks it is whether backtraces are on: zeros say that they are off, as they are for whoever does not find that program.

__attribute__((weak)) bool _swift_backtrace_isThunkFunction(const char *name) {
  (void)name;
  return false;
}

__attribute__((weak)) int _swift_backtraceSettings[64];

#endif
