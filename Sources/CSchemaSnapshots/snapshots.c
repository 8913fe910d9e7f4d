#include "CSchemaSnapshots.h"
