package pricing_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing"
)

func FuzzComparisonJSON(f *testing.F) {
	fuzzJSON(f, func(t *testing.T, c pricing.Comparison) {
		t.Helper()
		published, err := pricing.ComparisonOn(day("2023-01-11"))
		assert.NoError(t, err)
		assert.Len(t, c.ChangesTo(c), 0)
		assert.NotEmpty(t, c.Markdown()+pricing.ChangesMarkdown(c.ChangesTo(published.Value)))
	}, `[]`, `[{"offer":"comparedAzurePlan","aspect":"billing","says":"a|b"}]`, `[{"offer":"comparedMarketplace","aspect":"returns","says":"none"},{"offer":"comparedMarketplace","aspect":"support","says":"<br>"}]`)
}

func FuzzOfferJSON(f *testing.F) {
	fuzzJSON(f, func(t *testing.T, o pricing.Offer) {
		t.Helper()
		found, err := pricing.OfferByID(o.ID)
		if err != nil {
			assert.ErrorIs(t, err, pricing.ErrOffer)
			return
		}
		assert.True(t, strings.EqualFold(o.ID, found.ID))
	}, `{"id":"MS-AZR-0145P","name":"","kind":"previousAzureOffer","programme":"csp","cloud":"globalCloud","standings":[{"standing":"notOffered","days":"pending"}],"sources":[]}`)
}

// What is read as a transaction has an answer or an error on every boundary, and the decision reads back.
func FuzzTransactionJSON(f *testing.F) {
	for _, s := range []string{
		`{"offer":"MS-AZR-0145P","deal":"purchase","related":"2019-05-01","history":"previousActive","hasPlan":"no","gcc":"no","customerAgreement":"yes"}`,
		`{"offer":"MS-AZR-0017G","deal":"takeOver","gcc":"yes","gccReading":"gccPricePage"}`,
		`{"kind":"sharedServicesOffer","deal":"toProvider","continuation":"activeTogether"}`,
		`{}`,
	} {
		f.Add(s)
	}
	days := append(pricing.Published().TransactionSet().Boundaries(), terms.Day{})
	f.Fuzz(func(t *testing.T, text string) {
		facts, err := decodes[pricing.Transaction](text)
		if err != nil {
			return
		}
		for _, on := range days {
			d := pricing.MayTransact(on, facts)
			assert.Equal(t, d.Outcome == 0, d.Err() != nil)
			requireReadsBack(t, d)
		}
	})
}
