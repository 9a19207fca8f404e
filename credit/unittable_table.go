package credit

import "github.com/cloudterms/terms"

// defaultWorths is the one worth that deserves a default.
var defaultWorths = []UnitWorth{{
	Worth: terms.MustParseMoney("100 USD"), Span: terms.Always(),
	Source: "OPEN-03: azure.microsoft.com, offer MS-AZR-0111P, about 100 US dollars a purchased unit",
}}
