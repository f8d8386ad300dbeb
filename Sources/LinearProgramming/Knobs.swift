import Glibc

public enum Knob {
  public static func number(_ name: String, _ fallback: Double) -> Double {
    guard let text = getenv(name) else { return fallback }
    return Double(String(cString: text)) ?? fallback
  }
  public static let smooth = number("H3_SMOOTH", 0.05)
  public static let floor = number("H3_FLOOR", 0.001)
  public static let rank = Int(number("H3_RANK", 1))
  public static let fall = Int(number("H3_FALL", 0))
  public static let trace = number("H3_TRACE", 0) > 0
  public static let solo = number("H3_SOLO", 0) > 0
  public static let stuck = Int(number("H3_STUCK", 100))
  public static let tail = Int(number("H3_TAIL", 8))
  public static let tree = Int(number("H3_TREE", 0))
  public static let inOut = number("H3_INOUT", 0) > 0
  public static let share = number("H3_SHARE", 0.4)
  public static let age = Int32(number("H3_AGE", 2))
  public static let pert = Int32(number("H3_PERT", -1))
  public static let scaling = Int32(number("H3_SCALE", -1))
  public static let dem = Int(number("H3_DEM", 1))
  public static let cap = number("H3_CAP", 1)
  public static let eff = Int(number("H3_EFF", 0))
  public static let pool = Int(number("H3_POOL", 0))
  public static let idle = Int32(number("H3_IDLE", 0))
  public static let nb = Int(number("H3_NB", 8))
  public static let quiet = number("H3_QUIET", 0) > 0
  public static let steps = Int(number("H3_STEPS", 4))
  public static let thin = number("H3_THIN", 0) > 0
  public static func now() -> Double {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
  }
  public static func say(_ text: String) { (text + "\n").withCString { _ = write(2, $0, strlen($0)) } }
}
