package pricing

import (
	"strings"

	"github.com/cloudterms/terms/internal/enum"
)

// notGiven says that a choice is not given or is none of its set, and names those there are. The first is the default.
func notGiven[T ~uint8](field string, names enum.Names[T], given T) error {
	var texts []string
	for _, name := range names.Each {
		texts = append(texts, name)
	}
	return fault(ErrNotGiven, field, names.Text(given), "one of "+strings.Join(texts, ", "))
}

// The closed sets are written and read by name, in text and in JSON; the zero value is empty text. A value that is not of
// its set does not marshal, and a name that is not of the set is terms.ErrName.

// String gives the name.
func (m Mode) String() string { return modeNames.Text(m) }

// MarshalText gives the name.
func (m Mode) MarshalText() ([]byte, error) { return modeNames.Marshal(m) }

// UnmarshalText reads the name. On an error it leaves m as it was.
func (m *Mode) UnmarshalText(text []byte) error { return modeNames.Unmarshal(text, m) }

// String gives the name.
func (f TierForm) String() string { return tierFormNames.Text(f) }

// MarshalText gives the name.
func (f TierForm) MarshalText() ([]byte, error) { return tierFormNames.Marshal(f) }

// UnmarshalText reads the name. On an error it leaves f as it was.
func (f *TierForm) UnmarshalText(text []byte) error { return tierFormNames.Unmarshal(text, f) }

// String gives the name.
func (r IncludedReading) String() string { return includedReadingNames.Text(r) }

// MarshalText gives the name.
func (r IncludedReading) MarshalText() ([]byte, error) { return includedReadingNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *IncludedReading) UnmarshalText(text []byte) error {
	return includedReadingNames.Unmarshal(text, r)
}

// String gives the name.
func (f RateForm) String() string { return rateFormNames.Text(f) }

// MarshalText gives the name.
func (f RateForm) MarshalText() ([]byte, error) { return rateFormNames.Marshal(f) }

// UnmarshalText reads the name. On an error it leaves f as it was.
func (f *RateForm) UnmarshalText(text []byte) error { return rateFormNames.Unmarshal(text, f) }

// String gives the name.
func (c Cadence) String() string { return cadenceNames.Text(c) }

// MarshalText gives the name.
func (c Cadence) MarshalText() ([]byte, error) { return cadenceNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *Cadence) UnmarshalText(text []byte) error { return cadenceNames.Unmarshal(text, c) }

// String gives the name.
func (r RoundingRule) String() string { return roundingRuleNames.Text(r) }

// MarshalText gives the name.
func (r RoundingRule) MarshalText() ([]byte, error) { return roundingRuleNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *RoundingRule) UnmarshalText(text []byte) error { return roundingRuleNames.Unmarshal(text, r) }

// String gives the name.
func (d CycleDays) String() string { return cycleDaysNames.Text(d) }

// MarshalText gives the name.
func (d CycleDays) MarshalText() ([]byte, error) { return cycleDaysNames.Marshal(d) }

// UnmarshalText reads the name. On an error it leaves d as it was.
func (d *CycleDays) UnmarshalText(text []byte) error { return cycleDaysNames.Unmarshal(text, d) }

// String gives the name.
func (e EventDay) String() string { return eventDayNames.Text(e) }

// MarshalText gives the name.
func (e EventDay) MarshalText() ([]byte, error) { return eventDayNames.Marshal(e) }

// UnmarshalText reads the name. On an error it leaves e as it was.
func (e *EventDay) UnmarshalText(text []byte) error { return eventDayNames.Unmarshal(text, e) }

// String gives the name.
func (f FullRefund) String() string { return fullRefundNames.Text(f) }

// MarshalText gives the name.
func (f FullRefund) MarshalText() ([]byte, error) { return fullRefundNames.Marshal(f) }

// UnmarshalText reads the name. On an error it leaves f as it was.
func (f *FullRefund) UnmarshalText(text []byte) error { return fullRefundNames.Unmarshal(text, f) }

// String gives the name.
func (g Grain) String() string { return grainNames.Text(g) }

// MarshalText gives the name.
func (g Grain) MarshalText() ([]byte, error) { return grainNames.Marshal(g) }

// UnmarshalText reads the name. On an error it leaves g as it was.
func (g *Grain) UnmarshalText(text []byte) error { return grainNames.Unmarshal(text, g) }

// String gives the name.
func (a Adjustment) String() string { return adjustmentNames.Text(a) }

// MarshalText gives the name.
func (a Adjustment) MarshalText() ([]byte, error) { return adjustmentNames.Marshal(a) }

// UnmarshalText reads the name. On an error it leaves a as it was.
func (a *Adjustment) UnmarshalText(text []byte) error { return adjustmentNames.Unmarshal(text, a) }

// String gives the name.
func (t ChargeType) String() string { return chargeTypeNames.Text(t) }

// MarshalText gives the name.
func (t ChargeType) MarshalText() ([]byte, error) { return chargeTypeNames.Marshal(t) }

// UnmarshalText reads the name. On an error it leaves t as it was.
func (t *ChargeType) UnmarshalText(text []byte) error { return chargeTypeNames.Unmarshal(text, t) }

// String gives the name.
func (k ScopeKind) String() string { return scopeKindNames.Text(k) }

// MarshalText gives the name.
func (k ScopeKind) MarshalText() ([]byte, error) { return scopeKindNames.Marshal(k) }

// UnmarshalText reads the name. On an error it leaves k as it was.
func (k *ScopeKind) UnmarshalText(text []byte) error { return scopeKindNames.Unmarshal(text, k) }

// String gives the name.
func (e Eligibility) String() string { return eligibilityNames.Text(e) }

// MarshalText gives the name.
func (e Eligibility) MarshalText() ([]byte, error) { return eligibilityNames.Marshal(e) }

// UnmarshalText reads the name. On an error it leaves e as it was.
func (e *Eligibility) UnmarshalText(text []byte) error { return eligibilityNames.Unmarshal(text, e) }

// String gives the name.
func (h Holder) String() string { return holderNames.Text(h) }

// MarshalText gives the name.
func (h Holder) MarshalText() ([]byte, error) { return holderNames.Marshal(h) }

// UnmarshalText reads the name. On an error it leaves h as it was.
func (h *Holder) UnmarshalText(text []byte) error { return holderNames.Unmarshal(text, h) }

// String gives the name.
func (p AccessPath) String() string { return accessPathNames.Text(p) }

// MarshalText gives the name.
func (p AccessPath) MarshalText() ([]byte, error) { return accessPathNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *AccessPath) UnmarshalText(text []byte) error { return accessPathNames.Unmarshal(text, p) }

// String gives the name.
func (r DayReading) String() string { return dayReadingNames.Text(r) }

// MarshalText gives the name.
func (r DayReading) MarshalText() ([]byte, error) { return dayReadingNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *DayReading) UnmarshalText(text []byte) error { return dayReadingNames.Unmarshal(text, r) }

// String gives the name.
func (p PlanProduct) String() string { return planProductNames.Text(p) }

// MarshalText gives the name.
func (p PlanProduct) MarshalText() ([]byte, error) { return planProductNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *PlanProduct) UnmarshalText(text []byte) error { return planProductNames.Unmarshal(text, p) }

// String gives the name.
func (b TaxBasis) String() string { return taxBasisNames.Text(b) }

// MarshalText gives the name.
func (b TaxBasis) MarshalText() ([]byte, error) { return taxBasisNames.Marshal(b) }

// UnmarshalText reads the name. On an error it leaves b as it was.
func (b *TaxBasis) UnmarshalText(text []byte) error { return taxBasisNames.Unmarshal(text, b) }

// String gives the name.
func (r TaxReading) String() string { return taxReadingNames.Text(r) }

// MarshalText gives the name.
func (r TaxReading) MarshalText() ([]byte, error) { return taxReadingNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *TaxReading) UnmarshalText(text []byte) error { return taxReadingNames.Unmarshal(text, r) }

// String gives the name.
func (m TaxMethod) String() string { return taxMethodNames.Text(m) }

// MarshalText gives the name.
func (m TaxMethod) MarshalText() ([]byte, error) { return taxMethodNames.Marshal(m) }

// UnmarshalText reads the name. On an error it leaves m as it was.
func (m *TaxMethod) UnmarshalText(text []byte) error { return taxMethodNames.Unmarshal(text, m) }

// String gives the name.
func (b Biller) String() string { return billerNames.Text(b) }

// MarshalText gives the name.
func (b Biller) MarshalText() ([]byte, error) { return billerNames.Marshal(b) }

// UnmarshalText reads the name. On an error it leaves b as it was.
func (b *Biller) UnmarshalText(text []byte) error { return billerNames.Unmarshal(text, b) }

// String gives the name.
func (b CurrencyBasis) String() string { return currencyBasisNames.Text(b) }

// MarshalText gives the name.
func (b CurrencyBasis) MarshalText() ([]byte, error) { return currencyBasisNames.Marshal(b) }

// UnmarshalText reads the name. On an error it leaves b as it was.
func (b *CurrencyBasis) UnmarshalText(text []byte) error {
	return currencyBasisNames.Unmarshal(text, b)
}

// String gives the name.
func (m PurchaseModel) String() string { return purchaseModelNames.Text(m) }

// MarshalText gives the name.
func (m PurchaseModel) MarshalText() ([]byte, error) { return purchaseModelNames.Marshal(m) }

// UnmarshalText reads the name. On an error it leaves m as it was.
func (m *PurchaseModel) UnmarshalText(text []byte) error {
	return purchaseModelNames.Unmarshal(text, m)
}

// String gives the name.
func (c Commitment) String() string { return commitmentNames.Text(c) }

// MarshalText gives the name.
func (c Commitment) MarshalText() ([]byte, error) { return commitmentNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *Commitment) UnmarshalText(text []byte) error { return commitmentNames.Unmarshal(text, c) }
