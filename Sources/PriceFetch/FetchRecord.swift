package import Base
internal import Foundation
internal import Platform

/// What is known of a source's newest state: what it was asked with, and when.
package struct FetchRecord: Sendable, Hashable, Codable {
  /// The address without its secrets.
  package var address: String
  /// A digest of the whole address; nil in a record of an earlier version.
  package var fingerprint: String?
  package var entityTag: String?
  package var lastModified: String?
  /// Seconds since 1970 at which the source last said that this is its newest state.
  package var checked: Double

  package init(address: WebAddress, entityTag: String?, lastModified: String?, checked: Double) {
    self.address = address.shown
    fingerprint = address.fingerprint
    self.entityTag = entityTag
    self.lastModified = lastModified
    self.checked = checked
  }

  /// Whether it is the record of what stands at an address.
  package func isOf(_ address: WebAddress) -> Bool { fingerprint == address.fingerprint }

  /// Where records and unfinished bodies of the sheets in a folder stand.
  package static func folder(in sheets: String) -> String { sheets + "/.fetch" }

  /// The record of a source; nil where it was never fetched whole.
  package static func read(_ name: String, in folder: String) -> FetchRecord? {
    FileManager.default.contents(atPath: "\(folder)/\(name).json").flatMap {
      try? JSONDecoder().decode(FetchRecord.self, from: $0)
    }
  }

  /// Writes the record at once.
  package func write(_ name: String, in folder: String) throws(FetchFailure) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try AtomicFile.write(try JSONEncoder().encode(self), to: "\(folder)/\(name).json", isPrivate: true)
    } catch {
      throw .storage("`\(folder)` may not be written: \(error.localizedDescription)")
    }
  }
}

/// A body that was not received whole, kept for the next attempt.
struct PartialBody: Codable {
  /// Of the whole address.
  var fingerprint: String
  /// The entity tag, or the date of the last change, of the body's state.
  var validator: String
}

extension WebAddress {
  /// By which a whole address is known again without being kept; SHA-256.
  var fingerprint: String { ContentHash.hexadecimal(ofTexts: [forRequest]) }
}
