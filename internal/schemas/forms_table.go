package schemas

import (
	"encoding/json"
	"reflect"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/shopspring/decimal"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/credit"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// forms are the types whose text has a form of its own.
var forms = map[reflect.Type]*jsonschema.Schema{
	reflect.TypeFor[terms.Day]():       {Type: "string", Pattern: `^(\d{4}-\d{2}-\d{2})?$`},
	reflect.TypeFor[terms.Span]():      {Type: "string", Pattern: `^((\d{4}-\d{2}-\d{2}|\.\.)/(\d{4}-\d{2}-\d{2}|\.\.)|pending)?$`},
	reflect.TypeFor[terms.Currency]():  {Type: "string", Pattern: `^([A-Z]{3})?$`},
	reflect.TypeFor[decimal.Decimal](): number,
	reflect.TypeFor[terms.Money](): {
		Types: []string{"object", "null"}, AdditionalProperties: &jsonschema.Schema{Not: &jsonschema.Schema{}},
		Properties: map[string]*jsonschema.Schema{"amount": number, "currency": {Type: "string", Pattern: `^([A-Z]{3})?$`}},
	},
	reflect.TypeFor[time.Time]():       {Type: "string", Format: "date-time"},
	reflect.TypeFor[json.RawMessage](): {},
}

var number = &jsonschema.Schema{Type: "string", Pattern: `^-?\d+(\.\d+)?([eE][+-]?\d+)?$`}

// standsFor are the types whose JSON is that of others, or null.
var standsFor = map[reflect.Type]reflect.Type{
	reflect.TypeFor[credit.Ledger](): reflect.TypeFor[struct {
		Overlays []rules.Overlay `json:"overlays"`
		Known    terms.Day       `json:"known"`
		Policy   credit.Policy   `json:"policy"`
		Lots     []credit.Lot    `json:"lots"`
		Events   []credit.Event  `json:"events"`
	}](),
	reflect.TypeFor[credit.UnitTable](): reflect.TypeFor[[]credit.UnitWorth](),
	reflect.TypeFor[pricing.ExchangeRate](): reflect.TypeFor[struct {
		Form  pricing.RateForm `json:"form"`
		From  terms.Currency   `json:"from"`
		To    terms.Currency   `json:"to"`
		Value decimal.Decimal  `json:"value"`
	}](),
	reflect.TypeFor[cancellation.AllowedUntil](): reflect.TypeFor[time.Time](),
}
