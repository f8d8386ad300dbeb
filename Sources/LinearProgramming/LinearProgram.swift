internal import CClp

/// The version of the simplex library that this build is linked against.
public var simplexVersion: String { String(cString: Clp_Version()) }
