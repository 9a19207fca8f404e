package credit

import "github.com/cloudterms/terms"

// benefitAmounts are those of MPN-03. The third yearly figure is printed 1 3 000 in the Swedish page; its
// German, Spanish, French, Italian and Japanese versions have 13,000.
var benefitAmounts = []BenefitAmount{
	{MonthlyBenefit, terms.MustParseMoney("100 USD")},
	{BulkBenefit, terms.MustParseMoney("6000 USD")},
	{BulkBenefit, terms.MustParseMoney("12000 USD")},
	{BulkBenefit, terms.MustParseMoney("13000 USD")},
}
