internal import Platform

/// Sets damaged files of the data folder aside, and tells of each. A file that cannot be read for another reason (permissions, too
/// many open files, another process) is never moved.
package struct Healing: Sendable {
  /// The day that stands in the new names, `2026-11-28`.
  package var day: String
  /// Told of every file that was set aside, or could not be.
  package var tell: @Sendable (DamagedFile) -> Void

  package init(day: String, tell: @escaping @Sendable (DamagedFile) -> Void) {
    self.day = day
    self.tell = tell
  }

  /// Opens a file, and sets it aside where it is damaged.
  ///
  /// - Parameters:
  ///   - healing: what sets it aside; without it damage is an error.
  ///   - open: opens it; throws `CatalogError.damaged` while it is.
  /// - Returns: nil where there is no such file, or none any more.
  package static func open<File>(
    _ path: String, _ kind: DamagedFile.Kind, with healing: Healing?, _ open: (String) throws(CatalogError) -> File
  ) throws(CatalogError) -> File? {
    do throws(CatalogError) {
      return try open(path)
    } catch {
      switch error {
      // Another process may have removed it after the folder was read.
      case .missing: return nil
      case .damaged(_, let detail):
        guard let healing else { throw error }
        return try healing.setAside(path, kind, detail, open)
      default: throw error
      }
    }
  }

  /// Sets a file aside that was found damaged.
  ///
  /// - Parameter open: opens it; throws `CatalogError.damaged` while it is.
  /// - Returns: the file, where another process has put a whole one in its place by now.
  package func setAside<File>(
    _ path: String, _ kind: DamagedFile.Kind, _ detail: String, _ open: (String) throws(CatalogError) -> File
  ) throws(CatalogError) -> File? {
    var file = DamagedFile(path, kind, detail: detail)
    var whole: Result<File, CatalogError>?
    var aside: String?
    do throws(SystemError) {
      aside = try SetAside.move(path, day: day) {
        do throws(CatalogError) {
          whole = .success(try open(path))
        } catch {
          if case .damaged = error { return true }
          whole = .failure(error)
        }
        return false
      }
    } catch {
      file.failure = error.code
    }
    switch whole {
    case .success(let file): return file
    case .failure(.missing): return nil
    case .failure(let error): throw error
    case nil: break
    }
    // Another process was here first.
    if aside == nil, file.failure == nil { return nil }
    file.aside = aside
    tell(file)
    return nil
  }
}
