internal import CZlib
internal import Foundation
internal import Platform

/// The bytes of a file, unpacked where it is gzip (told by its first bytes, not by its name). Memory does not grow with
/// the file.
package final class FileFeed: ByteFeed {
  private let handle: FileHandle
  private let size: Int
  private var taken = 0
  private var given = 0
  private let limit: Int
  private var gunzip: Gunzip?
  private var isStarted = false
  private static let piece = 1 << 17

  /// - Parameter limit: the most bytes that may come out, a bound on archives that unpack without end.
  package init(path: String, limit: Int = 4 << 30) throws(SheetError) {
    do throws(SystemError) {
      handle = try FileBytes.open(path)
    } catch {
      throw .unreadable(detail: error.readingReason)
    }
    self.limit = limit
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  deinit { try? handle.close() }

  package var fraction: Double { size > 0 ? min(1, Double(taken) / Double(size)) : 0 }

  package func next() throws(SheetError) -> [UInt8]? {
    while let piece = try unpacked() {
      if piece.isEmpty { continue }
      given += piece.count
      if given > limit { throw .tooLarge(limit: limit) }
      return piece
    }
    return nil
  }

  /// The next piece, which may be empty; nil at the end.
  private func unpacked() throws(SheetError) -> [UInt8]? {
    if let gunzip, gunzip.hasMore { return try gunzip.unpack(capacity: FileFeed.piece) }
    guard let bytes = try read() else {
      if let gunzip, !gunzip.isWhole { throw .badCompression(detail: "it ends too early") }
      return nil
    }
    if !isStarted {
      isStarted = true
      if bytes.starts(with: [0x1F, 0x8B]) { gunzip = Gunzip() }
    }
    guard let gunzip else { return bytes }
    gunzip.feed(bytes)
    return try gunzip.unpack(capacity: FileFeed.piece)
  }

  private func read() throws(SheetError) -> [UInt8]? {
    do {
      guard let data = try handle.read(upToCount: FileFeed.piece), !data.isEmpty else { return nil }
      taken += data.count
      return Array(data)
    } catch {
      throw .unreadable(detail: error.localizedDescription)
    }
  }
}

/// Unpacks gzip (RFC 1952), several members in a row included.
final class Gunzip {
  private var stream = z_stream()
  private var input: [UInt8] = []
  private var position = 0
  private(set) var isWhole = false
  /// Whether `unpack` can give more without new input.
  private(set) var hasMore = false

  init() {
    let code = peidan_inflate_start(&stream)
    precondition(code == Z_OK, "zlib refuses to start: \(code)")
  }

  deinit { inflateEnd(&stream) }

  func feed(_ bytes: [UInt8]) {
    input = position < input.count ? Array(input[position...]) + bytes : bytes
    position = 0
    hasMore = true
  }

  /// At most `capacity` bytes; empty where more input is needed.
  func unpack(capacity: Int) throws(SheetError) -> [UInt8] {
    if isWhole {
      // Another member, or padding, which tape archives add and gzip itself ignores.
      guard position < input.count, input[position] == 0x1F else {
        hasMore = false
        return []
      }
      inflateReset(&stream)
      isWhole = false
    }
    var code = Z_OK
    let (start, count) = (position, input.count)
    var left = 0
    let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, written in
      input.withUnsafeMutableBufferPointer { bytes in
        stream.next_in = bytes.baseAddress.map { $0 + start }
        stream.avail_in = uInt(count - start)
        stream.next_out = buffer.baseAddress
        stream.avail_out = uInt(capacity)
        code = inflate(&stream, Z_NO_FLUSH)
        left = Int(stream.avail_in)
        written = capacity - Int(stream.avail_out)
      }
    }
    position = count - left
    switch code {
    case Z_STREAM_END: isWhole = true
    case Z_OK, Z_BUF_ERROR: break
    default:
      let detail = stream.msg.map { String(cString: $0) } ?? "damaged data"
      throw .badCompression(detail: detail)
    }
    hasMore = isWhole ? position < count : output.count == capacity || left > 0
    return output
  }
}
