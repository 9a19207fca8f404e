package reconcile

import (
	"github.com/cloudterms/terms/internal/enum"
	"github.com/cloudterms/terms/pricing"
)

// The texts of the closed sets, each in the order of its constants: the constant's name with a small letter in front, less
// the type's name where that begins it.
var (
	kindNames    = enum.Of[Kind]("kind", "dailyUsage", "invoiceUsage", "invoiceSeats")
	outcomeNames = enum.Of[Outcome]("outcome",
		"agrees", "agreesOtherwise", "differs", "noPrice", "ambiguous", "unreckoned", "noUsage", "notBilled")
	causeNames = enum.Of[Cause]("cause", "unitPrice", "quantity", "earnedCredit", "exchangeRate", "rounding", "amount")
)

// otherRules are the rules by which a line may have been rounded where that of its day does not give what is billed: those
// the record has for lines of the kind, the ones it states before the ones that only its examples follow.
var otherRules = [...][]pricing.RoundingRule{
	DailyUsage:   {pricing.DailyTenPlaces, pricing.DailyFloor, pricing.UsageDown, pricing.LineNearest, pricing.LineDown},
	InvoiceUsage: {pricing.UsageDown, pricing.LineNearest, pricing.LineDown, pricing.DailyFloor},
	InvoiceSeats: {pricing.SeatDown, pricing.LineDown, pricing.LineNearest, pricing.SeatCreditNearest, pricing.DailyPriceNearest},
}
