/// What rules that look at facts keep from figure to figure: room, and what they have found out that holds for all figures of a checker.
///
/// Part of a ``WalkMemory``, and so one for each thread.
package final class FactMemory {
  /// What the rules on defaults keep: an object of theirs.
  package var defaults: AnyObject?

  package init() {}
}
