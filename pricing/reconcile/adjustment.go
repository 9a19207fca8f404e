package reconcile

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/cloudterms/terms/pricing"
)

// adjustments reads the PriceAdjustmentDescription of an invoice line: the partner earned credit it names. The discount of a
// tier, "100.0% Tier 1 Discount", is in the price of the tier already. The form of the column is not fixed, and what else it
// may say is not in the record: that is an error.
func adjustments(description string) (pricing.Percent, error) {
	var credit pricing.Percent
	for _, text := range texts(description) {
		number, words, _ := strings.Cut(text, "%")
		percent, err := pricing.ParsePercent(strings.TrimSpace(number) + "%")
		words = strings.ToLower(words)
		switch {
		case err == nil && strings.Contains(words, "partner earned credit"):
			credit = percent
		case err == nil && strings.Contains(words, "tier") && strings.Contains(words, "discount"):
		default:
			return credit, fmt.Errorf("its price adjustment is %.64q; want partner earned credit or the discount of a tier", text)
		}
	}
	return credit, nil
}

// texts gives the adjustments of a description: those of a JSON array of texts, or the one that it is.
func texts(description string) []string {
	description = strings.TrimSpace(description)
	var list []string
	if err := json.Unmarshal([]byte(description), &list); err == nil {
		return list
	}
	if description == "" {
		return nil
	}
	return []string{description}
}
