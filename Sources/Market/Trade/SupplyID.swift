package import Base

package enum SupplyTag {}

/// What a place has of a part: an offer, `SEG-2F-B114/TP4056@TOPPOWER/original`. Unique within its market.
package typealias SupplyID = ID<SupplyTag>
