#include "CSchemaSnapshots.h"

// Eight-byte alignment lets every record be loaded with one instruction.
_Alignas(8) static const unsigned char bundled_tree[] = {
#embed "../../SchemaSnapshots/bundled.tree"
};

const unsigned char *figlint_bundled_tree(void) { return bundled_tree; }

unsigned long figlint_bundled_tree_count(void) { return sizeof bundled_tree; }

_Alignas(8) static const unsigned char defaults_table[] = {
#embed "../../SchemaSnapshots/defaults.table"
};

const unsigned char *figlint_defaults_table(void) { return defaults_table; }

unsigned long figlint_defaults_table_count(void) { return sizeof defaults_table; }
