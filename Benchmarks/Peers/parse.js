// Parses all files below a directory with JSON.parse, as a check with node would begin.
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

function parse(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) parse(path);
    else JSON.parse(readFileSync(path, "utf8"));
  }
}

parse(process.argv[2]);
