package licensing

// published is the published rules.
var published = &Rules{
	osaActivation:     osaActivation,
	osaActivationTime: osaActivationTime,

	keyUse:          keyUse,
	redemption:      redemption,
	action:          action,
	keyMonths:       keyMonths,
	extensionFactor: extensionFactor,
	extensionLimit:  extensionLimit,
	kmsGrace:        kmsGrace,

	coTermination: coTermination,
	autoRenewal:   autoRenewal,

	visibility:      visibility,
	softwareBilling: softwareBilling,
	softwareNeed:    softwareNeed,
	task:            task,
	acquisition:     acquisition,

	order:       order,
	attestation: attestation,

	benefit:           benefit,
	benefitActivation: benefitActivation,
	assignment:        assignment,
	userChange:        userChange,
	reassignmentLimit: reassignmentLimit,
}
