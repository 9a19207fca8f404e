package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

func softwareIs(name string, wanted SoftwareKind) []rules.Condition[SoftwareNeedFacts] {
	return []rules.Condition[SoftwareNeedFacts]{
		rulebook.One("the product is "+name, "kind", func(f SoftwareNeedFacts) SoftwareKind { return f.Kind }, wanted),
	}
}

// softwareNeed says what a product needs before it can be used.
var softwareNeed = rules.Must(rules.New(rules.Spec[SoftwareNeedFacts, SoftwareNeeds]{
	ID: "licensing/softwareneed", Question: "What does the product need before it can be used?",
	Facts: []rules.Fact{{Name: "kind", Text: "Is it software to download, software with instructions of its own, or a licence to services?"}},
	Rules: []rules.Rule[SoftwareNeedFacts, SoftwareNeeds]{
		{
			ID: "licensing.softwareneed.download", Text: "Some software must be downloaded by partner or customer after the purchase, and is activated with a key.",
			Span: terms.SpanFrom(softwareInCSPFrom), Sources: fromSoftwarePage("SW-22", manageSoftware),
			If:   softwareIs("software to download", SoftwareToDownload),
			Then: SoftwareNeeds{Key: rules.Yes, Download: rules.Yes, Instructions: rules.No},
		},
		{
			ID: "licensing.softwareneed.instructions", Text: "Some products, such as Extended Security Updates, have installation instructions of their own.",
			Span: terms.SpanFrom(softwareInCSPFrom), Sources: fromSoftwarePage("SW-22", manageSoftware),
			If:   softwareIs("software with instructions of its own", SoftwareWithInstructions),
			Then: SoftwareNeeds{Instructions: rules.Yes},
		},
		{
			ID:   "licensing.softwareneed.nothing",
			Text: "Some purchases need neither download nor key: they are licences that entitle users to the services the product provides.",
			Span: terms.SpanFrom(softwareInCSPFrom), Sources: fromSoftwarePage("SW-22", manageSoftware),
			If:   softwareIs("a licence to services", ServiceLicence),
			Then: SoftwareNeeds{Key: rules.No, Download: rules.No, Instructions: rules.No},
		},
	},
}))
