package import Market

/// One thing that is wrong with a plan.
package struct Violation: Sendable, Hashable {
  package var code: Code
  /// Where in the document: `lines[3].buys[0].amount`; empty for the plan as a whole.
  package var path: String
  package var message: LocalizedText

  init(_ code: Code, at path: String, english: String, chinese: String) {
    self.code = code
    self.path = path
    self.message = LocalizedText(english: english, chinese: chinese)
  }

  /// Stable: a code keeps its meaning, codes are only added.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    // MARK: What the plan was made from
    case otherSpec = "V001"
    case otherCatalog = "V002"
    case otherBoard = "V003"
    case variantUnknown = "V004"
    case missingMisstated = "V005"
    case completenessMisstated = "V006"
    case idWrong = "V007"
    case stateMisstated = "V008"
    case stockMisstated = "V009"

    // MARK: Lines
    case slotMissing = "V010"
    case slotRepeated = "V011"
    case referenceUnknown = "V012"
    case partUnknown = "V013"
    case partUnfit = "V014"
    case policiesMixed = "V015"
    case lineDivided = "V016"
    case needWrong = "V017"
    case partMisdescribed = "V018"
    case ruleBroken = "V019"

    // MARK: Purchases
    case offerUnknown = "V020"
    case offerForeign = "V021"
    case belowMinimum = "V022"
    case offMultiple = "V023"
    case stockExceeded = "V024"
    case unitPriceWrong = "V025"
    case amountWrong = "V026"
    case riskWrong = "V027"
    case needUnmet = "V028"
    case lotDivided = "V029"
    case conditionForbidden = "V030"
    case conditionMisstated = "V031"
    case stallBanned = "V032"
    case stallNotPinned = "V033"
    case noInvoice = "V034"
    case offerRepeated = "V035"
    case fallbackUnfit = "V036"
    case breakMisstated = "V037"
    case fallbackMisstated = "V038"
    case fallbackBeaten = "V039"
    case dateCodeForbidden = "V106"

    // MARK: Labels
    case sampleUnlabelled = "V040"
    case sampleUnasked = "V108"
    case seenMisstated = "V041"
    case parameterMisstated = "V042"
    case originMisstated = "V043"
    case staleMisstated = "V044"
    case placeMisstated = "V045"
    case orderNumberMisstated = "V046"
    case answerMisstated = "V107"
    case marketsMisstated = "V047"
    case packingMisstated = "V048"
    case wordsMisstated = "V109"
    case sampleMismarked = "V110"
    case assumptionMisstated = "V111"
    case sourceMisstated = "V112"
    case dateCodeMisstated = "V049"

    // MARK: Walks
    case stallUnknown = "V050"
    case buildingClosed = "V051"
    case stallClosed = "V052"
    case walkingTimeWrong = "V053"
    case arrivalWrong = "V054"
    case beginsBeforeArrival = "V055"
    case serviceTooShort = "V056"
    case startsTooEarly = "V057"
    case finishesTooLate = "V058"
    case finishWrong = "V059"
    case endsElsewhere = "V060"
    case unreachable = "V061"
    case stallNotVisited = "V062"
    case boughtTwice = "V063"
    case visitWithoutPurchase = "V064"
    case pickUpWithoutOrder = "V065"
    case pickUpTooEarly = "V066"
    case leftBeforeReady = "V067"
    case overloaded = "V068"
    case buyerUnknown = "V069"
    case visitEmpty = "V070"
    case agentMisstated = "V071"
    case deliveryMisstated = "V072"
    case wayOfGoodsWrong = "V073"
    case belowOrderMinimum = "V074"
    case askNotMade = "V075"
    case askMisstated = "V076"

    // MARK: Cost
    case goodsWrong = "V080"
    case timeWrong = "V081"
    case faresWrong = "V082"
    case riskSumWrong = "V083"
    case servicesWrong = "V084"
    case cashWrong = "V085"
    case totalWrong = "V086"
    case overBudget = "V087"
    case walletWrong = "V088"
    case oneTimeCostWrong = "V089"
    case askingSumWrong = "V098"

    // MARK: Services and schedule
    case serviceMissing = "V090"
    case serviceUnfit = "V091"
    case servicePriceWrong = "V092"
    case stepMissing = "V093"
    case stepTooEarly = "V094"
    case stepTooShort = "V095"
    case paymentDayWrong = "V096"
    case precedenceWrong = "V097"
    case stepTooLong = "V113"

    // MARK: Proof
    case boundAboveTotal = "V100"
    case gapWrong = "V101"
    case statusWrong = "V102"
    case baselineWrong = "V103"
    case variantMisstated = "V104"
    case variantBeaten = "V105"
  }
}
