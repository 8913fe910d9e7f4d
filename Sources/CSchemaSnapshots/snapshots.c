#include "CSchemaSnapshots.h"

// A section of their own puts the tables among what is never written: Swift has constants that the linker changes in `.rodata`, which
// makes all of that a part of the writable memory.
#if defined(__ELF__)
#define TABLE __attribute__((section("figlint_tables")))
#else
#define TABLE
#endif

// Eight-byte alignment lets every record be loaded with one instruction.
TABLE _Alignas(8) static const unsigned char bundled_tree[] = {
#embed "../../SchemaSnapshots/bundled.tree"
};

const unsigned char *figlint_bundled_tree(void) { return bundled_tree; }

unsigned long figlint_bundled_tree_count(void) { return sizeof bundled_tree; }

TABLE _Alignas(8) static const unsigned char defaults_table[] = {
#embed "../../SchemaSnapshots/defaults.table"
};

const unsigned char *figlint_defaults_table(void) { return defaults_table; }

unsigned long figlint_defaults_table_count(void) { return sizeof defaults_table; }
