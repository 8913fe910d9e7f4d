package import Diagnostics
package import JSONCore

extension JSONWriter {
  /// Writes `finding` as an object: the fields of the contract (docs of `--format jsonl`), in its order, nothing cut.
  package mutating func finding(_ finding: Finding) {
    object { writer in
      writer.member("file", finding.file)
      writer.member("rule", finding.rule.description)
      writer.member("name", finding.name)
      writer.member("severity", finding.severity.rawValue)
      writer.member("code", orNull: finding.code?.rawValue)
      writer.member("container", finding.container.rawValue)
      writer.member("trace", orNull: finding.trace)
      writer.key("path")
      writer.array { for element in finding.path { $0.pathElement(element) } }
      writer.member("attribute", finding.attribute)
      writer.member("pointer", finding.pointer)
      writer.member("offset", finding.range.lowerBound)
      writer.member("length", finding.range.count)
      writer.member("line", finding.start.line)
      writer.member("column", finding.start.column)
      writer.member("endLine", finding.end.line)
      writer.member("endColumn", finding.end.column)
      writer.member("message", finding.message)
      writer.member("help", orNull: finding.help)
      writer.key("targets")
      writer.array { for target in finding.targets { $0.string(target) } }
      writer.key("fix")
      if let fix = finding.fix { writer.fix(fix) } else { writer.null() }
      if let cell = finding.cell { writer.member("cell", cell) }
      if let output = finding.output { writer.member("output", output) }
      if let figure = finding.figure { writer.member("figure", figure) }
    }
  }

  private mutating func pathElement(_ element: PathElement) {
    switch element {
    case .key(let key): string(key)
    case .index(let index): integer(index)
    }
  }

  private mutating func fix(_ fix: Fix) {
    object { writer in
      writer.member("safe", fix.isSafe)
      writer.key("edits")
      writer.array { writer in
        for edit in fix.edits {
          writer.object {
            $0.member("offset", edit.range.lowerBound)
            $0.member("length", edit.range.count)
            $0.member("text", edit.text)
          }
        }
      }
    }
  }
}
