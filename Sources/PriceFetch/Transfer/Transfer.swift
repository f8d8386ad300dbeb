#if Fetch
  internal import Base
  internal import CCurl
  internal import Foundation

  /// One source on its way: its requests one after the other, over redirects and attempts.
  final class Transfer {
    let source: FetchSource
    let index: Int
    private(set) var result: FetchResult?
    /// libcurl's handle while a request runs.
    private(set) var handle: UnsafeMutableRawPointer?
    /// The next request starts no sooner, in the clock's seconds.
    private(set) var notBefore = 0.0
    private let record: FetchRecord?
    private let environment: FetchEnvironment
    private let folder: String
    private var address: WebAddress
    private var redirects = 0
    private var attempts = 0
    private var deadline: Double?
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private let body: BodyFile
    private let clock: () -> Double
    private var received = Received()

    /// What one request has brought so far.
    private struct Received {
      var headers: [String: String] = [:]
      var headerBytes = 0
      var isHeaderWhole = false
      /// Bytes of the body, of any answer, and when the last of them came.
      var bodyBytes = 0
      var lastByte = 0.0
      var isResumed = false
      var asked = 0
      /// Why a callback ended the request.
      var failure: FetchFailure?

      /// How long the body is by its header; nil where it says so itself (chunks), or ends with the connection.
      var statedLength: Int? {
        guard isHeaderWhole, headers["transfer-encoding"] == nil else { return nil }
        return headers["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
      }

      /// Whether nothing but the end of the connection says where the body ends.
      var hasNoEnd: Bool { statedLength == nil && headers["transfer-encoding"] == nil }

      var isWhole: Bool { statedLength.map { bodyBytes == $0 } ?? false }
    }

    init(
      _ source: FetchSource, index: Int, record: FetchRecord?, folder: String, environment: FetchEnvironment,
      clock: @escaping () -> Double
    ) {
      self.source = source
      self.index = index
      self.record = record
      self.folder = folder
      self.environment = environment
      self.clock = clock
      address = source.address
      body = BodyFile(name: source.name, folder: folder, limit: source.limits.size)
    }

    /// Whose requests go one after the other.
    var host: String { Origin(address)?.host ?? address.shown }

    var progress: FetchProgress {
      let phase: FetchProgress.Phase =
        switch result {
        case nil: handle == nil ? .waiting : .receiving
        case .failed: .failed
        default: .done
        }
      let length = handle == nil ? nil : received.statedLength
      return FetchProgress(
        name: source.name, phase: phase, received: body.count,
        total: length.map { $0 + (received.isResumed ? received.asked : 0) })
    }

    // MARK: One request

    func start(_ multi: UnsafeMutableRawPointer, now: Double) {
      let end = deadline ?? now + source.limits.time
      deadline = end
      guard let easy = curl_easy_init() else {
        result = .failed(.network("libcurl gives no handle", attempts: 1))
        return
      }
      received = Received()
      attempts += 1
      do throws(FetchFailure) {
        received.asked = try body.open(for: address)
      } catch {
        curl_easy_cleanup(easy)
        result = .failed(error)
        return
      }
      handle = easy
      setUp(easy, seconds: end - now)
      curl_multi_add_handle(multi, easy)
    }

    private func setUp(_ easy: UnsafeMutableRawPointer, seconds: Double) {
      let limits = source.limits
      func set(_ option: CURLoption, _ text: String) { _ = text.withCString { peidan_curl_set_text(easy, option, $0) } }
      func set(_ option: CURLoption, _ number: Int) { _ = peidan_curl_set_long(easy, option, number) }
      set(CURLOPT_URL, address.forRequest)
      set(CURLOPT_PROTOCOLS_STR, source.allowsHTTP ? "http,https" : "https")
      set(CURLOPT_FOLLOWLOCATION, 0)
      set(CURLOPT_NOSIGNAL, 1)
      set(CURLOPT_TIMEOUT_MS, max(1, Int(seconds * 1_000)))
      set(CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(min(seconds, Double(limits.quiet)) * 1_000)))
      set(CURLOPT_LOW_SPEED_LIMIT, 100)
      set(CURLOPT_LOW_SPEED_TIME, limits.quiet)
      set(CURLOPT_USERAGENT, "peidan/0.1")
      // Bodies are kept as they are sent, so that a packed one can be resumed and its end be told from a cut.
      set(CURLOPT_HTTP_CONTENT_DECODING, 0)
      // libcurl cuts a body at the stated length, and says only in its log that there was more. It is to hand over all that comes
      // before the connection ends, which is held against the header here.
      set(CURLOPT_IGNORE_CONTENT_LENGTH, 1)
      set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
      // An empty text keeps libcurl from looking at the environment itself.
      let isSecure = address.scheme == "https"
      set(CURLOPT_PROXY, (isSecure ? environment.httpsProxy : environment.httpProxy) ?? "")
      set(CURLOPT_NOPROXY, environment.noProxy ?? "")
      if let file = environment.authorities { set(CURLOPT_CAINFO, file) }
      if let authorityFolder = environment.authorityFolder { set(CURLOPT_CAPATH, authorityFolder) }
      for line in requestHeaders { headerList = line.withCString { curl_slist_append(headerList, $0) } }
      _ = peidan_curl_set_headers(easy, headerList)
      let this = Unmanaged.passUnretained(self).toOpaque()
      for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA] {
        _ = peidan_curl_set_pointer(easy, option, this)
      }
      _ = peidan_curl_set_write(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, this in
        Transfer.of(this).takeBody(bytes, size * count)
      }
      _ = peidan_curl_set_write(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, this in
        Transfer.of(this).takeHeader(bytes, size * count)
      }
      _ = peidan_curl_set_open_socket(easy) { this, _, address in Transfer.of(this).openSocket(address) }
    }

    private var requestHeaders: [String] {
      var lines = ["Accept-Encoding: gzip", "Connection: close"]
      // Of the host that the file of sources names, and no other.
      if isOwnOrigin { lines += source.headers }
      if received.asked > 0, let validator = body.validator {
        lines += ["Range: bytes=\(received.asked)-", "If-Range: \(validator)"]
      } else if let record {
        if let tag = record.entityTag { lines.append("If-None-Match: \(tag)") }
        if let date = record.lastModified { lines.append("If-Modified-Since: \(date)") }
      }
      return lines
    }

    private var isOwnOrigin: Bool { Origin(address) == Origin(source.address) }

    private func release(_ multi: UnsafeMutableRawPointer) {
      guard let easy = handle else { return }
      curl_multi_remove_handle(multi, easy)
      curl_easy_cleanup(easy)
      curl_slist_free_all(headerList)
      (handle, headerList) = (nil, nil)
    }

    /// Ends what runs; a body that can be resumed is kept.
    func stop(_ multi: UnsafeMutableRawPointer) {
      release(multi)
      body.close(keeping: true)
    }

    /// Ends a source that waits beyond its time.
    func giveUp(_ multi: UnsafeMutableRawPointer, now: Double) {
      guard result == nil, let deadline, now > deadline + 1 else { return }
      stop(multi)
      result = .failed(.time(seconds: source.limits.time))
    }

    // MARK: What libcurl calls

    private static func of(_ this: UnsafeMutableRawPointer?) -> Transfer {
      guard let this else { preconditionFailure("libcurl lost the transfer") }
      return Unmanaged<Transfer>.fromOpaque(this).takeUnretainedValue()
    }

    private var status: Int { handle.map { peidan_curl_long($0, CURLINFO_RESPONSE_CODE) } ?? 0 }

    private func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
      received.headerBytes += count
      if received.headerBytes > Self.headerLimit {
        received.failure = .headers(limit: Self.headerLimit)
        return 0
      }
      guard let bytes else { return count }
      let raw = UnsafeRawBufferPointer(start: bytes, count: count)
      let line = String(decoding: raw, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      // A status line begins the headers of another answer: a proxy's, or one after `100 Continue`.
      if line.hasPrefix("HTTP/") { (received.headers, received.isHeaderWhole) = ([:], false) }
      if line.isEmpty { received.isHeaderWhole = true }
      if let colon = line.firstIndex(of: ":") {
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        received.headers[line[..<colon].lowercased()] = value
      }
      return count
    }

    private static let headerLimit = 256 * 1024

    private func takeBody(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
      received.bodyBytes += count
      received.lastByte = clock()
      guard let bytes, status == 200 || status == 206 else {
        // What an error or a redirect says for itself is of no use; without end it may not be either.
        received.headerBytes += count
        if received.headerBytes > Self.headerLimit { received.failure = .status(status, attempts: attempts) }
        return received.headerBytes > Self.headerLimit ? 0 : count
      }
      do throws(FetchFailure) {
        if let stated = received.statedLength, received.bodyBytes > stated { throw .tooLong }
        if !body.isBegun {
          received.isResumed = status == 206 && resumesAt == received.asked
          if status == 206, !received.isResumed { throw .status(206, attempts: attempts) }
          try body.begin(isResumed: received.isResumed, validator: strongValidator, address: address)
        }
        try body.write(UnsafeRawBufferPointer(start: bytes, count: count))
        return count
      } catch {
        received.failure = error
        return 0
      }
    }

    /// The first byte of a partial answer: `bytes 500-999/1000`.
    private var resumesAt: Int? {
      received.headers["content-range"].flatMap { text in
        guard text.hasPrefix("bytes ") else { return nil }
        return Int(text.dropFirst(6).prefix { $0.isNumber })
      }
    }

    /// By which the rest of the body can be asked for later; nil where the host does not offer it.
    private var strongValidator: String? {
      guard status == 206 || received.headers["accept-ranges"]?.lowercased() == "bytes" else { return nil }
      if let tag = received.headers["etag"], !tag.hasPrefix("W/") { return tag }
      return received.headers["last-modified"]
    }

    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
      guard let address else { return -1 }
      let own = withUnsafePointer(to: address.pointee.addr) { PrivateAddress.bytes(of: $0) }
      if isRedirectGuarded, usesNoProxy, own.map(PrivateAddress.contains) ?? true {
        received.failure = .privateAddress(host: host, address: own.map(PrivateAddress.text) ?? "of an unknown kind")
        return -1
      }
      return socket(
        address.pointee.family, address.pointee.socktype, address.pointee.protocol)
    }

    /// Whether the present address was chosen by another host.
    private var isRedirectGuarded: Bool { redirects > 0 && !isOwnOrigin && !source.allowsPrivateRedirects }

    private var usesNoProxy: Bool {
      let isSecure = address.scheme == "https"
      return ((isSecure ? environment.httpsProxy : environment.httpProxy) ?? "").isEmpty
    }

    // MARK: The end of a request

    /// Seconds after the last byte of a whole body after which a host that keeps the connection open is not waited for.
    private static let grace = 0.2

    /// Ends a request whose body is whole while its host keeps the connection open, whatever was asked of it.
    func endIfWhole(_ multi: UnsafeMutableRawPointer, now: Double, wallClock: Double) {
      guard handle != nil, received.isWhole, now > received.lastByte + Self.grace else { return }
      end(multi, CURLE_OK, now: now, wallClock: wallClock)
    }

    func end(_ multi: UnsafeMutableRawPointer, _ reported: CURLcode, now: Double, wallClock: Double) {
      // How a connection ends is of no matter once the body is whole, and a body that is not whole is cut.
      var code = received.isWhole ? CURLE_OK : reported
      if code == CURLE_OK, let stated = received.statedLength, received.bodyBytes < stated,
        [200, 206].contains(self.status)
      {
        code = CURLE_PARTIAL_FILE
      }
      let status = status
      let target = received.headers["location"].flatMap { address.redirected(to: $0) }
      let wait = handle.map { Int(peidan_curl_size($0, CURLINFO_RETRY_AFTER)) } ?? 0
      let detail = String(cString: curl_easy_strerror(code))
      release(multi)
      let isBegun = body.isBegun
      do throws(FetchFailure) {
        if let failure = received.failure { throw failure }
        guard code == CURLE_OK else {
          try retry(failure(code, detail, now: now), wait: 0, now: now, isPassing: Self.passing.contains(code.rawValue))
          return
        }
        switch status {
        case 200, 206:
          if !isBegun { try body.begin(isResumed: false, validator: nil, address: address) }
          result = .fetched(file: try finish(), record: record(at: wallClock))
        case 304:
          guard var known = record else { throw .status(304, attempts: attempts) }
          known.checked = wallClock
          body.close(keeping: false)
          result = .unchanged(known)
        case 301, 302, 303, 307, 308:
          try redirect(to: target, status: status)
        case 416 where received.asked > 0:
          body.close(keeping: false)
          try retry(.status(status, attempts: attempts), wait: 0, now: now, isPassing: true)
        default:
          let isPassing = [408, 429, 500, 502, 503, 504].contains(status)
          try retry(.status(status, attempts: attempts), wait: wait, now: now, isPassing: isPassing)
        }
      } catch {
        body.close(keeping: isBegun && error.leavesResumable)
        result = .failed(error)
      }
    }

    /// Errors that another attempt may not meet.
    private static let passing: Set<UInt32> = Set(
      [
        CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR,
        CURLE_RECV_ERROR, CURLE_SSL_CONNECT_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM,
      ].map(\.rawValue))

    private func failure(_ code: CURLcode, _ detail: String, now: Double) -> FetchFailure {
      switch code {
      case CURLE_OPERATION_TIMEDOUT:
        isOutOfTime(now) ? .time(seconds: source.limits.time) : .quiet(seconds: source.limits.quiet)
      case CURLE_PARTIAL_FILE: .incomplete(received: body.count, attempts: attempts)
      case CURLE_UNSUPPORTED_PROTOCOL: .scheme(address)
      case CURLE_URL_MALFORMAT: .badAddress(address)
      case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM,
        CURLE_SSL_CIPHER:
        .secure(detail)
      default: .network(detail, attempts: attempts)
      }
    }

    private func isOutOfTime(_ now: Double) -> Bool { deadline.map { now >= $0 - 0.05 } ?? false }

    private func retry(_ failure: FetchFailure, wait: Int, now: Double, isPassing: Bool) throws(FetchFailure) {
      let end = deadline ?? now
      guard isPassing, attempts < source.limits.attempts, !isOutOfTime(now) else { throw failure }
      body.close(keeping: true)
      let pause = wait > 0 ? Double(wait) : source.limits.backOff * Double(1 << min(attempts - 1, 16))
      guard now + pause < end else {
        throw wait > 0 ? .later(seconds: wait) : failure
      }
      notBefore = now + pause
    }

    private func redirect(to target: WebAddress?, status: Int) throws(FetchFailure) {
      guard let target else { throw .lostRedirect(status: status) }
      redirects += 1
      attempts -= 1
      guard redirects <= source.limits.redirects else { throw .redirects(limit: source.limits.redirects) }
      guard target.scheme == "https" || (target.scheme == "http" && source.allowsHTTP) else { throw .scheme(target) }
      body.close(keeping: false)
      address = target
      // Through a proxy no address is seen but the proxy's; one that is written out still is.
      if isRedirectGuarded, let bytes = PrivateAddress.bytes(of: host), PrivateAddress.contains(bytes) {
        throw .privateAddress(host: host, address: PrivateAddress.text(bytes))
      }
      notBefore = 0
    }

    /// The whole body's file, once its checksum holds.
    private func finish() throws(FetchFailure) -> String {
      let encoding = received.headers["content-encoding"]?.lowercased() ?? "identity"
      guard ["identity", "gzip", "x-gzip"].contains(encoding) else { throw .encoding(encoding) }
      if let expected = source.checksum {
        let found = try body.digests(isPacked: encoding != "identity")
        guard found.contains(expected) else { throw .checksum(expected: expected, found: found.last ?? "") }
      } else if encoding == "identity", received.hasNoEnd, try body.isWithinLine() {
        throw .endless
      }
      return try body.finish()
    }

    private func record(at wallClock: Double) -> FetchRecord {
      FetchRecord(
        address: source.address, entityTag: received.headers["etag"], lastModified: received.headers["last-modified"],
        checked: wallClock)
    }
  }
#endif
