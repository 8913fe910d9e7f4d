import Foundation

/// A page of a list.
public struct Page<Item: JSONModel>: JSONModel {
  public let items: [Item]
  /// How many there are in all pages; nil where the server does not tell.
  public let count: Int?
  /// The address of the next page, which is followed as it is; nil at the end.
  public let next: String?

  /// Reads a page as all lists of the service are made: `results` (also in a folder's `children`) or, in a search, `files`.
  public init(json: JSONText) {
    (items, count, next) = json.withView { view in
      let page = view["children"] ?? view
      let items = page["results"] ?? page["files"]
      return (
        (items?.elements ?? []).map { Item(json: $0.text) }, page["count"]?.int,
        page["next"]?.string ?? view["next"]?.string
      )
    }
  }
}

/// The items of a list, page after page as they are asked for.
public struct Pages<Item: JSONModel>: AsyncSequence, Sendable {
  public typealias Element = Item
  let client: StudioClient
  let first: Endpoint<Page<Item>>

  public func makeAsyncIterator() -> Iterator { Iterator(client: client, first: first) }

  public struct Iterator: AsyncIteratorProtocol {
    let client: StudioClient
    var first: Endpoint<Page<Item>>?
    private var items: ArraySlice<Item> = []
    private var next: String?
    /// Pages that were seen, so that a server whose pages lead in a circle is not followed for ever.
    private var seen: Set<String> = []

    init(client: StudioClient, first: Endpoint<Page<Item>>) {
      self.client = client
      self.first = first
    }

    public mutating func next() async throws(ClientError) -> Item? {
      while items.isEmpty {
        let page: Page<Item>
        if let first {
          self.first = nil
          page = try await client.send(first)
        } else if let address = next {
          guard let url = URL(string: address, relativeTo: client.server.base)?.absoluteURL,
            ["http", "https"].contains(url.scheme?.lowercased() ?? ""), seen.insert(url.absoluteString).inserted
          else { return nil }
          page = try await client.send(pageAt: url, as: Page<Item>.self)
        } else {
          return nil
        }
        items = page.items[...]
        next = page.next
      }
      return items.popFirst()
    }
  }
}

extension StudioClient {
  /// The items of a list, page after page: each page is asked for when its first item is.
  public func items<Item>(of list: Endpoint<Page<Item>>) -> Pages<Item> { Pages(client: self, first: list) }
}
