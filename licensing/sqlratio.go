package licensing

import (
	"fmt"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// A SQLService is what of SQL Server in Azure core licences are used for. The zero SQLService means "not given". Its
// texts, in JSON too, are generalPurpose, hyperscale, businessCritical, standardMachine and enterpriseMachine.
type SQLService uint8

const (
	_ SQLService = iota
	// SQLGeneralPurpose is Azure SQL Database or SQL Managed Instance, General Purpose.
	SQLGeneralPurpose
	// SQLHyperscale is Azure SQL Database, Hyperscale.
	SQLHyperscale
	// SQLBusinessCritical is Azure SQL Database or SQL Managed Instance, Business Critical.
	SQLBusinessCritical
	// SQLStandardMachine is a virtual machine with SQL Server Standard.
	SQLStandardMachine
	// SQLEnterpriseMachine is a virtual machine with SQL Server Enterprise.
	SQLEnterpriseMachine
)

// A SQLRatio is how many core licences for SQL Server are needed for how many virtual cores. The zero SQLRatio is no
// answer. Its texts, in JSON too, are oneForOne, oneForFour, fourForOne and notCovered.
type SQLRatio uint8

const (
	_ SQLRatio = iota
	// SQLOneForOne is one core licence for one virtual core.
	SQLOneForOne
	// SQLOneForFour is one core licence for four virtual cores.
	SQLOneForFour
	// SQLFourForOne is four core licences for one virtual core.
	SQLFourForOne
	// SQLNotCovered is a service that the licences are of no use for.
	SQLNotCovered
)

// Licences gives how many core licences so many virtual cores need, and 0 for SQLNotCovered and what is no ratio.
func (r SQLRatio) Licences(cores int) int {
	const four = 4
	switch r {
	case SQLOneForOne:
		return cores
	case SQLOneForFour:
		return roundedUp(cores, four) / four
	case SQLFourForOne:
		return cores * four
	default:
		return 0
	}
}

// SQLUse is the use of core licences for a service of SQL Server in Azure.
type SQLUse struct {
	Edition HybridEdition `json:"edition,omitzero"` // of the licences
	Service SQLService    `json:"service,omitzero"`
}

// SQLRatioOf is [Rules.SQLRatioOf] of the [Published] rules.
func SQLRatioOf(day terms.Day, use SQLUse) rules.Decision[SQLRatio] {
	return Published().SQLRatioOf(day, use)
}

// SQLRatioOf says how many core licences for SQL Server with Azure Hybrid Benefit a service needs on a day. From 1 August
// 2020 licences for Standard are of use for what is Enterprise too, and the other way round. New databases of Hyperscale
// have no benefit any more by a page without a date; the finding says so.
func (r *Rules) SQLRatioOf(day terms.Day, use SQLUse) rules.Decision[SQLRatio] {
	return r.sqlRatio.Explain(day, use)
}

// SQLRatioSet gives the set that [Rules.SQLRatioOf] asks, licensing/sqlratio.
func (r *Rules) SQLRatioSet() *rules.Set[SQLUse, SQLRatio] { return r.sqlRatio }

// EditSQLRatio gives the rules with changes to the set of [Rules.SQLRatioOf].
func (r *Rules) EditSQLRatio(e rules.Edit[SQLUse, SQLRatio]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.sqlRatio, e)
}

// A SQLRequest asks how many core licences for SQL Server instances of a service in Azure need on a UTC day.
type SQLRequest struct {
	SQLUse

	Day       terms.Day `json:"day"`
	Cores     int       `json:"cores"` // virtual cores of one instance
	Instances int       `json:"instances"`
}

// A SQLNeed is how many core licences for SQL Server are needed.
type SQLNeed struct {
	Licences     int                      `json:"licences"`
	EachLicences int                      `json:"eachLicences"` // that one instance is licensed with
	Decision     rules.Decision[SQLRatio] `json:"decision"`     // by which ratio
}

// Equal reports whether both are the same need by the same ratio.
func (n SQLNeed) Equal(other SQLNeed) bool {
	return n.Licences == other.Licences && n.EachLicences == other.EachLicences && n.Decision.Equal(other.Decision)
}

// SQLCoreLicences is [Rules.SQLCoreLicences] of the [Published] rules.
func SQLCoreLicences(q SQLRequest) (SQLNeed, error) { return Published().SQLCoreLicences(q) }

// SQLCoreLicences gives how many core licences for SQL Server instances need by [Rules.SQLRatioOf]; a virtual machine has
// at least those of [Rules.SQLMachineCores], four. The least is held against the licences: two virtual cores of
// Enterprise take 8 licences for Standard, and not four times four.
//
// Licences that are of no use for the service are an error that wraps [ErrRefused], an edition or a service that is not
// given one that wraps [rules.ErrUndetermined]. A request without a day, and cores or instances that are not 1 to
// 1,000,000, is [ErrRequest].
func (r *Rules) SQLCoreLicences(q SQLRequest) (SQLNeed, error) {
	if err := q.check(); err != nil {
		return SQLNeed{}, err
	}
	decision := r.SQLRatioOf(q.Day, q.SQLUse)
	if err := decision.Err(); err != nil {
		return SQLNeed{}, err
	}
	if decision.Outcome == SQLNotCovered {
		return SQLNeed{}, fmt.Errorf("%w: licences for %s are of no use for %s on %s", ErrRefused, q.Edition, q.Service, q.Day)
	}
	each := decision.Outcome.Licences(q.Cores)
	if q.Service == SQLStandardMachine || q.Service == SQLEnterpriseMachine {
		least, err := r.sqlMachineCores.On(q.Day)
		if err != nil {
			return SQLNeed{}, err
		}
		each = max(each, int(least.Value))
	}
	return SQLNeed{Licences: each * q.Instances, EachLicences: each, Decision: decision}, nil
}

func (q SQLRequest) check() error {
	if q.Day.IsZero() {
		return requestError("day", "", "the day the service runs on, as in 2024-02-29")
	}
	if err := checkLicences("cores", q.Cores); err != nil {
		return err
	}
	return checkLicences("instances", q.Instances)
}

// SQLMachineCores gives the timeline of the core licences for SQL Server that a virtual machine needs at least,
// licensing.sqlratio.machine.
func (r *Rules) SQLMachineCores() rules.Timeline[Cores] { return r.sqlMachineCores }
