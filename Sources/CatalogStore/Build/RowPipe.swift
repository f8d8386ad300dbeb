internal import Foundation
internal import PriceSheets

/// The rows of a part list, read and prepared on a thread of their own while the one that asks for them writes: unpacking
/// and understanding half a million rows takes nearly as long as storing them.
///
/// At most a few thousand rows wait, so that memory stays bounded; their order is the list's. The members that change are
/// touched under the condition's lock only.
final class RowPipe: @unchecked Sendable {
  /// Some rows, and how far the reader was behind them.
  struct Batch: Sendable {
    var rows: [PartListWriter.Prepared] = []
    var counts = PartListCounts()
    var fraction = 0.0
  }

  private static let batchSize = 1_024
  private static let mostWaiting = 4
  private let condition = NSCondition()
  private var waiting: [Batch] = []
  private var isStopped = false
  /// Set once everything is read, or cannot be.
  private var ending: Result<Void, SheetError>?

  /// Starts to read.
  init<Feed: ByteFeed>(reading rows: PartListReader<Feed>) {
    // Handed over: nobody else has this reader from here on.
    nonisolated(unsafe) var reader = rows
    Thread.detachNewThread { [self] in
      do throws(SheetError) {
        var batch = Batch()
        while let row = try reader.next() {
          batch.rows.append(PartListWriter.Prepared(row))
          if batch.rows.count == RowPipe.batchSize, !give(&batch, reader.counts, reader.fraction) { return }
        }
        _ = give(&batch, reader.counts, reader.fraction)
        if reader.counts.faults > 0 { throw .badRows(reader.faults, count: reader.counts.faults) }
        end(.success(()))
      } catch {
        end(.failure(error))
      }
    }
  }

  /// The next rows; nil at the end. Waits for them.
  func next() throws(SheetError) -> Batch? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, ending == nil { condition.wait() }
    if waiting.isEmpty {
      try ending?.get()
      return nil
    }
    condition.signal()
    return waiting.removeFirst()
  }

  /// Lets the reading thread end, whatever it has left.
  func stop() {
    condition.lock()
    isStopped = true
    condition.signal()
    condition.unlock()
  }

  /// Puts rows down for `next`; false when nobody wants any more.
  private func give(_ batch: inout Batch, _ counts: PartListCounts, _ fraction: Double) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while waiting.count >= RowPipe.mostWaiting, !isStopped { condition.wait() }
    batch.counts = counts
    batch.fraction = fraction
    waiting.append(batch)
    batch = Batch()
    condition.signal()
    return !isStopped
  }

  private func end(_ result: Result<Void, SheetError>) {
    condition.lock()
    ending = result
    condition.signal()
    condition.unlock()
  }
}
