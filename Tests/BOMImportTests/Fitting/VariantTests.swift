import BOMImport
import Diagnostics
import Testing

@Suite struct VariantTests {
  private func fitted(_ text: String, _ variants: [String]) throws -> [String] {
    try Fixtures.read(Array(text.utf8), variants: variants).bill.lines.filter(\.isFitted).flatMap(\.references)
  }

  @Test func aPartOfSeveralVariantsIsInEachOfThem() throws {
    for sign in [",", ";", "/", " "] {
      let text = "Refs,Value,Variant\nR1,10k,\"pro\(sign)lite\"\nR2,22k,pro\nR3,1k,\n"
      #expect(try fitted(text, ["lite"]) == ["R1", "R3"])
      #expect(try fitted(text, ["PRO"]) == ["R1", "R2", "R3"])
      #expect(try fitted(text, []) == ["R3"])
      #expect(try Fixtures.read(text).bill.variants == ["lite", "pro"])
    }
  }

  @Test func columnsOfAVariantTakeThePlaceOfTheOrdinaryOnes() throws {
    let dnp = "Refs,Value,kicost.lite:dnp\nR1,10k,1\nR2,22k,\n"
    #expect(try fitted(dnp, ["lite"]) == ["R2"])
    #expect(try fitted(dnp, []) == ["R1", "R2"])
    let value = "Refs,Value,Footprint,48V:Value\nR1,10k,0603,22k\nR2,47k,0603,\n"
    #expect(try Fixtures.read(Array(value.utf8), variants: ["48V"]).bill.lines.map(\.value) == ["22k", "47k"])
    #expect(try Fixtures.read(value).bill.lines.map(\.value) == ["10k", "47k"])
  }

  @Test func wordsOfVariantsStandInAnyColumnOfFitting() throws {
    for header in ["Config", "Fitted", "DNP"] {
      let text = "Refs,Value,\(header)\nR1,10k,+CFG1\nR2,22k,-CFG1\nR3,1k,\n"
      #expect(try fitted(text, ["CFG1"]) == ["R1", "R3"], "\(header)")
      #expect(try fitted(text, []) == ["R2", "R3"], "\(header)")
    }
  }

  @Test func severalVariantsAreBuiltTogether() throws {
    let text = "Refs,Value,Config\nR1,10k,+can\nR2,22k,+hv\nR3,1k,+x\nR4,2k,-hv\n"
    #expect(try fitted(text, ["can", "hv"]) == ["R1", "R2"])
    #expect(BOMReader.variantNames(["can,hv", "x"]) == ["can", "hv", "x"])
  }

  @Test(
    "a variant that the file does not know is refused",
    arguments: ["Refs,Value,Config\nR1,10k,+pro\nR2,22k,\n", "Refs,Value\nR1,10k\nR2,22k\n"])
  func unknownVariant(text: String) throws {
    #expect { try Fixtures.read(Array(text.utf8), variants: ["NOSUCH"]) } throws: {
      ($0 as? BOMRefusal)?.diagnostic.code == BOMCodes.variant
    }
  }

  @Test func variantsOfWhichNoneIsChosenAreAWarning() throws {
    let (_, findings) = try Fixtures.read("Refs,Value,Config\nR1,10k,+pro\nR2,22k,\n")
    #expect(findings.map(\.code) == [BOMCodes.variant])
    #expect(findings[0].message.contains("`pro`"))
  }
}
