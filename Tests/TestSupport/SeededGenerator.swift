package import Base

/// The generator of property tests: its numbers follow from its seed alone.
package typealias SeededGenerator = SplitMix64
