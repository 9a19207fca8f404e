package pricing

// The closed sets about offers are written and read by name, as those in names.go.

// String gives the name.
func (p Phase) String() string { return phaseNames.Text(p) }

// MarshalText gives the name.
func (p Phase) MarshalText() ([]byte, error) { return phaseNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *Phase) UnmarshalText(text []byte) error { return phaseNames.Unmarshal(text, p) }

// String gives the name.
func (p Programme) String() string { return programmeNames.Text(p) }

// MarshalText gives the name.
func (p Programme) MarshalText() ([]byte, error) { return programmeNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *Programme) UnmarshalText(text []byte) error { return programmeNames.Unmarshal(text, p) }

// String gives the name.
func (k OfferKind) String() string { return offerKindNames.Text(k) }

// MarshalText gives the name.
func (k OfferKind) MarshalText() ([]byte, error) { return offerKindNames.Marshal(k) }

// UnmarshalText reads the name. On an error it leaves k as it was.
func (k *OfferKind) UnmarshalText(text []byte) error { return offerKindNames.Unmarshal(text, k) }

// String gives the name.
func (c Cloud) String() string { return cloudNames.Text(c) }

// MarshalText gives the name.
func (c Cloud) MarshalText() ([]byte, error) { return cloudNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *Cloud) UnmarshalText(text []byte) error { return cloudNames.Unmarshal(text, c) }

// String gives the name.
func (s Standing) String() string { return standingNames.Text(s) }

// MarshalText gives the name.
func (s Standing) MarshalText() ([]byte, error) { return standingNames.Marshal(s) }

// UnmarshalText reads the name. On an error it leaves s as it was.
func (s *Standing) UnmarshalText(text []byte) error { return standingNames.Unmarshal(text, s) }

// String gives the name.
func (d Deal) String() string { return dealNames.Text(d) }

// MarshalText gives the name.
func (d Deal) MarshalText() ([]byte, error) { return dealNames.Marshal(d) }

// UnmarshalText reads the name. On an error it leaves d as it was.
func (d *Deal) UnmarshalText(text []byte) error { return dealNames.Unmarshal(text, d) }

// String gives the name.
func (h AzureHistory) String() string { return azureHistoryNames.Text(h) }

// MarshalText gives the name.
func (h AzureHistory) MarshalText() ([]byte, error) { return azureHistoryNames.Marshal(h) }

// UnmarshalText reads the name. On an error it leaves h as it was.
func (h *AzureHistory) UnmarshalText(text []byte) error {
	return azureHistoryNames.Unmarshal(text, h)
}

// String gives the name.
func (r ContinuationReading) String() string { return continuationReadingNames.Text(r) }

// MarshalText gives the name.
func (r ContinuationReading) MarshalText() ([]byte, error) {
	return continuationReadingNames.Marshal(r)
}

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *ContinuationReading) UnmarshalText(text []byte) error {
	return continuationReadingNames.Unmarshal(text, r)
}

// String gives the name.
func (r GCCReading) String() string { return gccReadingNames.Text(r) }

// MarshalText gives the name.
func (r GCCReading) MarshalText() ([]byte, error) { return gccReadingNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *GCCReading) UnmarshalText(text []byte) error { return gccReadingNames.Unmarshal(text, r) }

// String gives the name.
func (p Permission) String() string { return permissionNames.Text(p) }

// MarshalText gives the name.
func (p Permission) MarshalText() ([]byte, error) { return permissionNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *Permission) UnmarshalText(text []byte) error { return permissionNames.Unmarshal(text, p) }

// String gives the name.
func (p TransitionPart) String() string { return transitionPartNames.Text(p) }

// MarshalText gives the name.
func (p TransitionPart) MarshalText() ([]byte, error) { return transitionPartNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *TransitionPart) UnmarshalText(text []byte) error {
	return transitionPartNames.Unmarshal(text, p)
}

// String gives the name.
func (e TransitionEffect) String() string { return transitionEffectNames.Text(e) }

// MarshalText gives the name.
func (e TransitionEffect) MarshalText() ([]byte, error) { return transitionEffectNames.Marshal(e) }

// UnmarshalText reads the name. On an error it leaves e as it was.
func (e *TransitionEffect) UnmarshalText(text []byte) error {
	return transitionEffectNames.Unmarshal(text, e)
}

// String gives the name.
func (b PriceBasis) String() string { return priceBasisNames.Text(b) }

// MarshalText gives the name.
func (b PriceBasis) MarshalText() ([]byte, error) { return priceBasisNames.Marshal(b) }

// UnmarshalText reads the name. On an error it leaves b as it was.
func (b *PriceBasis) UnmarshalText(text []byte) error { return priceBasisNames.Unmarshal(text, b) }

// String gives the name.
func (o ComparedOffer) String() string { return comparedOfferNames.Text(o) }

// MarshalText gives the name.
func (o ComparedOffer) MarshalText() ([]byte, error) { return comparedOfferNames.Marshal(o) }

// UnmarshalText reads the name. On an error it leaves o as it was.
func (o *ComparedOffer) UnmarshalText(text []byte) error {
	return comparedOfferNames.Unmarshal(text, o)
}

// String gives the name.
func (a Aspect) String() string { return aspectNames.Text(a) }

// MarshalText gives the name.
func (a Aspect) MarshalText() ([]byte, error) { return aspectNames.Marshal(a) }

// UnmarshalText reads the name. On an error it leaves a as it was.
func (a *Aspect) UnmarshalText(text []byte) error { return aspectNames.Unmarshal(text, a) }
