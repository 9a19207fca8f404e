package licensing

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A CoreCounting is a published rule on how many core licences for Windows Server the machines in Azure need:
// [CountInSets], [CountInGroups] or [CountPerCore]. The zero CoreCounting means "not given". Its texts, in JSON too, are
// inSets, inGroups and perCore.
type CoreCounting uint8

const (
	_ CoreCounting = iota
	// CountInSets counts sets of 16 core licences, or licences for two processors: each is for two machines of up to 8 cores,
	// or for one of up to 16. A larger machine takes groups of 8 as well, as the Licensing School has it (2019-08-12).
	CountInSets
	// CountInGroups counts groups of 8 core licences. A machine takes as many groups as its cores fill, at least one, and all
	// machines together at least 16 licences: one of up to 16 cores, or two of up to 8, take those 16, and every machine more
	// takes its own groups. Of one machine of 4 cores and one of 12 that makes 8 + 16 = 24: each takes 8 at least, so that
	// they do not share 16.
	CountInGroups
	// CountPerCore counts the cores of every machine, and at least 8.
	CountPerCore
)

// A Cores is a number of cores, or of licences for them, 1 to 1000. It is written as a number. The zero Cores means "not
// given", and no figure has it.
type Cores int

// UnmarshalJSON reads a whole number from 1 to 1000. Another number is [ErrFigure]. On an error it leaves c as it was.
func (c *Cores) UnmarshalJSON(data []byte) error {
	n, err := wholeNumber(data)
	if err == nil {
		*c = Cores(n)
	}
	return err
}

// HybridMachines is so many virtual machines of one size.
type HybridMachines struct {
	Cores    int `json:"cores"` // virtual cores of one machine
	Machines int `json:"machines"`
}

// A CoreRequest asks how many core licences for Windows Server a set of machines in Azure needs on a UTC day.
type CoreRequest struct {
	Day      terms.Day        `json:"day"`
	Machines []HybridMachines `json:"machines"`
	// Edition may be WindowsServerStandard or WindowsServerDatacenter, which are counted alike, or left out. Licences for SQL
	// Server are counted by [Rules.SQLCoreLicences].
	Edition HybridEdition `json:"edition,omitzero"`
	// Counting is the rule to count by. It is that of the day, by [Rules.CoreCountings], unless it is given.
	Counting CoreCounting `json:"counting,omitzero"`
}

// A CoreNeed is how many core licences for Windows Server are needed.
type CoreNeed struct {
	Licences int `json:"licences"` // for cores
	// Processors is how many licences for processors do instead. The pages call them 2-processor licences (2018), two core
	// processor licences (2023) and processor licences (2025), and one is worth 16 core licences in all of them.
	Processors int          `json:"processors"`
	Counting   CoreCounting `json:"counting"` // by which rule
	// OfDay is the rule of the day, with its source, whose figure it is, and who reads the record otherwise.
	OfDay rules.Reading[CoreCounting] `json:"ofDay"`
	// Sizes is the need of each size of machines by itself, in the order of the request. Machines that share a set of 16
	// make the sum smaller, and that 16 are the fewest makes it larger.
	Sizes []SizeNeed `json:"sizes"`
}

// A SizeNeed is the need of the machines of one size.
type SizeNeed struct {
	HybridMachines

	EachLicences int `json:"eachLicences"` // that one machine is licensed with
}

// Equal reports whether both are the same need by the same rule.
func (n CoreNeed) Equal(other CoreNeed) bool {
	same := func(a, b CoreCounting) bool { return a == b }
	return n.Licences == other.Licences && n.Processors == other.Processors && n.Counting == other.Counting &&
		n.OfDay.EqualFunc(other.OfDay, same) && slices.Equal(n.Sizes, other.Sizes)
}

// CoreLicences is [Rules.CoreLicences] of the [Published] rules.
func CoreLicences(q CoreRequest) (CoreNeed, error) { return Published().CoreLicences(q) }

// CoreLicences gives how many core licences for Windows Server with Azure Hybrid Benefit (SW-01) a set of virtual machines
// needs. Three rules of counting were published one after another ([CoreCounting]); that of the day counts unless the
// request names one. Of one machine of 4 cores and one of 12 that is, by CountInSets and CountInGroups 32 and 24, by
// CountPerCore 8 + 12 = 20.
//
// The least for a machine is [Rules.MachineCores], and what a licence for processors is worth [Rules.ProcessorCores]. A
// request without a day or machines, one for another edition than of Windows Server, and cores or machines that are not 1 to 1,000,000, is a [RequestError] that wraps
// [ErrRequest]. A day before the benefit is [rules.ErrNoFigure].
func (r *Rules) CoreLicences(q CoreRequest) (CoreNeed, error) {
	if err := q.check(); err != nil {
		return CoreNeed{}, err
	}
	ofDay, err := r.coreCountings.On(q.Day)
	if err != nil {
		return CoreNeed{}, err
	}
	least, err := r.machineCores.On(q.Day)
	if err != nil {
		return CoreNeed{}, err
	}
	set, err := r.processorCores.On(q.Day)
	if err != nil {
		return CoreNeed{}, err
	}
	need := CoreNeed{Counting: q.Counting, OfDay: ofDay}
	if need.Counting == 0 {
		need.Counting = ofDay.Value
	}
	for _, m := range q.Machines {
		each := need.Counting.each(m.Cores, int(least.Value))
		need.Sizes = append(need.Sizes, SizeNeed{m, each})
		need.Licences += each * m.Machines
	}
	need.Licences = need.Counting.sum(need.Licences, int(set.Value))
	need.Processors = roundedUp(need.Licences, int(set.Value)) / int(set.Value)
	return need, nil
}

// maxSizes stands far above the sizes of machines there are, and keeps counting within machine words.
const maxSizes = 1_000

func (q CoreRequest) check() error {
	switch {
	case q.Day.IsZero():
		return requestError("day", "", "the day the machines run on, as in 2024-02-29")
	case q.Edition > WindowsServerDatacenter:
		return requestError("edition", q.Edition.String(), "windowsServerStandard, windowsServerDatacenter, or nothing; for SQL Server ask SQLCoreLicences")
	case q.Counting != 0 && !coreCountingNames.Valid(q.Counting):
		return requestError("counting", q.Counting.String(), "one of "+coreCountingNames.List()+", or nothing for that of the day")
	case len(q.Machines) == 0 || len(q.Machines) > maxSizes:
		return requestError("machines", strconv.Itoa(len(q.Machines)), fmt.Sprintf("1 to %d sizes of machines", maxSizes))
	}
	for i, m := range q.Machines {
		path := fmt.Sprintf("machines/%d", i)
		if err := checkLicences("cores", m.Cores); err != nil {
			return below(path, err)
		}
		if err := checkLicences("machines", m.Machines); err != nil {
			return below(path, err)
		}
	}
	return nil
}

// each gives the licences that one machine of so many cores is licensed with, of which there is a least number.
func (c CoreCounting) each(cores, least int) int {
	if c == CountPerCore {
		return max(cores, least)
	}
	return roundedUp(cores, least)
}

// sum gives the licences that are needed in all, where sets are so large.
func (c CoreCounting) sum(licences, set int) int {
	switch c {
	case CountInSets:
		return roundedUp(licences, set)
	case CountInGroups:
		return max(licences, set)
	default:
		return licences
	}
}

// roundedUp gives the smallest multiple that is not less than n.
func roundedUp(n, multiple int) int { return (n + multiple - 1) / multiple * multiple }

// CoreCountings gives the timeline of the rules of counting, licensing.hybrid.counting.
func (r *Rules) CoreCountings() rules.Timeline[CoreCounting] { return r.coreCountings }

// MachineCores gives the timeline of the core licences for Windows Server that a machine needs at least, and that a group
// has, licensing.hybrid.machine.
func (r *Rules) MachineCores() rules.Timeline[Cores] { return r.machineCores }

// ProcessorCores gives the timeline of the core licences that a set has, and that a licence for processors is worth,
// licensing.hybrid.processor.
func (r *Rules) ProcessorCores() rules.Timeline[Cores] { return r.processorCores }
