import PlotSchema
import ValidationTree

// The terms of a schema in those of a tree.

extension ValType {
  init(_ type: SchemaValType) {
    switch type {
    case .any: self = .any
    case .angle: self = .angle
    case .boolean: self = .boolean
    case .color: self = .color
    case .colorlist: self = .colorlist
    case .colorscale: self = .colorscale
    case .dataArray: self = .dataArray
    case .enumerated: self = .enumerated
    case .flaglist: self = .flaglist
    case .infoArray: self = .infoArray
    case .integer: self = .integer
    case .number: self = .number
    case .string: self = .string
    case .subplotid: self = .subplotid
    }
  }
}

extension AttributeFlags {
  init(_ flags: SchemaAttribute.Flags) {
    self = []
    if flags.contains(.arrayOk) { insert(.arrayOk) }
    if flags.contains(.noBlank) { insert(.noBlank) }
    if flags.contains(.strict) { insert(.strict) }
    if flags.contains(.coerceNumber) { insert(.coerceNumber) }
    if flags.contains(.freeLength) { insert(.freeLength) }
  }
}

extension Dimensions {
  init(_ dimensions: SchemaAttribute.Dimensions) {
    switch dimensions {
    case .one: self = .one
    case .two: self = .two
    case .oneOrTwo: self = .oneOrTwo
    }
  }
}
