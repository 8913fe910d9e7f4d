#pragma once

// Nothing to call: what is here takes effect by being linked.
