package catalogue

// Packages gives the domain packages of the module, a line each. What a package answers for, and what covers that, is in
// the file named after it; one that answers for no fact by itself needs none.
func Packages() []Package {
	return []Package{
		marketsRow(),
		licensingRow(),
		pricingRow(),
		creditRow(),
		cancellationRow(),
		pricesheetRow(),
		{Name: "pricing/reconcile"},
	}
}
