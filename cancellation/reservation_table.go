package cancellation

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

const (
	reservationPolicies = "Cancel, exchange, and refund policies"
	notEligible         = "Not eligible for refund or exchange"
)

var (
	reservations2020 = document{
		"Self-service exchanges and refunds for Azure reservations, as changed on 12 February 2020", "https://github.com/MicrosoftDocs/azure-docs/commit/aa8b94f",
	}
	reservations2025 = document{
		"Self-service exchanges and refunds for Azure reservations, as changed in 2025", "https://github.com/MicrosoftDocs/azure-docs/commit/a7bee70",
	}
	reservations2026 = document{
		"Self-service exchanges and refunds for Azure reservations, of 22 July 2026", reservationsPage.address,
	}

	feeUncertainUntil = terms.MustParseDay("2020-02-12") // until then the page said that the fee may apply
	exchangesEnd      = terms.MustParseDay("2027-02-01") // for purchases from here on, where savings plans support the service
)

var publishedReservationLimit = rules.Must(rules.NewTimeline(
	"cancellation.reservation.limit", "How much commitment a customer's returns of reservations may cancel in a year.",
	rules.Entry[terms.Money]{
		Value: terms.MustParseMoney("50000 USD"), Span: terms.Always(), Sources: cited{reservationsPage.at(reservationPolicies + `: "For CSP program, the 50,000 USD limit is per customer"`)},
	},
))

var publishedReservationYear = rules.Must(rules.NewTimeline(
	"cancellation.reservation.year", "How long a returned reservation counts against the limit.",
	rules.Entry[PoolYear]{
		Value: Days365, Span: terms.Always(), Sources: cited{reservationsPage.at(reservationPolicies + `: "In 365 days from the refund"`)},
		Doubts: []rules.Doubt[PoolYear]{{
			Value: TwelveMonths, Span: terms.Always(), Text: `The same sentence calls it a "12-month rolling window".`, Sources: cited{reservationsPage.at(reservationPolicies)},
		}},
	},
))

var publishedReservationFee = rules.Must(rules.NewTimeline(
	"cancellation.reservation.fee", "What an early termination of a reservation costs, of what comes back.",
	rules.Entry[pricing.Percent]{
		Value: pricing.Percent{}, Span: terms.Always(), Sources: cited{reservationsPage.at(reservationPolicies + `: "currently not charging an early termination fee"`)},
		Doubts: []rules.Doubt[pricing.Percent]{
			{
				Value: pricing.MustParsePercent("12%"), Span: terms.SpanUntil(feeUncertainUntil), Text: "Until 12 February 2020 the page said that a fee of 12 % may apply.",
				Sources: cited{reservations2020.at("")},
			},
			{
				Value: pricing.MustParsePercent("12%"), Span: terms.SpanFrom(feeUncertainUntil), Text: `"In the future there might be a 12% early termination fee."`,
				Sources: cited{reservationsPage.at(reservationPolicies)},
			},
		},
	},
))

var publishedReservationProration = rules.Must(rules.NewTimeline(
	"cancellation.reservation.proration", "How what remains of a reservation's charge is reckoned.",
	rules.Entry[pricing.Proration]{
		Value: pricing.Proration{
			EventDay: pricing.EventDayRefunded, FullRefund: pricing.FullNever, Grain: pricing.ByDay, CycleDays: pricing.DaysOfCycle, PlanDays: pricing.CountMonths,
			Adjustment: pricing.RestOfCycle, Rounding: pricing.LineDown, QuantityRounding: pricing.LineDown,
		},
		Span: terms.Always(),
		Sources: cited{
			reservations2025.at("How is refund calculated: bought on 10 July 2024, on 9 July 2025 one day remains"),
			reservationsPage.at(reservationPolicies + `: "the daily prorated residual value"`),
		},
	},
))

var withinLimit = rules.Condition[ReturnFacts]{
	Name: "it is within the yearly limit", Reads: []string{"withinLimit"},
	Holds: func(f ReturnFacts) rules.Truth { return f.WithinLimit },
}

var publishedReturns = rules.Must(rules.New(rules.Spec[ReturnFacts, rules.Truth]{
	ID: "cancellation/return", Question: "Does the yearly limit let a reservation be given back?",
	Facts: []rules.Fact{{Name: "withinLimit", Text: "Is what it cancels at most what is left of the customer's yearly limit?"}},
	Rules: []rules.Rule[ReturnFacts, rules.Truth]{
		{
			ID: "cancellation.return.within", Text: "Reservations can be given back as long as what they cancel in a year is within the limit of the customer.",
			Span: terms.Always(), Sources: cited{reservationsPage.at(reservationPolicies)},
			If: []rules.Condition[ReturnFacts]{withinLimit}, Then: rules.Yes,
		},
		{
			ID: "cancellation.return.beyond", Text: "A refund that exceeds the yearly limit is not processed; an exchange does not count against it.",
			Span: terms.Always(), Sources: cited{reservationsPage.at(reservationPolicies)},
			If: []rules.Condition[ReturnFacts]{withinLimit.Not()}, Then: rules.No,
		},
	},
}))

type (
	exchangeRule      = rules.Rule[ExchangeFacts, rules.Truth]
	exchangeCondition = rules.Condition[ExchangeFacts]
)

var (
	isSameType = exchangeCondition{
		Name: "both are of one type", Reads: []string{"sameType"}, Holds: func(f ExchangeFacts) rules.Truth { return f.SameType },
	}
	coversRemaining = exchangeCondition{
		Name: "the new one commits to what remains or more", Reads: []string{"coversRemaining"},
		Holds: func(f ExchangeFacts) rules.Truth { return f.CoversRemaining },
	}
	exchangesLinux = exchangeCondition{
		Name: isLinuxPlan.Name, Reads: isLinuxPlan.Reads, Holds: func(f ExchangeFacts) rules.Truth { return f.LinuxPlan },
	}
	exchangesFinal = exchangeCondition{
		Name: isFinalPlan.Name, Reads: isFinalPlan.Reads, Holds: func(f ExchangeFacts) rules.Truth { return f.FinalPlan },
	}
	isBoughtAfterEnd = exchangeCondition{
		Name: "it was bought on or after 1 February 2027", Reads: []string{"purchased"},
		Holds: func(f ExchangeFacts) rules.Truth {
			return rules.Given(!f.Purchased.IsZero(), !f.Purchased.Before(exchangesEnd))
		},
	}
	isCoveredBySavingsPlan = exchangeCondition{
		Name: "savings plans support its service", Reads: []string{"savingsPlanCovers"},
		Holds: func(f ExchangeFacts) rules.Truth { return f.SavingsPlanCovers },
	}
)

var publishedExchange = rules.Must(rules.New(rules.Spec[ExchangeFacts, rules.Truth]{
	ID: "cancellation/exchange", Question: "Can a reservation be exchanged for another?",
	Facts: []rules.Fact{
		{Name: "sameType", Text: "Are the old and the new reservation of the same type?"},
		{Name: "coversRemaining", Text: "Is the lifetime commitment of the new one at least what remains of the old?"},
		linuxFact, finalFact,
		{Name: "purchased", Text: "On which day was the one to be given back bought?"},
		{Name: "savingsPlanCovers", Text: "Do savings plans support its service?"},
	},
	Rules: []exchangeRule{
		{
			ID:   "cancellation.exchange.reservation",
			Text: "Reservations can be exchanged for a new one of the same type that commits to what remains or more; there is no yearly limit and no fee.",
			Span: terms.Always(), Sources: cited{reservationsPage.at("Exchange policies"), reservations2026.at("Reservation exchange policy changes")},
			If: []exchangeCondition{isSameType, coversRemaining}, Then: rules.Yes,
		},
		{
			ID: "cancellation.exchange.otherType", Text: "A reservation cannot be exchanged for one of another type.",
			Span: terms.Always(), Sources: cited{reservationsPage.at("Exchange policies")},
			If: []exchangeCondition{isSameType.Not()}, Then: rules.No,
		},
		{
			ID: "cancellation.exchange.less", Text: "The new reservation's lifetime commitment must be at least what remains of the old.",
			Span: terms.Always(), Sources: cited{reservationsPage.at("Exchange policies")},
			If: []exchangeCondition{coversRemaining.Not()}, Then: rules.No,
		},
		{
			ID: "cancellation.exchange.linux", Text: "Software plans of Red Hat and SUSE can be neither cancelled nor exchanged.",
			Span: terms.Always(), Sources: cited{
				softwarePage.states("SW-14", "Considerations when cancelling a software subscription"), reservationsPage.at(notEligible),
			},
			If: []exchangeCondition{exchangesLinux}, Then: rules.No, Excepts: []rules.ID{"cancellation.exchange.reservation"},
		},
		{
			ID:   "cancellation.exchange.final",
			Text: "Azure Red Hat OpenShift, pre-purchases of Databricks and Synapse, and CloudSimple can be neither cancelled nor exchanged.",
			Span: terms.Always(), Sources: cited{reservationsPage.at(notEligible)},
			If: []exchangeCondition{exchangesFinal}, Then: rules.No, Excepts: []rules.ID{"cancellation.exchange.reservation"},
		},
		{
			ID:   "cancellation.exchange.savingsPlan",
			Text: "A reservation bought from 1 February 2027 on cannot be exchanged where savings plans support its service.",
			Span: terms.Always(), Sources: cited{reservations2026.at("Reservation exchange policy changes")},
			If: []exchangeCondition{isBoughtAfterEnd, isCoveredBySavingsPlan}, Then: rules.No, Excepts: []rules.ID{"cancellation.exchange.reservation"},
			Args: func(f ExchangeFacts) []rules.Arg {
				if f.Purchased.IsZero() {
					return nil
				}
				return []rules.Arg{rules.DayArg("purchased", f.Purchased)}
			},
		},
	},
}))
