package licensing

import "github.com/cloudterms/terms/markets"

// published is the published rules.
var published = &Rules{
	hybridRules: hybridRules{
		hybrid:          hybrid,
		dualUse:         dualUse,
		hostUse:         hostUse,
		sqlRatio:        sqlRatio,
		migration:       migration,
		sqlMigration:    sqlMigration,
		coreCountings:   coreCountings,
		machineCores:    machineCores,
		processorCores:  processorCores,
		sqlMachineCores: sqlMachineCores,
	},
	openRules: openRules{
		channel:        channel,
		openPurchase:   openPurchase,
		openAccount:    openAccount,
		openProduct:    openProduct,
		openSupport:    openSupport,
		openManagement: openManagement,
		openMove:       openMove,
	},
	channelRules: channelRules{
		duty:       duty,
		partner:    partner,
		customer:   customer,
		access:     access,
		accessStep: accessStep,
		cspUse:     cspUse,
	},

	markets: markets.Published(),

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
