package licensing

// published is the published rules.
var published = &Rules{osaActivation: osaActivation, osaActivationTime: osaActivationTime}
