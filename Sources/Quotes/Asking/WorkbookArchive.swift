internal import CZip

/// Why a workbook cannot be written: libzip's words.
package struct WorkbookFault: Error, Sendable {
  package var detail: String
}

/// The parts of a workbook as a ZIP archive in memory, written with libzip.
enum WorkbookArchive {
  /// The archive of some parts, each with its text, in their order. The same parts give the same bytes: every part is dated 1 January 1980, the
  /// first day that the format knows. O(bytes).
  static func bytes(of parts: [(name: String, text: String)]) throws(WorkbookFault) -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    func fault(_ error: inout zip_error_t) -> WorkbookFault {
      WorkbookFault(detail: String(cString: zip_error_strerror(&error)))
    }
    guard let archive = zip_source_buffer_create(nil, 0, 0, &error) else { throw fault(&error) }
    // Closing the archive frees its source, which is read behind that.
    zip_source_keep(archive)
    defer { zip_source_free(archive) }
    guard let handle = zip_open_from_source(archive, Int32(ZIP_CREATE | ZIP_TRUNCATE), &error) else {
      zip_source_free(archive)
      throw fault(&error)
    }
    // libzip reads the parts when it closes the archive.
    var copies: [UnsafeMutableBufferPointer<UInt8>] = []
    defer { for copy in copies { copy.deallocate() } }
    for part in parts {
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: part.text.utf8.count)
      _ = copy.initialize(from: part.text.utf8)
      copies.append(copy)
      guard let source = zip_source_buffer_create(copy.baseAddress, zip_uint64_t(copy.count), 0, &error) else {
        zip_discard(handle)
        throw fault(&error)
      }
      let index = zip_file_add(handle, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      guard index >= 0, zip_file_set_dostime(handle, zip_uint64_t(index), 0, firstDay, 0) == 0 else {
        let detail = String(cString: zip_strerror(handle))
        if index < 0 { zip_source_free(source) }
        zip_discard(handle)
        throw WorkbookFault(detail: detail)
      }
    }
    guard zip_close(handle) == 0 else {
      let detail = String(cString: zip_strerror(handle))
      zip_discard(handle)
      throw WorkbookFault(detail: detail)
    }
    return try content(of: archive)
  }

  /// 1980-01-01 as MS-DOS writes it: year 0, month 1, day 1.
  private static let firstDay: zip_uint16_t = 1 << 5 | 1

  private static func content(of archive: OpaquePointer) throws(WorkbookFault) -> [UInt8] {
    guard zip_source_open(archive) == 0 else { throw WorkbookFault(detail: "the archive cannot be read again") }
    defer { zip_source_close(archive) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = chunk.withUnsafeMutableBytes { zip_source_read(archive, $0.baseAddress, zip_uint64_t($0.count)) }
      if count == 0 { return output }
      if count < 0 { throw WorkbookFault(detail: "the archive cannot be read again") }
      output += chunk[..<Int(count)]
    }
  }
}
