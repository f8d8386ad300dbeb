internal import Base
internal import Dispatch
internal import Foundation

/// A server on this machine's own address that answers as a test says, with real sockets: also badly.
package final class LoopbackServer: Sendable {
  /// What was asked.
  package struct Request: Sendable {
    /// `GET`.
    package var method: String
    /// `/prices.csv`, or a whole address where the server stands in for a proxy.
    package var target: String
    /// By small-letter names.
    package var headers: [String: String]
    /// Seconds since the server's start.
    package var time: Double
  }

  /// One connection, to be answered on. Writing to a peer that has gone does nothing.
  package struct Peer: Sendable {
    fileprivate let descriptor: Int32

    /// False once the other side has gone.
    @discardableResult
    package func write(_ bytes: [UInt8]) -> Bool {
      var sent = 0
      while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, noSignal) }
        if count <= 0 { return false }
        sent += count
      }
      return true
    }

    @discardableResult
    package func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    /// A whole answer.
    package func answer(_ status: String = "200 OK", _ headers: [String] = [], _ body: [UInt8] = []) {
      let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"] + headers
      write(lines.joined(separator: "\r\n") + "\r\n\r\n")
      write(body)
    }
  }

  package typealias Answer = @Sendable (Request, Peer) -> Void

  package let port: UInt16
  private let listener: Int32
  private let log = Guarded<[Request]>([])
  private let start = Date()
  private let isStopped = Guarded(false)
  private let ended = DispatchSemaphore(value: 0)

  /// Starts listening. `readsRequests` is false for a server that answers before it was asked, as one of another protocol.
  package init(readsRequests: Bool = true, answer: @escaping Answer) throws {
    #if os(Linux)
      listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (descriptor, size) = (listener, length)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 64) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in
      // The thread that accepts is the one that closes: a number that another closed may be that of the next server by now, whose
      // requests this one would answer.
      defer {
        close(descriptor)
        ended.signal()
      }
      while !isStopped.withLock({ $0 }) {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 10) > 0 else { continue }
        let peer = accept(descriptor, nil, nil)
        if peer < 0 { continue }
        Thread.detachNewThread { [self] in
          defer { close(peer) }
          let request = readsRequests ? read(peer) : Request(method: "", target: "", headers: [:], time: 0)
          guard let request else { return }
          log.withLock { $0.append(request) }
          answer(request, Peer(descriptor: peer))
          shutdown(peer, Int32(SHUT_WR))
          // Lets what was sent arrive before the socket goes.
          var rest = [UInt8](repeating: 0, count: 1_024)
          var limit = timeval(tv_sec: 1, tv_usec: 0)
          setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
          while recv(peer, &rest, rest.count, 0) > 0 {}
        }
      }
    }
  }

  /// Ends listening, and returns when the port is closed.
  package func stop() {
    let wasStopped = isStopped.withLock { stopped in
      defer { stopped = true }
      return stopped
    }
    if !wasStopped { ended.wait() }
  }

  /// Whether somebody listens on a port of this machine.
  package static func isListening(on port: UInt16) -> Bool {
    #if os(Linux)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = port.bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  /// What was asked so far.
  package var requests: [Request] { log.withLock { $0 } }

  /// `http://127.0.0.1:PORT` and a path.
  package func address(_ path: String = "/prices.csv", host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(path)"
  }

  private func read(_ peer: Int32) -> Request? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(peer, &piece, piece.count, 0)
      if count <= 0 || bytes.count > 1 << 20 { return nil }
      bytes += piece[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ").map(String.init)
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return Request(
      method: words.first ?? "", target: words.dropFirst().first ?? "", headers: headers,
      time: Date().timeIntervalSince(start))
  }
}

#if os(Linux)
  private let noSignal = Int32(MSG_NOSIGNAL)
#else
  private let noSignal: Int32 = 0
#endif
