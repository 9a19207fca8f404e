package pricing

import (
	"fmt"
	"strings"
)

// unknownRole words that a role is on no list, with the one that was meant if there is one.
func (r *Rules) unknownRole(name string) string {
	if name == "" {
		return "it has no role; Roles gives those that count and those that don't"
	}
	text := fmt.Sprintf("its role %.64q is none that Roles gives", name)
	if near := r.nearRole(name); near != "" {
		return text + fmt.Sprintf("; did you mean %q?", near)
	}
	return text + "; of a custom role, RoleEligible of the grant says whether it counts"
}

// nearRole gives the role on the lists whose name is nearest to one that is not, where it is near enough to be meant: with
// one letter otherwise for each four it has.
func (r *Rules) nearRole(name string) string {
	const lettersPerError = 4
	name = strings.ToLower(strings.Join(strings.Fields(name), " "))
	nearest, least := "", len(name)/lettersPerError+1
	for _, role := range r.Roles() {
		if d := distance(name, strings.ToLower(role.Name), least); d < least {
			nearest, least = role.Name, d
		}
	}
	return nearest
}

// distance gives how many letters must be put in, left out or changed to make one text of another, or the limit if there are
// as many or more.
func distance(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0]++
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return min(row[len(b)], limit)
}
