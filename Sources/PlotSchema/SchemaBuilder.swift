import JSONCore

/// Collects definitions, each distinct one once.
struct SchemaBuilder {
  var model: SchemaModel
  private var attributeNumbers: [SchemaAttribute: Int] = [:]
  private var containerNumbers: [SchemaContainer: Int] = [:]
  /// The same by members in the order of the text: most containers come again as they were, and need not be sorted.
  private var numbersAsWritten: [SchemaContainer: Int] = [:]
  /// A name that the container added last has more than once.
  private(set) var repeatedName: Int?

  init(origin: SchemaModel.Origin) { model = SchemaModel(origin: origin) }

  mutating func add(_ attribute: SchemaAttribute) -> Int {
    if let known = attributeNumbers[attribute] { return known }
    model.attributes.append(attribute)
    attributeNumbers[attribute] = model.attributes.count - 1
    return model.attributes.count - 1
  }

  /// Adds a container whose members come in any order. Of several with one name the last one counts, as in JavaScript.
  mutating func addContainer(_ members: [SchemaMember], isSubplot: Bool) -> Int {
    repeatedName = nil
    let asWritten = SchemaContainer(members: members, isSubplot: isSubplot)
    if let known = numbersAsWritten[asWritten] { return known }
    let container = SchemaContainer(members: sorted(members), isSubplot: isSubplot)
    if container.members.count < members.count { repeatedName = firstRepeatedName(members) }
    let number = containerNumbers[container] ?? model.containers.count
    if number == model.containers.count {
      model.containers.append(container)
      containerNumbers[container] = number
    }
    numbersAsWritten[asWritten] = number
    return number
  }

  private func firstRepeatedName(_ members: [SchemaMember]) -> Int? {
    var seen: Set<Int> = []
    return members.first { !seen.insert($0.name).inserted }?.name
  }

  /// Members in byte order of their names, the last one of each name.
  func sorted(_ members: [SchemaMember]) -> [SchemaMember] {
    var result: [SchemaMember] = []
    result.reserveCapacity(members.count)
    // The position keeps members of one name in the order of the text.
    let order = members.indices.inOrder { a, b in
      members[a].name == members[b].name ? a < b : model.words.precedes(members[a].name, members[b].name)
    }
    for index in order {
      if result.last?.name == members[index].name { result.removeLast() }
      result.append(members[index])
    }
    return result
  }
}
