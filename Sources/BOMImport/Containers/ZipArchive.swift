internal import CZip
internal import Diagnostics

/// A ZIP archive in memory, read with libzip. Entries are bounded, so that no archive swells beyond reason.
final class ZipArchive {
  /// Bytes that one entry may have when unpacked.
  static let entryLimit = 64 * 1024 * 1024

  private let handle: OpaquePointer
  private let buffer: UnsafeMutablePointer<UInt8>
  let file: String

  /// Opens the archive. Throws `BOMCodes.damaged` where libzip finds none. The bytes are copied once.
  init(_ bytes: [UInt8], file: String) throws(BOMRefusal) {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { buffer.initialize(from: start, count: source.count) }
    }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source = zip_source_buffer_create(buffer, zip_uint64_t(bytes.count), 0, &error)
    guard let handle = source.flatMap({ zip_open_from_source($0, Int32(ZIP_RDONLY), &error) }) else {
      zip_source_free(source)
      let detail = String(cString: zip_error_strerror(&error))
      buffer.deallocate()
      throw BOMRefusal(BOMCodes.damaged, "the ZIP archive cannot be opened: \(detail)", file: file)
    }
    self.handle = handle
    self.buffer = buffer
    self.file = file
  }

  deinit {
    zip_discard(handle)
    buffer.deallocate()
  }

  /// The names of the entries, in the order of the archive.
  var names: [String] {
    (0..<max(0, zip_get_num_entries(handle, 0))).compactMap { index in
      zip_get_name(handle, zip_uint64_t(index), 0).map { String(cString: $0) }
    }
  }

  /// An entry as an XML document. Throws where it is missing, damaged or no XML.
  func document(_ name: String) throws(BOMRefusal) -> MarkupElement {
    guard let bytes = try entry(name) else {
      throw BOMRefusal(
        BOMCodes.damaged, "the archive has no `\(name)`", file: file, help: "save it again in a spreadsheet program")
    }
    return try MarkupElement.read(bytes, file: file, part: name)
  }

  /// The unpacked bytes of an entry; nil where there is none. Throws where it is damaged, encrypted or too large.
  func entry(_ name: String) throws(BOMRefusal) -> [UInt8]? {
    let index = zip_name_locate(handle, name, 0)
    guard index >= 0 else { return nil }
    guard let entry = zip_fopen_index(handle, zip_uint64_t(index), 0) else {
      let detail = String(cString: zip_strerror(handle))
      throw BOMRefusal(BOMCodes.damaged, "`\(name)` in the archive cannot be read: \(detail)", file: file)
    }
    defer { zip_fclose(entry) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = chunk.withUnsafeMutableBytes { zip_fread(entry, $0.baseAddress, zip_uint64_t($0.count)) }
      if count == 0 { return output }
      if count < 0 {
        throw BOMRefusal(BOMCodes.damaged, "`\(name)` in the archive is damaged", file: file)
      }
      output += chunk[..<Int(count)]
      if output.count > Self.entryLimit {
        throw BOMRefusal(
          BOMCodes.damaged, "`\(name)` in the archive is larger than \(Self.entryLimit / 1_048_576) MB unpacked",
          file: file)
      }
    }
  }
}
