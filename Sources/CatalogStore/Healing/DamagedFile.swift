internal import Foundation

/// A damaged file of the data folder, and what became of it.
package struct DamagedFile: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable {
    case catalog, partList, priceSheet, closedStalls, floorAnswers, asks, answers
  }

  package var kind: Kind
  package var path: String
  /// Where it stands now; nil where it could not be moved.
  package var aside: String?
  /// The system's error code where it could not be moved.
  package var failure: Int32?
  /// What is wrong with it, in a clause.
  package var detail: String
  /// When it was written, in seconds since 1970-01-01T00:00:00Z; nil where the system does not say.
  package var written: Double?
  /// Bytes.
  package var size: Int
  /// What a price sheet held, as far as that can still be read.
  package var held: PriceSheet.Facts?

  /// The name under which it was imported, or the file's.
  package var name: String {
    switch kind {
    case .partList, .priceSheet, .answers: FileFamily.name(ofFileAt: path)
    case .catalog, .closedStalls, .floorAnswers, .asks: (path as NSString).lastPathComponent
    }
  }

  /// Looks at the file while it is still at `path`.
  init(_ path: String, _ kind: Kind, detail: String) {
    (self.path, self.kind, self.detail) = (path, kind, detail)
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    written = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970
    size = attributes?[.size] as? Int ?? 0
    held = kind == .priceSheet ? DamagedFile.facts(ofSheetAt: path) : nil
  }

  /// The facts of a damaged sheet: its bytes are searched for their JSON, which stands on one of the first pages.
  private static func facts(ofSheetAt path: String) -> PriceSheet.Facts? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: 1 << 20) else { return nil }
    let start = Data("{\"".utf8)
    var place = data.startIndex
    while let found = data.range(of: start, in: place..<data.endIndex) {
      if let end = endOfObject(data, from: found.lowerBound),
        let facts = try? JSONDecoder().decode(PriceSheet.Facts.self, from: data[found.lowerBound..<end])
      {
        return facts
      }
      place = found.lowerBound + 1
    }
    return nil
  }

  /// Where the JSON object that begins at `start` ends; nil where it does not within 64 KiB.
  private static func endOfObject(_ data: Data, from start: Int) -> Int? {
    var (depth, isQuoted, isEscaped) = (0, false, false)
    for place in start..<min(data.endIndex, start + 1 << 16) {
      let byte = data[place]
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") { isQuoted = false }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return place + 1 }
      }
    }
    return nil
  }
}
