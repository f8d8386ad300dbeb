/// What a debug build is too slow for.
enum BuildMode {
  static let isRelease: Bool = {
    #if DEBUG
      false
    #else
      true
    #endif
  }()
}
