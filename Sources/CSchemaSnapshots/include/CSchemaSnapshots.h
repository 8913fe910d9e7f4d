#pragma once

/// The bytes of SchemaSnapshots/bundled.tree, for as long as the process lives.
const unsigned char *figlint_bundled_tree(void);

/// How many there are.
unsigned long figlint_bundled_tree_count(void);

/// The bytes of SchemaSnapshots/defaults.table, for as long as the process lives, and how many there are.
const unsigned char *figlint_defaults_table(void);
unsigned long figlint_defaults_table_count(void);
