package licensing

// published is the published rules.
var published = &Rules{
	osaActivation:     osaActivation,
	osaActivationTime: osaActivationTime,

	keyUse:   keyUse,
	kmsGrace: kmsGrace,

	coTermination: coTermination,
	autoRenewal:   autoRenewal,
}
