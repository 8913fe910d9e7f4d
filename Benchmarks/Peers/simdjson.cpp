// What simdjson needs for the same bytes: a worker with the protocol of Benchmarks/Throughput.
//
//   simdjson PATH...
//
// Stages: `dom` parses each input into simdjson's document tree. `tokens` walks it with On-Demand and asks each scalar for
// its raw token, each key for its raw text: the least that On-Demand does for a caller who wants to see every value. It converts
// no number and unescapes no string, and so checks neither. Both parsers are made once and used again.
//
// Files that simdjson refuses are passed over in both stages, and their number is printed at the beginning.
#include <simdjson.h>

#include <time.h>

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

using namespace simdjson;

static uint64_t touched;

// Values nest no deeper than the parser's limit (1,024), so recursion is safe.
static void walk(ondemand::value value) {
  switch (value.type()) {
    case ondemand::json_type::array:
      for (auto element : value.get_array()) walk(element.value());
      break;
    case ondemand::json_type::object:
      for (auto field : value.get_object()) {
        touched += uint8_t(*field.key().raw());
        walk(field.value());
      }
      break;
    default: touched += uint8_t(value.raw_json_token()[0]);
  }
}

static void walk_document(ondemand::document &document) {
  switch (document.type()) {
    case ondemand::json_type::array:
      for (auto element : document.get_array()) walk(element.value());
      break;
    case ondemand::json_type::object:
      for (auto field : document.get_object()) {
        touched += uint8_t(*field.key().raw());
        walk(field.value());
      }
      break;
    default: touched += uint8_t(document.raw_json_token().value()[0]);
  }
}

static std::vector<std::string> files(const std::string &path) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(path)) return {path};
  std::vector<std::string> found;
  for (const auto &entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file() && entry.path().extension() == ".json") found.push_back(entry.path());
  return found;
}

static uint64_t processor_nanoseconds() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return uint64_t(time.tv_sec) * 1000000000 + uint64_t(time.tv_nsec);
}

int main(int argc, char **argv) {
  std::vector<padded_string> inputs;
  dom::parser tree_parser;
  ondemand::parser token_parser;
  size_t bytes = 0, refused = 0;
  for (int i = 1; i < argc; i++)
    for (const auto &file : files(argv[i])) {
      padded_string text = padded_string::load(file);
      // The tree of a large input needs several times its size, so those are taken as they are.
      if (text.size() < (1 << 24) && tree_parser.parse(text).error()) {
        refused++;
        continue;
      }
      bytes += text.size();
      inputs.push_back(std::move(text));
    }
  std::cout << inputs.size() << ' ' << bytes << ' ' << refused << ' ' << get_active_implementation()->name() << ' '
            << builtin_implementation()->name() << std::endl;
  for (std::string stage; std::getline(std::cin, stage);) {
    if (stage != "dom" && stage != "tokens") {
      std::cout << "unknown" << std::endl;
      continue;
    }
    touched = 0;
    uint64_t start = processor_nanoseconds();
    for (const auto &input : inputs) {
      if (stage == "dom") {
        dom::element root = tree_parser.parse(input);
        touched += uint64_t(root.type());
      } else {
        ondemand::document document = token_parser.iterate(input);
        walk_document(document);
      }
    }
    std::cout << processor_nanoseconds() - start << ' ' << touched << std::endl;
  }
}
