import Diagnostics
import JSONCore
import ValidationTree

/// What holds in the part of a figure that the walk is in.
struct Scope {
  /// Whether trace types contribute attributes to the container at hand.
  var contributions = ContributionScope.none
  /// Whether the contributions of every trace type count, and lists have their `…defaults`.
  var inTemplate = false
  /// The rule for keys that are not known.
  var keyRule = RuleID.unknownAttribute
}

/// An object whose members are being walked: which of its container's names have come.
struct OpenObject {
  /// 0-based byte of the opening brace.
  let start: Int
  var isFirst = true
  /// Whether a name has come twice, so that the scanner's log holds all keys of the object.
  var isLogged = false
  private var seen: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(at start: Int) { self.start = start }

  /// For the `type` of a trace, which is no member of its container: one more than any member can have.
  static var ordinalOfType: Int { 255 }

  /// Notes the name with this ordinal in the container; false if it has come before. Containers have fewer than 255 names
  /// (a test holds it); of one beyond, repetition is not seen.
  mutating func note(_ ordinal: Int) -> Bool {
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: ordinal & 63)
    if ordinal < 64 { return note(bit, &seen.0) }
    switch ordinal &>> 6 {
    case 1: return note(bit, &seen.1)
    case 2: return note(bit, &seen.2)
    case 3: return note(bit, &seen.3)
    default: return true
    }
  }

  private func note(_ bit: UInt64, _ word: inout UInt64) -> Bool {
    let isNew = word & bit == 0
    word |= bit
    return isNew
  }
}

/// Containers of the schema and their members.
extension FigureWalker {
  /// Walks the object at the scanner's position as `container`.
  mutating func walkMembers(of container: ContainerID, in versions: VersionSet, _ scope: Scope) throws(ScanError) {
    var object = OpenObject(at: scanner.position)
    try scanner.openObject()
    while let key = try scanner.nextUnloggedKey(&object.isFirst) {
      try walkMember(key, of: container, in: versions, scope, &object)
    }
  }

  /// Walks the value of one member. Returns whether the schema knows the key in any of the versions.
  @discardableResult @inline(__always)
  mutating func walkMember(
    _ key: KeyToken, of container: ContainerID, in versions: VersionSet, _ scope: Scope, _ object: inout OpenObject
  ) throws(ScanError) -> Bool {
    guard let member = members.member(key.name, of: container), !member.isContributed || scope.isPlain else {
      return try walkUncachedMember(key, of: container, in: versions, scope, &object)
    }
    note(key, Int(member.ordinal), &object)
    let fact = open(member.word, member.node, key: key, in: versions)
    if member.node.kind == .attribute {
      try walkAttribute(member.node.attribute, member.edge, member.traits, in: versions)
    } else {
      let scope = scope.below(member.word, isContributedTo: member.isContributedTo)
      try walk(member.node, member.edge, in: versions, scope)
    }
    close(fact)
    return true
  }

  private mutating func walkUncachedMember(
    _ key: KeyToken, of container: ContainerID, in versions: VersionSet, _ scope: Scope, _ object: inout OpenObject
  ) throws(ScanError) -> Bool {
    memory.work.searchedKeys += 1
    let word = word(of: key)
    let edge = word.flatMap { tree.edge(container, $0) }
    if let word, let edge {
      note(key, tree.ordinal(of: edge, in: container), &object)
      remember(edge, word, key.name, of: container)
    } else {
      scanner.log(key)
    }
    return try walkVariants(key, word, edge, of: container, in: versions, scope)
  }

  /// Keeps what a key means, if that is the same for all targets.
  func remember(_ edge: EdgeID, _ word: WordID, _ name: ShortText, of container: ContainerID) {
    guard !name.isNone, let node = tree.node(of: edge, inAll: targets) else { return }
    var traits: MemberCache.Traits = node.kind == .attribute ? tree.attribute(node.attribute).traits : []
    if facts.contributedNames.contains(word) { traits.insert(.contributed) }
    if facts.contributedSubplots.contains(word) { traits.insert(.contributedTo) }
    let ordinal = UInt16(truncatingIfNeeded: tree.ordinal(of: edge, in: container))
    let member = MemberCache.Member(edge: edge, word: word, node: node, ordinal: ordinal, traits: traits)
    members.keep(member, name, of: container)
  }

  /// Notes that the object has a key of its container, by its ordinal there.
  mutating func note(_ key: KeyToken, _ ordinal: Int, _ object: inout OpenObject) {
    guard !object.isLogged else { return scanner.log(key) }
    guard !object.note(ordinal) else { return }
    // From now on the keys of this object are remembered one by one: to look for each in the text again would not be
    // linear.
    object.isLogged = true
    scanner.logKeys(ofObjectAt: object.start, upTo: key)
  }

  /// Walks the value once for each meaning that it has in the versions.
  private mutating func walkVariants(
    _ key: KeyToken, _ word: WordID?, _ edge: EdgeID?, of container: ContainerID, in versions: VersionSet,
    _ scope: Scope
  ) throws(ScanError) -> Bool {
    let start = scanner.position
    var left = versions
    if let word {
      try walkContributions(key, word, from: start, of: &left, versions, scope)
      if !left.isEmpty, let edge {
        try walkVariants(key, of: edge, from: start, of: &left, versions, below(word, scope))
      }
    }
    if !left.isEmpty, let (word, edge) = subplotEdge(key, in: container) {
      try walkVariants(key, of: edge, .counter, from: start, of: &left, versions, below(word, scope))
    }
    if !left.isEmpty, scope.inTemplate, let edge = defaultsEdge(key, in: container) {
      try walkVariants(key, of: edge, .itemDefaults, from: start, of: &left, versions, scope)
    }
    guard !left.isEmpty else { return true }
    let isKnown = left != versions
    reportUnknown(key, edge, in: left, container, scope)
    if !isKnown { try passUnknown() }
    return isKnown
  }

  private mutating func walkContributions(
    _ key: KeyToken, _ word: WordID, from start: Int, of left: inout VersionSet, _ versions: VersionSet, _ scope: Scope
  ) throws(ScanError) {
    let list = contributions(of: word, scope)
    for index in 0..<list.count {
      let contribution = tree.contribution(list, at: index)
      var live = contribution.variant.versions.intersection(left)
      if !scope.inTemplate { live.formIntersection(targetsWith(contribution.types)) }
      guard !live.isEmpty else { continue }
      if left != versions { scanner.rewind(to: start) }
      left.subtract(live)
      let fact = open(word, contribution.variant.node, key: key, in: live)
      try walk(contribution.variant.node, nil, in: live, below(word, scope))
      close(fact)
    }
  }

  /// How a key names a member.
  private enum Naming {
    case plain
    /// With a counter, which subplot objects alone may have: `legend` is one since plotly.js 2.22 only.
    case counter
    /// As `annotationdefaults`, in a template: what each item of `annotations` starts from.
    case itemDefaults
  }

  private mutating func walkVariants(
    _ key: KeyToken, of edge: EdgeID, _ naming: Naming = .plain, from start: Int, of left: inout VersionSet,
    _ versions: VersionSet,
    _ scope: Scope
  ) throws(ScanError) {
    for index in 0..<tree.variantCount(of: edge) {
      let variant = tree.variant(of: edge, at: index)
      let live = variant.versions.intersection(left)
      guard !live.isEmpty else { continue }
      var node = variant.node
      switch naming {
      case .plain: break
      case .counter: guard tree.isSubplot(node) else { continue }
      case .itemDefaults:
        guard node.kind == .list else { continue }
        node = NodeRef(.container, Int(node.container.rawValue))
      }
      if left != versions { scanner.rewind(to: start) }
      left.subtract(live)
      let fact = open(
        tree.word(of: edge), number: naming == .counter ? counter(of: key) : 0, node,
        naming == .itemDefaults ? .isItemDefaults : [], key: key, in: live)
      try walk(node, edge, in: live, scope)
      close(fact)
    }
  }

  /// Walks the value at hand as what the schema says it is.
  mutating func walk(_ node: NodeRef, _ edge: EdgeID?, in versions: VersionSet, _ scope: Scope) throws(ScanError) {
    switch node.kind {
    case .attribute: try walkAttribute(node.attribute, edge, in: versions)
    case .container: try walkContainer(node.container, edge, in: versions, scope)
    case .list: try walkList(of: node.container, in: versions, scope)
    }
  }

  /// - Parameter edge: the member whose value it is; nil for an item of a list.
  private mutating func walkContainer(
    _ container: ContainerID, _ edge: EdgeID?, in versions: VersionSet, _ scope: Scope
  ) throws(ScanError) {
    guard scanner.peek() == UInt8(ascii: "{") else {
      return try refuseContainer(expected: .object, isTitle: isTitle(edge), in: versions)
    }
    try walkMembers(of: container, in: versions, scope)
  }

  private func isTitle(_ edge: EdgeID?) -> Bool {
    guard let edge else { return false }
    return tree.withText(tree.word(of: edge)) { $0.equals($1, "title") }
  }

  private mutating func walkList(
    of container: ContainerID, in versions: VersionSet, _ scope: Scope
  ) throws(ScanError) {
    guard scanner.peek() == UInt8(ascii: "[") else { return try refuseContainer(expected: .array, in: versions) }
    try scanner.openArray()
    var isFirst = true
    var index = 0
    while try scanner.nextElement(&isFirst) {
      let fact = openItem(index, NodeRef(.container, Int(container.rawValue)), in: versions)
      try walkContainer(container, nil, in: versions, scope)
      close(fact)
      index += 1
    }
  }

  /// What trace types bring under a name into the container at hand.
  func contributions(of word: WordID, _ scope: Scope) -> ContributionList {
    switch scope.contributions {
    case .none: .none
    case .layout: tree.contributions(word)
    case .subplot(let subplot): tree.contributions(word, inside: subplot)
    }
  }

  /// The targets in which the figure has a trace of one of the types.
  private func targetsWith(_ types: TraceTypeSet) -> VersionSet {
    var found: VersionSet = .none
    var rest = types.rawValue
    while rest != 0 {
      let ordinal = rest.trailingZeroBitCount
      rest &= rest &- 1
      if ordinal < presentTypes.count { found.formUnion(presentTypes[ordinal]) }
    }
    return found
  }
}

// MARK: - Names

extension FigureWalker {
  /// The word of the tree's vocabulary that a key is.
  @inline(__always) func word(of key: KeyToken) -> WordID? { word(key.string, hash: key.hash(in: scanner.bytes)) }

  @inline(__always) func word(_ string: StringToken, hash: KeyHash? = nil) -> WordID? {
    // A key's hash is that of its decoded text.
    withText(string) { bytes, text in tree.word(hash ?? KeyHash(bytes, text), bytes, text) }
  }

  @inline(__always) func edge(of key: KeyToken, in container: ContainerID) -> EdgeID? {
    word(of: key).flatMap { tree.edge(container, $0) }
  }

  /// The subplot object that a key with a counter names, and its name without the counter.
  func subplotEdge(_ key: KeyToken, in container: ContainerID) -> (WordID, EdgeID)? {
    withText(key.string) { bytes, name in tree.subplotEdge(bytes, name, in: container) }
  }

  /// The number at the end of a key that has a counter, within the bounds of 32 bits.
  private func counter(of key: KeyToken) -> Int {
    withText(key.string) { bytes, name in
      var digits = name.upperBound
      while digits > name.lowerBound, bytes[digits - 1] &- UInt8(ascii: "0") < 10 { digits -= 1 }
      return (digits..<name.upperBound).reduce(0) { min($0 * 10 + Int(bytes[$1] - UInt8(ascii: "0")), Int(Int32.max)) }
    }
  }

  /// The list that a key of a template such as `annotationdefaults` belongs to.
  private func defaultsEdge(_ key: KeyToken, in container: ContainerID) -> EdgeID? {
    let name = StringText.decoded(scanner.bytes, key.string.content)
    let suffix = Array("defaults".utf8)
    guard name.count > suffix.count, name.suffix(suffix.count).elementsEqual(suffix) else { return nil }
    let list = Array(name.dropLast(suffix.count)) + [UInt8(ascii: "s")]
    return list.withInputBytes { tree.word(KeyHash($0, 0..<$0.count), $0, 0..<$0.count) }
      .flatMap { tree.edge(container, $0) }
  }
}

extension Scope {
  /// Whether trace types contribute nothing to the container at hand.
  @inline(__always) var isPlain: Bool {
    if case .none = contributions { true } else { false }
  }

  /// The scope inside the member `word`, to which trace types may contribute if it is a subplot of the layout.
  @inline(__always) func below(_ word: WordID, isContributedTo: @autoclosure () -> Bool) -> Scope {
    var scope = self
    if case .layout = contributions, isContributedTo() {
      scope.contributions = .subplot(word)
    } else {
      scope.contributions = .none
    }
    return scope
  }
}

extension FigureWalker {
  private func below(_ word: WordID, _ scope: Scope) -> Scope {
    scope.below(word, isContributedTo: facts.contributedSubplots.contains(word))
  }
}
