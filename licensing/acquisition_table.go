package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// acquisition says what a partner acquires for whom.
var acquisition = rules.Must(rules.New(rules.Spec[AcquisitionFacts, rules.Truth]{
	ID: "licensing/acquisition", Question: "Does a partner acquire this for the customer through Partner Center and the Azure portal?",
	Facts: []rules.Fact{
		{Name: "product", Text: "What is to be acquired?"},
		{Name: "commercial", Text: "Is the customer a commercial one?"},
	},
	Default: rules.No, DefaultText: "The page names reservations and server subscriptions for commercial customers, and says nothing of others. Before May 2018 nothing is on record.",
	DefaultSources: append(fromSoftwarePage("SW-29", "Sell software subscriptions through the CSP program"), fromSoftwareInCSP),
	Rules: []rules.Rule[AcquisitionFacts, rules.Truth]{{
		ID:   "licensing.acquisition.commercial",
		Text: "Reservations and server subscriptions are acquired, provisioned and managed for commercial customers through Partner Center and the Azure portal.",
		Span: terms.SpanFrom(softwareInCSPFrom), Sources: fromSoftwarePage("SW-29", "Sell software subscriptions through the CSP program"),
		If: []rules.Condition[AcquisitionFacts]{
			rulebook.One("the product is a reservation or a server subscription", "product",
				func(f AcquisitionFacts) OrderedProduct { return f.Product }, OrderedReservation, OrderedServerSubscription),
			rulebook.Holds("the customer is a commercial one", "commercial", func(f AcquisitionFacts) rules.Truth { return f.Commercial }),
		},
		Then: rules.Yes,
	}},
}))
