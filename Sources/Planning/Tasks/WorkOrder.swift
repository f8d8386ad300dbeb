internal import Base
internal import BoardSpec
internal import Market

/// What a service is asked to do.
struct WorkOrder {
  var boards: Int
  /// Square millimetres.
  var area: Int
  var layers: Int
  var joints: Int
  var sides: Int

  init(_ problem: PlanningProblem, for kind: Service.Kind) throws(PlanningError) {
    let board = problem.order.board
    boards = problem.order.count
    sides = board.process.sides
    guard let pcb = board.pcb else {
      if kind == .pcb || kind == .smt || kind == .stencil { throw .missing("pcb", for: kind.rawValue) }
      area = 0
      layers = 0
      joints = board.process.joints ?? 0
      return
    }
    // Width and height are micrometres; a price counts whole square millimetres, rounded up.
    area = (pcb.width * pcb.height + 999_999) / 1_000_000
    layers = pcb.layers
    if kind == .smt, board.process.joints == nil { throw .missing("process.joints", for: kind.rawValue) }
    joints = board.process.joints ?? 0
  }

  /// `50 boards with 2 layers, 1232 mm2 and 1 side with parts`, for messages.
  var words: String {
    let pcb = layers > 0 ? " with \(layers) layer\(layers == 1 ? "" : "s"), \(area) mm2 and" : " with"
    return "\(boards) board\(boards == 1 ? "" : "s")\(pcb) \(sides) side\(sides == 1 ? "" : "s") of parts"
  }

  func fits(_ service: Service) -> Bool {
    service.accepts(boards: boards, area: area, layers: layers, sides: sides)
      && Limits.purchase.contains(price(of: service))
  }

  func price(of service: Service) -> Money {
    service.price(boards: boards, area: area, layers: layers, joints: joints, sides: sides)
  }

  func seconds(of service: Service) -> Int {
    Int(service.seconds(boards: boards, area: area, layers: layers, joints: joints, sides: sides))
  }
}
