internal import CYaml
internal import Diagnostics

/// libyaml's parser over one text: events with exact starts and ends.
///
/// Yams' own tree has starts only, drops the tree at the first duplicate key and expands aliases without a bound; so this
/// reads the events of the libyaml that Yams carries.
final class YAMLEvents {
  struct Event {
    enum Kind {
      case streamStart, streamEnd, documentStart, documentEnd
      case alias(String)
      case scalar(text: String, isQuoted: Bool)
      case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }
    var kind: Kind
    var anchor: String?
    var tag: String?
    var offsets: Range<Int>
  }

  /// Where and why libyaml stopped.
  struct Failure: Error {
    var problem: String
    var offset: Int
    var context: String?
    var contextOffset: Int?
  }

  private let source: SourceText
  private let lines: YAMLLines
  /// Heap storage: libyaml keeps pointers into its own parser.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ source: SourceText) {
    self.source = source
    lines = YAMLLines(source.bytes)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    input = .allocate(capacity: source.bytes.count)
    _ = input.initialize(from: source.bytes)
    let created = yaml_parser_initialize(parser)
    precondition(created == 1, "no memory for a YAML parser")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
    input.deallocate()
  }

  func next() throws(Failure) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let start = offset(of: event.start_mark)
    var result = Event(kind: .streamStart, offsets: start..<max(start, offset(of: event.end_mark)))
    switch event.type {
    case YAML_STREAM_END_EVENT: result.kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: result.kind = .documentEnd
    case YAML_ALIAS_EVENT: result.kind = .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      result.kind = .scalar(
        text: String(decoding: bytes, as: UTF8.self), isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
      result.anchor = string(scalar.anchor)
      result.tag = string(scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      result.kind = .sequenceStart
      result.anchor = string(event.data.sequence_start.anchor)
      result.tag = string(event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      result.kind = .mappingStart
      result.anchor = string(event.data.mapping_start.anchor)
      result.tag = string(event.data.mapping_start.tag)
    case YAML_SEQUENCE_END_EVENT: result.kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: result.kind = .mappingEnd
    default: break
    }
    return result
  }

  private func failure() -> Failure {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "not YAML"
    if state.error == YAML_READER_ERROR {
      return Failure(problem: problem, offset: min(state.problem_offset, source.bytes.count))
    }
    return Failure(
      problem: problem, offset: offset(of: state.problem_mark), context: state.context.map { String(cString: $0) },
      contextOffset: state.context == nil ? nil : offset(of: state.context_mark))
  }

  private func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func offset(of mark: yaml_mark_t) -> Int {
    lines.offset(line: mark.line, column: mark.column, in: source.bytes)
  }
}

/// libyaml's idea of lines, which also end at NEL, LS and PS.
struct YAMLLines {
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: starts.append(index + 1)
      case 0x0D where index + 1 == bytes.count || bytes[index + 1] != 0x0A: starts.append(index + 1)
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: starts.append(index + 2)
      case 0xE2
      where index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
        starts.append(index + 3)
      default: break
      }
      index += 1
    }
    self.starts = starts
  }

  /// The byte offset of a line and a column in scalars, both from 0.
  func offset(line: Int, column: Int, in bytes: [UInt8]) -> Int {
    guard line < starts.count else { return bytes.count }
    var index = starts[line]
    for _ in 0..<column where index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }
}
