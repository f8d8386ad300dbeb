import Foundation

/// Permissions bind only those who are not the superuser, so that tests of them run as `nobody` where they must.
enum Privilege {
  private static let isSuperuser = getuid() == 0

  /// Whether a run can be started that file permissions bind: as this user, or as `nobody` with a product that they reach.
  static let canBindFiles: Bool = {
    if !isSuperuser { return true }
    guard
      let probe = try? Process.run(
        URL(fileURLWithPath: "/usr/bin/env"),
        arguments: [
          "setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "test", "-x", Product.binary.path,
        ])
    else { return false }
    probe.waitUntilExit()
    return probe.terminationStatus == 0
  }()

  fileprivate static var runsAsNobody: Bool { isSuperuser }
}

extension Command {
  /// The same run as somebody whom file permissions bind.
  func bound() -> Command {
    var command = self
    command.asNobody = Privilege.runsAsNobody
    return command
  }
}
