// What a report consists of is part of this library's interface: `Finding`, `Severity`, `RuleID` and so on.
@_exported public import Diagnostics
