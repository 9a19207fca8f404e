package licensing

// The closed sets are written and read by name, in text and in JSON; the zero value is empty text. A value that is not of
// its set does not marshal, and a name that is not of the set is terms.ErrName.

// String gives the name.
func (e HybridEdition) String() string { return hybridEditionNames.Text(e) }

// MarshalText gives the name.
func (e HybridEdition) MarshalText() ([]byte, error) { return hybridEditionNames.Marshal(e) }

// UnmarshalText reads the name. On an error it leaves e as it was.
func (e *HybridEdition) UnmarshalText(text []byte) error {
	return hybridEditionNames.Unmarshal(text, e)
}

// String gives the name.
func (b HybridBenefit) String() string { return hybridBenefitNames.Text(b) }

// MarshalText gives the name.
func (b HybridBenefit) MarshalText() ([]byte, error) { return hybridBenefitNames.Marshal(b) }

// UnmarshalText reads the name. On an error it leaves b as it was.
func (b *HybridBenefit) UnmarshalText(text []byte) error {
	return hybridBenefitNames.Unmarshal(text, b)
}

// String gives the name.
func (t HybridTarget) String() string { return hybridTargetNames.Text(t) }

// MarshalText gives the name.
func (t HybridTarget) MarshalText() ([]byte, error) { return hybridTargetNames.Marshal(t) }

// UnmarshalText reads the name. On an error it leaves t as it was.
func (t *HybridTarget) UnmarshalText(text []byte) error { return hybridTargetNames.Unmarshal(text, t) }

// String gives the name.
func (c CoreCounting) String() string { return coreCountingNames.Text(c) }

// MarshalText gives the name.
func (c CoreCounting) MarshalText() ([]byte, error) { return coreCountingNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *CoreCounting) UnmarshalText(text []byte) error { return coreCountingNames.Unmarshal(text, c) }

// String gives the name.
func (s SQLService) String() string { return sqlServiceNames.Text(s) }

// MarshalText gives the name.
func (s SQLService) MarshalText() ([]byte, error) { return sqlServiceNames.Marshal(s) }

// UnmarshalText reads the name. On an error it leaves s as it was.
func (s *SQLService) UnmarshalText(text []byte) error { return sqlServiceNames.Unmarshal(text, s) }

// String gives the name.
func (r SQLRatio) String() string { return sqlRatioNames.Text(r) }

// MarshalText gives the name.
func (r SQLRatio) MarshalText() ([]byte, error) { return sqlRatioNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *SQLRatio) UnmarshalText(text []byte) error { return sqlRatioNames.Unmarshal(text, r) }

// String gives the name.
func (c AzureChannel) String() string { return azureChannelNames.Text(c) }

// MarshalText gives the name.
func (c AzureChannel) MarshalText() ([]byte, error) { return azureChannelNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *AzureChannel) UnmarshalText(text []byte) error { return azureChannelNames.Unmarshal(text, c) }

// String gives the name.
func (p OpenProduct) String() string { return openProductNames.Text(p) }

// MarshalText gives the name.
func (p OpenProduct) MarshalText() ([]byte, error) { return openProductNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *OpenProduct) UnmarshalText(text []byte) error { return openProductNames.Unmarshal(text, p) }

// String gives the name.
func (w OpenWay) String() string { return openWayNames.Text(w) }

// MarshalText gives the name.
func (w OpenWay) MarshalText() ([]byte, error) { return openWayNames.Marshal(w) }

// UnmarshalText reads the name. On an error it leaves w as it was.
func (w *OpenWay) UnmarshalText(text []byte) error { return openWayNames.Unmarshal(text, w) }

// String gives the name.
func (t SupportTopic) String() string { return supportTopicNames.Text(t) }

// MarshalText gives the name.
func (t SupportTopic) MarshalText() ([]byte, error) { return supportTopicNames.Marshal(t) }

// UnmarshalText reads the name. On an error it leaves t as it was.
func (t *SupportTopic) UnmarshalText(text []byte) error { return supportTopicNames.Unmarshal(text, t) }

// String gives the name.
func (p OpenPortal) String() string { return openPortalNames.Text(p) }

// MarshalText gives the name.
func (p OpenPortal) MarshalText() ([]byte, error) { return openPortalNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *OpenPortal) UnmarshalText(text []byte) error { return openPortalNames.Unmarshal(text, p) }

// String gives the name.
func (t OpenTask) String() string { return openTaskNames.Text(t) }

// MarshalText gives the name.
func (t OpenTask) MarshalText() ([]byte, error) { return openTaskNames.Marshal(t) }

// UnmarshalText reads the name. On an error it leaves t as it was.
func (t *OpenTask) UnmarshalText(text []byte) error { return openTaskNames.Unmarshal(text, t) }

// String gives the name.
func (p Party) String() string { return partyNames.Text(p) }

// MarshalText gives the name.
func (p Party) MarshalText() ([]byte, error) { return partyNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *Party) UnmarshalText(text []byte) error { return partyNames.Unmarshal(text, p) }

// String gives the name.
func (f DutyFor) String() string { return dutyForNames.Text(f) }

// MarshalText gives the name.
func (f DutyFor) MarshalText() ([]byte, error) { return dutyForNames.Marshal(f) }

// UnmarshalText reads the name. On an error it leaves f as it was.
func (f *DutyFor) UnmarshalText(text []byte) error { return dutyForNames.Unmarshal(text, f) }

// String gives the name.
func (d Duty) String() string { return dutyNames.Text(d) }

// MarshalText gives the name.
func (d Duty) MarshalText() ([]byte, error) { return dutyNames.Marshal(d) }

// UnmarshalText reads the name. On an error it leaves d as it was.
func (d *Duty) UnmarshalText(text []byte) error { return dutyNames.Unmarshal(text, d) }

// String gives the name.
func (r AzureRole) String() string { return azureRoleNames.Text(r) }

// MarshalText gives the name.
func (r AzureRole) MarshalText() ([]byte, error) { return azureRoleNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *AzureRole) UnmarshalText(text []byte) error { return azureRoleNames.Unmarshal(text, r) }

// String gives the name.
func (a Access) String() string { return accessNames.Text(a) }

// MarshalText gives the name.
func (a Access) MarshalText() ([]byte, error) { return accessNames.Marshal(a) }

// UnmarshalText reads the name. On an error it leaves a as it was.
func (a *Access) UnmarshalText(text []byte) error { return accessNames.Unmarshal(text, a) }

// String gives the name.
func (s AccessStep) String() string { return accessStepNames.Text(s) }

// MarshalText gives the name.
func (s AccessStep) MarshalText() ([]byte, error) { return accessStepNames.Marshal(s) }

// UnmarshalText reads the name. On an error it leaves s as it was.
func (s *AccessStep) UnmarshalText(text []byte) error { return accessStepNames.Unmarshal(text, s) }

// String gives the name.
func (i CSPItem) String() string { return cspItemNames.Text(i) }

// MarshalText gives the name.
func (i CSPItem) MarshalText() ([]byte, error) { return cspItemNames.Marshal(i) }

// UnmarshalText reads the name. On an error it leaves i as it was.
func (i *CSPItem) UnmarshalText(text []byte) error { return cspItemNames.Unmarshal(text, i) }

// String gives the name.
func (t Term) String() string { return termNames.Text(t) }

// MarshalText gives the name.
func (t Term) MarshalText() ([]byte, error) { return termNames.Marshal(t) }

// UnmarshalText reads the name. On an error it leaves t as it was.
func (t *Term) UnmarshalText(text []byte) error { return termNames.Unmarshal(text, t) }

// String gives the name.
func (a RenewalAnchor) String() string { return renewalAnchorNames.Text(a) }

// MarshalText gives the name.
func (a RenewalAnchor) MarshalText() ([]byte, error) { return renewalAnchorNames.Marshal(a) }

// UnmarshalText reads the name. On an error it leaves a as it was.
func (a *RenewalAnchor) UnmarshalText(text []byte) error {
	return renewalAnchorNames.Unmarshal(text, a)
}

// String gives the name.
func (c BillingCycle) String() string { return billingCycleNames.Text(c) }

// MarshalText gives the name.
func (c BillingCycle) MarshalText() ([]byte, error) { return billingCycleNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *BillingCycle) UnmarshalText(text []byte) error { return billingCycleNames.Unmarshal(text, c) }

// String gives the name.
func (c CycleStart) String() string { return cycleStartNames.Text(c) }

// MarshalText gives the name.
func (c CycleStart) MarshalText() ([]byte, error) { return cycleStartNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *CycleStart) UnmarshalText(text []byte) error { return cycleStartNames.Unmarshal(text, c) }

// String gives the name.
func (a Alignment) String() string { return alignmentNames.Text(a) }

// MarshalText gives the name.
func (a Alignment) MarshalText() ([]byte, error) { return alignmentNames.Marshal(a) }

// UnmarshalText reads the name. On an error it leaves a as it was.
func (a *Alignment) UnmarshalText(text []byte) error { return alignmentNames.Unmarshal(text, a) }

// String gives the name.
func (e TargetEnd) String() string { return targetEndNames.Text(e) }

// MarshalText gives the name.
func (e TargetEnd) MarshalText() ([]byte, error) { return targetEndNames.Marshal(e) }

// UnmarshalText reads the name. On an error it leaves e as it was.
func (e *TargetEnd) UnmarshalText(text []byte) error { return targetEndNames.Unmarshal(text, e) }

// String gives the name.
func (s RenewalSwitch) String() string { return renewalSwitchNames.Text(s) }

// MarshalText gives the name.
func (s RenewalSwitch) MarshalText() ([]byte, error) { return renewalSwitchNames.Marshal(s) }

// UnmarshalText reads the name. On an error it leaves s as it was.
func (s *RenewalSwitch) UnmarshalText(text []byte) error {
	return renewalSwitchNames.Unmarshal(text, s)
}

// String gives the name.
func (k KeyKind) String() string { return keyKindNames.Text(k) }

// MarshalText gives the name.
func (k KeyKind) MarshalText() ([]byte, error) { return keyKindNames.Marshal(k) }

// UnmarshalText reads the name. On an error it leaves k as it was.
func (k *KeyKind) UnmarshalText(text []byte) error { return keyKindNames.Unmarshal(text, k) }

// String gives the name.
func (p KeyPurpose) String() string { return keyPurposeNames.Text(p) }

// MarshalText gives the name.
func (p KeyPurpose) MarshalText() ([]byte, error) { return keyPurposeNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *KeyPurpose) UnmarshalText(text []byte) error { return keyPurposeNames.Unmarshal(text, p) }

// String gives the name.
func (c GraceCount) String() string { return graceCountNames.Text(c) }

// MarshalText gives the name.
func (c GraceCount) MarshalText() ([]byte, error) { return graceCountNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *GraceCount) UnmarshalText(text []byte) error { return graceCountNames.Unmarshal(text, c) }

// String gives the name.
func (a KeyAction) String() string { return keyActionNames.Text(a) }

// MarshalText gives the name.
func (a KeyAction) MarshalText() ([]byte, error) { return keyActionNames.Marshal(a) }

// UnmarshalText reads the name. On an error it leaves a as it was.
func (a *KeyAction) UnmarshalText(text []byte) error { return keyActionNames.Unmarshal(text, a) }

// String gives the name.
func (a RenewalAim) String() string { return renewalAimNames.Text(a) }

// MarshalText gives the name.
func (a RenewalAim) MarshalText() ([]byte, error) { return renewalAimNames.Marshal(a) }

// UnmarshalText reads the name. On an error it leaves a as it was.
func (a *RenewalAim) UnmarshalText(text []byte) error { return renewalAimNames.Unmarshal(text, a) }

// String gives the name.
func (s SubscriptionStatus) String() string { return subscriptionStatusNames.Text(s) }

// MarshalText gives the name.
func (s SubscriptionStatus) MarshalText() ([]byte, error) { return subscriptionStatusNames.Marshal(s) }

// UnmarshalText reads the name. On an error it leaves s as it was.
func (s *SubscriptionStatus) UnmarshalText(text []byte) error {
	return subscriptionStatusNames.Unmarshal(text, s)
}

// String gives the name.
func (u TimeUnit) String() string { return timeUnitNames.Text(u) }

// MarshalText gives the name.
func (u TimeUnit) MarshalText() ([]byte, error) { return timeUnitNames.Marshal(u) }

// UnmarshalText reads the name. On an error it leaves u as it was.
func (u *TimeUnit) UnmarshalText(text []byte) error { return timeUnitNames.Unmarshal(text, u) }

// String gives the name.
func (m TimeMeasure) String() string { return timeMeasureNames.Text(m) }

// MarshalText gives the name.
func (m TimeMeasure) MarshalText() ([]byte, error) { return timeMeasureNames.Marshal(m) }

// UnmarshalText reads the name. On an error it leaves m as it was.
func (m *TimeMeasure) UnmarshalText(text []byte) error { return timeMeasureNames.Unmarshal(text, m) }

// String gives the name.
func (r Rounding) String() string { return roundingNames.Text(r) }

// MarshalText gives the name.
func (r Rounding) MarshalText() ([]byte, error) { return roundingNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *Rounding) UnmarshalText(text []byte) error { return roundingNames.Unmarshal(text, r) }

// String gives the name.
func (l ExtensionLimit) String() string { return extensionLimitNames.Text(l) }

// MarshalText gives the name.
func (l ExtensionLimit) MarshalText() ([]byte, error) { return extensionLimitNames.Marshal(l) }

// UnmarshalText reads the name. On an error it leaves l as it was.
func (l *ExtensionLimit) UnmarshalText(text []byte) error {
	return extensionLimitNames.Unmarshal(text, l)
}

// String gives the name.
func (d ExpiryDay) String() string { return expiryDayNames.Text(d) }

// MarshalText gives the name.
func (d ExpiryDay) MarshalText() ([]byte, error) { return expiryDayNames.Marshal(d) }

// UnmarshalText reads the name. On an error it leaves d as it was.
func (d *ExpiryDay) UnmarshalText(text []byte) error { return expiryDayNames.Unmarshal(text, d) }

// String gives the name.
func (s PlanStatus) String() string { return planStatusNames.Text(s) }

// MarshalText gives the name.
func (s PlanStatus) MarshalText() ([]byte, error) { return planStatusNames.Marshal(s) }

// UnmarshalText reads the name. On an error it leaves s as it was.
func (s *PlanStatus) UnmarshalText(text []byte) error { return planStatusNames.Unmarshal(text, s) }

// String gives the name.
func (o PlanObstacle) String() string { return planObstacleNames.Text(o) }

// MarshalText gives the name.
func (o PlanObstacle) MarshalText() ([]byte, error) { return planObstacleNames.Marshal(o) }

// UnmarshalText reads the name. On an error it leaves o as it was.
func (o *PlanObstacle) UnmarshalText(text []byte) error { return planObstacleNames.Unmarshal(text, o) }

// String gives the name.
func (k CourseKind) String() string { return courseKindNames.Text(k) }

// MarshalText gives the name.
func (k CourseKind) MarshalText() ([]byte, error) { return courseKindNames.Marshal(k) }

// UnmarshalText reads the name. On an error it leaves k as it was.
func (k *CourseKind) UnmarshalText(text []byte) error { return courseKindNames.Unmarshal(text, k) }

// String gives the name.
func (r PortalRole) String() string { return portalRoleNames.Text(r) }

// MarshalText gives the name.
func (r PortalRole) MarshalText() ([]byte, error) { return portalRoleNames.Marshal(r) }

// UnmarshalText reads the name. On an error it leaves r as it was.
func (r *PortalRole) UnmarshalText(text []byte) error { return portalRoleNames.Unmarshal(text, r) }

// String gives the name.
func (t Task) String() string { return taskNames.Text(t) }

// MarshalText gives the name.
func (t Task) MarshalText() ([]byte, error) { return taskNames.Marshal(t) }

// UnmarshalText reads the name. On an error it leaves t as it was.
func (t *Task) UnmarshalText(text []byte) error { return taskNames.Unmarshal(text, t) }

// String gives the name.
func (p SoftwarePlace) String() string { return softwarePlaceNames.Text(p) }

// MarshalText gives the name.
func (p SoftwarePlace) MarshalText() ([]byte, error) { return softwarePlaceNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *SoftwarePlace) UnmarshalText(text []byte) error {
	return softwarePlaceNames.Unmarshal(text, p)
}

// String gives the name.
func (k SoftwareKind) String() string { return softwareKindNames.Text(k) }

// MarshalText gives the name.
func (k SoftwareKind) MarshalText() ([]byte, error) { return softwareKindNames.Marshal(k) }

// UnmarshalText reads the name. On an error it leaves k as it was.
func (k *SoftwareKind) UnmarshalText(text []byte) error { return softwareKindNames.Unmarshal(text, k) }

// String gives the name.
func (p OrderedProduct) String() string { return orderedProductNames.Text(p) }

// MarshalText gives the name.
func (p OrderedProduct) MarshalText() ([]byte, error) { return orderedProductNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *OrderedProduct) UnmarshalText(text []byte) error {
	return orderedProductNames.Unmarshal(text, p)
}

// String gives the name.
func (a Acceptance) String() string { return acceptanceNames.Text(a) }

// MarshalText gives the name.
func (a Acceptance) MarshalText() ([]byte, error) { return acceptanceNames.Marshal(a) }

// UnmarshalText reads the name. On an error it leaves a as it was.
func (a *Acceptance) UnmarshalText(text []byte) error { return acceptanceNames.Unmarshal(text, a) }

// String gives the name.
func (k BenefitKind) String() string { return benefitKindNames.Text(k) }

// MarshalText gives the name.
func (k BenefitKind) MarshalText() ([]byte, error) { return benefitKindNames.Marshal(k) }

// UnmarshalText reads the name. On an error it leaves k as it was.
func (k *BenefitKind) UnmarshalText(text []byte) error { return benefitKindNames.Unmarshal(text, k) }

// String gives the name.
func (t BenefitType) String() string { return benefitTypeNames.Text(t) }

// MarshalText gives the name.
func (t BenefitType) MarshalText() ([]byte, error) { return benefitTypeNames.Marshal(t) }

// UnmarshalText reads the name. On an error it leaves t as it was.
func (t *BenefitType) UnmarshalText(text []byte) error { return benefitTypeNames.Unmarshal(text, t) }

// String gives the name.
func (o MembershipOffer) String() string { return membershipOfferNames.Text(o) }

// MarshalText gives the name.
func (o MembershipOffer) MarshalText() ([]byte, error) { return membershipOfferNames.Marshal(o) }

// UnmarshalText reads the name. On an error it leaves o as it was.
func (o *MembershipOffer) UnmarshalText(text []byte) error {
	return membershipOfferNames.Unmarshal(text, o)
}

// String gives the name.
func (p BenefitProduct) String() string { return benefitProductNames.Text(p) }

// MarshalText gives the name.
func (p BenefitProduct) MarshalText() ([]byte, error) { return benefitProductNames.Marshal(p) }

// UnmarshalText reads the name. On an error it leaves p as it was.
func (p *BenefitProduct) UnmarshalText(text []byte) error {
	return benefitProductNames.Unmarshal(text, p)
}

// String gives the name.
func (w ActivationWay) String() string { return activationWayNames.Text(w) }

// MarshalText gives the name.
func (w ActivationWay) MarshalText() ([]byte, error) { return activationWayNames.Marshal(w) }

// UnmarshalText reads the name. On an error it leaves w as it was.
func (w *ActivationWay) UnmarshalText(text []byte) error {
	return activationWayNames.Unmarshal(text, w)
}

// String gives the name.
func (u CreditUser) String() string { return creditUserNames.Text(u) }

// MarshalText gives the name.
func (u CreditUser) MarshalText() ([]byte, error) { return creditUserNames.Marshal(u) }

// UnmarshalText reads the name. On an error it leaves u as it was.
func (u *CreditUser) UnmarshalText(text []byte) error { return creditUserNames.Unmarshal(text, u) }

// String gives the name.
func (b AzureBenefit) String() string { return azureBenefitNames.Text(b) }

// MarshalText gives the name.
func (b AzureBenefit) MarshalText() ([]byte, error) { return azureBenefitNames.Marshal(b) }

// UnmarshalText reads the name. On an error it leaves b as it was.
func (b *AzureBenefit) UnmarshalText(text []byte) error { return azureBenefitNames.Unmarshal(text, b) }

// String gives the name.
func (c UserChange) String() string { return userChangeNames.Text(c) }

// MarshalText gives the name.
func (c UserChange) MarshalText() ([]byte, error) { return userChangeNames.Marshal(c) }

// UnmarshalText reads the name. On an error it leaves c as it was.
func (c *UserChange) UnmarshalText(text []byte) error { return userChangeNames.Unmarshal(text, c) }
