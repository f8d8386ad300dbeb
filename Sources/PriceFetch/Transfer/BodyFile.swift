internal import Base
internal import Foundation
internal import Platform
internal import PriceSheets

/// The file that a body is received into. One that can be resumed stays beside its `PartialBody` until it is whole.
final class BodyFile {
  /// Bytes of the body so far.
  private(set) var count = 0
  private(set) var validator: String?
  /// Whether the present request has brought a first byte.
  private(set) var isBegun = false
  private let path: String
  private let folder: String
  private let limit: Int
  private var file: GrowingFile?

  init(name: String, folder: String, limit: Int) {
    path = "\(folder)/\(name).part"
    self.folder = folder
    self.limit = limit
  }

  /// Removes bodies in a folder that no run uses any more: whole ones that a killed run has not taken into a sheet, after ten minutes, and
  /// parts that were not gone on with for thirty days.
  ///
  /// - Parameter now: seconds since 1970.
  static func removeAbandoned(in folder: String, now: Double) {
    for name in (try? FileBytes.names(in: folder)) ?? [] {
      let life: Double
      if name.hasSuffix(".part.whole") {
        life = 600
      } else if name.hasSuffix(".part") || name.hasSuffix(".part.json") {
        life = 30 * 86_400
      } else {
        continue
      }
      let path = "\(folder)/\(name)"
      let changed = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
      if let changed, now - changed.timeIntervalSince1970 > life { GrowingFile.removeUnused(path) }
    }
  }

  private var notePath: String { path + ".json" }

  /// Makes ready for a request.
  ///
  /// - Returns: the bytes that are there already, if the rest may be asked for; 0 otherwise.
  func open(for address: WebAddress) throws(FetchFailure) -> Int {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .storage("`\(folder)` may not be written: \(error.localizedDescription)")
    }
    isBegun = false
    (count, validator) = (0, nil)
    guard let data = FileManager.default.contents(atPath: notePath),
      let note = try? JSONDecoder().decode(PartialBody.self, from: data), note.fingerprint == address.fingerprint,
      let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber, size.intValue > 0,
      size.intValue < limit
    else { return 0 }
    (count, validator) = (size.intValue, note.validator)
    return count
  }

  /// The first byte of an answer is there.
  func begin(isResumed: Bool, validator: String?, address: WebAddress) throws(FetchFailure) {
    isBegun = true
    self.validator = validator
    if !isResumed { count = 0 }
    do throws(SystemError) {
      file = try GrowingFile(path, resumingAt: count)
    } catch {
      switch error.code {
      case EWOULDBLOCK, ESTALE: throw .storage("another process fetches `\(path)`")
      default: throw .storage("`\(path)` may not be written")
      }
    }
    guard let validator else {
      try? FileManager.default.removeItem(atPath: notePath)
      return
    }
    do {
      let note = PartialBody(fingerprint: address.fingerprint, validator: validator)
      try AtomicFile.write(try JSONEncoder().encode(note), to: notePath, isPrivate: true)
    } catch {
      throw .storage("`\(notePath)` may not be written: \(error.localizedDescription)")
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FetchFailure) {
    count += bytes.count
    guard count <= limit else { throw .size(limit: limit) }
    do throws(SystemError) {
      try file?.write(bytes)
    } catch {
      throw .storage("`\(path)` cannot be written: \(String(cString: strerror(error.code)).lowercased())")
    }
  }

  /// Ends a request. What cannot be resumed is removed.
  func close(keeping: Bool) {
    file?.close()
    file = nil
    if keeping, validator != nil { return }
    // Another process may be receiving the same source.
    GrowingFile.removeUnused(path)
    if !FileManager.default.fileExists(atPath: path) { try? FileManager.default.removeItem(atPath: notePath) }
    (count, validator) = (0, nil)
  }

  /// SHA-256 of the body as it was sent and, where that is packed for the way, as it unpacks.
  func digests(isPacked: Bool) throws(FetchFailure) -> [String] {
    do {
      guard let reader = FileHandle(forReadingAtPath: path) else {
        throw FetchFailure.storage("`\(path)` cannot be read")
      }
      defer { try? reader.close() }
      var sent = ContentHash()
      while let data = try reader.read(upToCount: 1 << 17), !data.isEmpty { sent.feed(bytes: data) }
      guard isPacked else { return [sent.hexadecimal] }
      let feed = try FileFeed(path: path, limit: limit)
      var unpacked = ContentHash()
      while let piece = try feed.next() { unpacked.feed(bytes: piece) }
      return [sent.hexadecimal, unpacked.hexadecimal]
    } catch let failure as FetchFailure {
      throw failure
    } catch {
      throw .storage("the body \(error)")
    }
  }

  /// Whether the body is text whose last line has no end. Gzip, which tells its end itself, is none.
  func isWithinLine() throws(FetchFailure) -> Bool {
    do {
      guard count > 0, let reader = FileHandle(forReadingAtPath: path) else { return false }
      defer { try? reader.close() }
      if try reader.read(upToCount: 2) == Data([0x1F, 0x8B]) { return false }
      try reader.seek(toOffset: UInt64(count - 1))
      let last = try reader.read(upToCount: 1)?.first
      return last != UInt8(ascii: "\n") && last != UInt8(ascii: "\r")
    } catch {
      throw .storage("`\(path)` cannot be read: \(error.localizedDescription)")
    }
  }

  /// The file of the whole body, which is the caller's from now on.
  func finish() throws(FetchFailure) -> String {
    defer { file = nil }
    try? FileManager.default.removeItem(atPath: notePath)
    let whole = path + ".whole"
    do throws(SystemError) {
      try file?.finish(as: whole)
    } catch {
      throw .storage("`\(whole)` cannot be written")
    }
    return whole
  }
}
