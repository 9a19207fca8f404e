package licensing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

const (
	winStandard, winDatacenter = licensing.WindowsServerStandard, licensing.WindowsServerDatacenter
	sqlStandard, sqlEnterprise = licensing.SQLServerStandard, licensing.SQLServerEnterprise
)

func TestHybridBenefitOf(t *testing.T) {
	tests := []struct {
		name         string
		on           string
		edition      licensing.HybridEdition
		assured, sub rules.Truth
		want         licensing.HybridBenefit
		by           rules.ID
	}{
		{"Datacenter with assurance", "2023-06-30", winDatacenter, rules.Yes, rules.No, licensing.HybridReuse, "licensing.hybrid.datacenter"},
		{"Standard with assurance", "2023-06-30", winStandard, rules.Yes, rules.No, licensing.HybridConvert, "licensing.hybrid.standard"},
		{"Datacenter by subscription", "2023-06-30", winDatacenter, rules.No, rules.Yes, licensing.HybridReuse, "licensing.hybrid.datacenter.subscription"},
		{"Standard by subscription", "2023-06-30", winStandard, rules.No, rules.Yes, licensing.HybridConvert, "licensing.hybrid.standard.subscription"},
		{"SQL Server with assurance", "2023-06-30", sqlEnterprise, rules.Yes, rules.No, licensing.HybridConvert, "licensing.hybrid.sql"},
		{"SQL Server by subscription", "2023-06-30", sqlStandard, rules.No, rules.Yes, licensing.HybridConvert, "licensing.hybrid.sql.subscription"},
		{"Standard without either", "2023-06-30", winStandard, rules.No, rules.No, licensing.HybridNone, "licensing.hybrid.uncovered"},
		{"Essentials with assurance", "2023-06-30", licensing.OtherEdition, rules.Yes, rules.No, licensing.HybridNone, "licensing.hybrid.edition"},
		{"assurance is enough, whatever the rest", "2023-06-30", winStandard, rules.Yes, rules.Unknown, licensing.HybridConvert, "licensing.hybrid.standard"},
		{"no assurance, and nobody says whether it is a subscription", "2023-06-30", winStandard, rules.No, rules.Unknown, 0, ""},
		{"an edition that is not given", "2023-06-30", 0, rules.Yes, rules.No, 0, ""},
		{"Windows Server the day before the benefit", "2016-01-31", winDatacenter, rules.Yes, rules.No, licensing.HybridNone, ""},
		{"Windows Server on its first day", "2016-02-01", winDatacenter, rules.Yes, rules.No, licensing.HybridReuse, "licensing.hybrid.datacenter"},
		{"SQL Server the day before", "2018-02-28", sqlStandard, rules.Yes, rules.No, licensing.HybridNone, ""},
		{"SQL Server on its first day", "2018-03-01", sqlStandard, rules.Yes, rules.No, licensing.HybridConvert, "licensing.hybrid.sql"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.HybridBenefitOf(day(tt.on), licensing.HybridLicence{Edition: tt.edition, Assurance: tt.assured, Subscription: tt.sub})
			assert.Equal(t, tt.want, got.Outcome)
			if tt.by != "" {
				assert.Equal(t, tt.by, got.Findings[0].Rule)
			}
		})
	}
}

func TestATeamThatTakesSoftwareAssuranceAlone(t *testing.T) {
	strict := with(t, `"switchOff": ["licensing.hybrid.standard.subscription"]`)
	licence := licensing.HybridLicence{Edition: winStandard, Assurance: rules.No, Subscription: rules.Yes}
	assert.Equal(t, licensing.HybridNone, strict.HybridBenefitOf(day("2024-01-01"), licence).Outcome)
	assert.Equal(t, licensing.HybridConvert, licensing.HybridBenefitOf(day("2024-01-01"), licence).Outcome)
}

func TestMayUseTwice(t *testing.T) {
	const machine, host = licensing.OnMachine, licensing.OnDedicatedHost
	tests := []struct {
		name      string
		on        string
		edition   licensing.HybridEdition
		target    licensing.HybridTarget
		allocated string
		count     licensing.GraceCount
		want      rules.Truth
		last      string
	}{
		{"Datacenter by machine, without end", "2030-01-01", winDatacenter, machine, "2024-01-01", 0, rules.Yes, "2024-06-28"},
		{"Datacenter by machine, no day of allocation needed", "2030-01-01", winDatacenter, machine, "", 0, rules.Yes, ""},
		{"Datacenter on a host, day 180 of a leap year: 31+29+31+30+31+28", "2024-06-28", winDatacenter, host, "2024-01-01", 0, rules.Yes, "2024-06-28"},
		{"Datacenter on a host, the day after", "2024-06-29", winDatacenter, host, "2024-01-01", 0, rules.No, "2024-06-28"},
		{"Standard, day 180: 31+28+31+30+31+29", "2023-06-29", winStandard, machine, "2023-01-01", 0, rules.Yes, "2023-06-29"},
		{"Standard, the day after", "2023-06-30", winStandard, machine, "2023-01-01", 0, rules.No, "2023-06-29"},
		{"Standard, the day after counts where the day of allocation does not", "2023-06-30", winStandard, machine, "2023-01-01", licensing.GraceFromDayAfter, rules.Yes, "2023-06-30"},
		{"Standard, before the allocation", "2022-12-31", winStandard, machine, "2023-01-01", 0, rules.No, "2023-06-29"},
		{"Standard, allocated the day before the longer time: 31 days", "2019-08-30", winStandard, machine, "2019-07-31", 0, rules.Yes, "2019-08-30"},
		{"Standard, the day after those 31", "2019-08-31", winStandard, machine, "2019-07-31", 0, rules.No, "2019-08-30"},
		{"Standard, allocated on the first day of the longer time", "2020-01-27", winStandard, machine, "2019-08-01", 0, rules.Yes, "2020-01-27"},
		{"SQL Server had 180 days before", "2019-08-31", sqlEnterprise, machine, "2019-07-31", 0, rules.Yes, "2020-01-26"},
		{"SQL Server before its benefit", "2018-01-15", sqlEnterprise, machine, "2018-01-10", 0, rules.No, ""},
		{"Standard, nobody says since when", "2023-06-29", winStandard, machine, "", 0, rules.Unknown, ""},
		{"another edition", "2023-06-29", licensing.OtherEdition, machine, "2023-06-01", 0, rules.No, "2023-11-27"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			use := licensing.DualUse{Edition: tt.edition, Target: tt.target, Count: tt.count}
			if tt.allocated != "" {
				use.Allocated = day(tt.allocated)
			}
			got := licensing.MayUseTwice(day(tt.on), use)
			assert.Equal(t, tt.want, got.Decision.Outcome)
			assert.Equal(t, tt.last, got.Last.String())
			assertRoundTrip(t, got)
		})
	}
}

func TestAnOverlayReachesTheMigration(t *testing.T) {
	longer := with(t, `"figures": [{"timeline": "licensing.dualuse.migration", "span": "2024-01-01/..", "value": "P365D"}]`)
	use := licensing.DualUse{Edition: winStandard, Target: licensing.OnMachine, Allocated: day("2024-01-01")}
	got := longer.MayUseTwice(day("2024-12-30"), use)
	assert.Equal(t, rules.Yes, got.Decision.Outcome)
	assert.Equal(t, day("2024-12-30"), got.Last)
	assert.Equal(t, "Fabrikam", got.Decision.Findings[0].Origin.Owner)
	assert.Equal(t, "Fabrikam", got.Within.Origin.Owner)

	forever := with(t, `"figures": [{"timeline": "licensing.dualuse.migration", "span": "2024-01-01/..", "value": "P36525D"}]`)
	got = forever.MayUseTwice(day("9999-12-31"), licensing.DualUse{Edition: winStandard, Target: licensing.OnMachine, Allocated: day("9990-01-01")})
	assert.Equal(t, rules.Yes, got.Decision.Outcome)
	assert.Equal(t, day("9999-12-31"), got.Last)
}

func TestMayRunUnlimited(t *testing.T) {
	tests := []struct {
		name    string
		on      string
		edition licensing.HybridEdition
		all     rules.Truth
		want    rules.Truth
	}{
		{"Datacenter for every core", "2024-01-01", winDatacenter, rules.Yes, rules.Yes},
		{"Datacenter for a part of the cores", "2024-01-01", winDatacenter, rules.No, rules.No},
		{"Datacenter, nobody says for how many", "2024-01-01", winDatacenter, rules.Unknown, rules.Unknown},
		{"Standard for every core", "2024-01-01", winStandard, rules.Yes, rules.No},
		{"the day before dedicated hosts", "2019-07-31", winDatacenter, rules.Yes, rules.No},
		{"the first day of dedicated hosts", "2019-08-01", winDatacenter, rules.Yes, rules.Yes},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, licensing.MayRunUnlimited(day(tt.on), licensing.HostUse{Edition: tt.edition, AllCores: tt.all}).Outcome)
		})
	}
}

func TestSQLRatioOf(t *testing.T) {
	const (
		general, hyperscale, critical = licensing.SQLGeneralPurpose, licensing.SQLHyperscale, licensing.SQLBusinessCritical
		standard, enterprise          = licensing.SQLStandardMachine, licensing.SQLEnterpriseMachine
		even, stretched, fourfold     = licensing.SQLOneForOne, licensing.SQLOneForFour, licensing.SQLFourForOne
		none                          = licensing.SQLNotCovered
	)
	tests := []struct {
		edition licensing.HybridEdition
		service licensing.SQLService
		// wants is the ratio on the day before the benefit, its first day, the day before 1 August 2020, that day, and the day after.
		wants [5]licensing.SQLRatio
	}{
		{sqlEnterprise, general, [5]licensing.SQLRatio{none, stretched, stretched, stretched, stretched}},
		{sqlEnterprise, hyperscale, [5]licensing.SQLRatio{none, none, none, stretched, stretched}},
		{sqlEnterprise, critical, [5]licensing.SQLRatio{none, even, even, even, even}},
		{sqlEnterprise, enterprise, [5]licensing.SQLRatio{none, even, even, even, even}},
		{sqlEnterprise, standard, [5]licensing.SQLRatio{none, none, none, stretched, stretched}},
		{sqlStandard, general, [5]licensing.SQLRatio{none, even, even, even, even}},
		{sqlStandard, hyperscale, [5]licensing.SQLRatio{none, none, none, even, even}},
		{sqlStandard, critical, [5]licensing.SQLRatio{none, none, none, fourfold, fourfold}},
		{sqlStandard, standard, [5]licensing.SQLRatio{none, even, even, even, even}},
		{sqlStandard, enterprise, [5]licensing.SQLRatio{none, none, none, fourfold, fourfold}},
		{winDatacenter, general, [5]licensing.SQLRatio{none, none, none, none, none}},
	}
	for _, tt := range tests {
		t.Run(tt.edition.String()+" for "+tt.service.String(), func(t *testing.T) {
			t.Parallel()
			for i, on := range []string{"2018-02-28", "2018-03-01", "2020-07-31", "2020-08-01", "2020-08-02"} {
				got := licensing.SQLRatioOf(day(on), licensing.SQLUse{Edition: tt.edition, Service: tt.service})
				assert.Equal(t, tt.wants[i], got.Outcome, on)
			}
		})
	}
}

func TestSQLCoreLicences(t *testing.T) {
	tests := []struct {
		name             string
		edition          licensing.HybridEdition
		service          licensing.SQLService
		cores, instances int
		each, want       int
	}{
		{"a machine of 2 cores of Enterprise takes 2 × 4 licences for Standard", sqlStandard, licensing.SQLEnterpriseMachine, 2, 1, 8, 8},
		{"a machine of 1 core of Enterprise takes 1 × 4", sqlStandard, licensing.SQLEnterpriseMachine, 1, 1, 4, 4},
		{"a machine of 2 cores takes 4 at least", sqlEnterprise, licensing.SQLEnterpriseMachine, 2, 1, 4, 4},
		{"a machine of 4 cores takes 4", sqlStandard, licensing.SQLStandardMachine, 4, 1, 4, 4},
		{"a machine of 5 cores takes 5", sqlStandard, licensing.SQLStandardMachine, 5, 1, 5, 5},
		{"3 machines of 2 cores take 3 × 4", sqlStandard, licensing.SQLStandardMachine, 2, 3, 4, 12},
		{"a machine of 16 cores of Standard takes 16 ÷ 4 for Enterprise", sqlEnterprise, licensing.SQLStandardMachine, 16, 1, 4, 4},
		{"a machine of 20 cores of Standard takes 20 ÷ 4", sqlEnterprise, licensing.SQLStandardMachine, 20, 1, 5, 5},
		{"a machine of 17 cores of Standard takes 17 ÷ 4, rounded up", sqlEnterprise, licensing.SQLStandardMachine, 17, 1, 5, 5},
		{"a database has no least number", sqlEnterprise, licensing.SQLGeneralPurpose, 4, 1, 1, 1},
		{"a database of 6 cores takes 6 ÷ 4, rounded up", sqlEnterprise, licensing.SQLHyperscale, 6, 2, 2, 4},
		{"Business Critical takes 4 for Standard a core", sqlStandard, licensing.SQLBusinessCritical, 8, 1, 32, 32},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.SQLCoreLicences(licensing.SQLRequest{
				SQLUse: licensing.SQLUse{Edition: tt.edition, Service: tt.service}, Day: day("2021-11-09"), Cores: tt.cores, Instances: tt.instances,
			})
			require.NoError(t, err)
			assert.Equal(t, tt.each, got.EachLicences)
			assert.Equal(t, tt.want, got.Licences)
			assertRoundTrip(t, got)
		})
	}
}

func TestSQLRequestsThatAreRefused(t *testing.T) {
	fine := licensing.SQLRequest{
		SQLUse: licensing.SQLUse{Edition: sqlStandard, Service: licensing.SQLBusinessCritical}, Day: day("2021-11-09"), Cores: 4, Instances: 1,
	}
	tests := []struct {
		name    string
		change  func(*licensing.SQLRequest)
		err     error
		problem string
	}{
		{"no day", func(q *licensing.SQLRequest) { q.Day = terms.Day{} }, licensing.ErrRequest, "day is not given"},
		{"no cores", func(q *licensing.SQLRequest) { q.Cores = 0 }, licensing.ErrRequest, "cores is"},
		{"no instances", func(q *licensing.SQLRequest) { q.Instances = -1 }, licensing.ErrRequest, "instances is"},
		{"before 1 August 2020", func(q *licensing.SQLRequest) { q.Day = day("2020-07-31") }, licensing.ErrRefused, "of no use for businessCritical on 2020-07-31"},
		{"no service", func(q *licensing.SQLRequest) { q.Service = 0 }, rules.ErrUndetermined, "service"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			q := fine
			tt.change(&q)
			_, err := licensing.SQLCoreLicences(q)
			require.ErrorIs(t, err, tt.err)
			require.ErrorContains(t, err, tt.problem)
		})
	}
}

func TestSQLRatioOfNothing(t *testing.T) {
	assert.Zero(t, licensing.SQLNotCovered.Licences(8))
	assert.Zero(t, licensing.SQLRatio(0).Licences(8))
}

func TestCoreLicences(t *testing.T) {
	type sizes = []licensing.HybridMachines
	tests := []struct {
		name     string
		machines sizes
		// Licences by the set, by the group, and by the core.
		inSets, inGroups, perCore int
	}{
		{"a machine of 4 cores: a set; the first 16; at least 8", sizes{{4, 1}}, 16, 16, 8},
		{"two of 8: a set; the first 16; 2 × 8", sizes{{8, 2}}, 16, 16, 16},
		{"two of 4: a set; the first 16; 2 × 8", sizes{{4, 2}}, 16, 16, 16},
		{"three of 4: two sets; 16 + 8; 3 × 8", sizes{{4, 3}}, 32, 24, 24},
		{"one of 12: a set; the first 16; 12", sizes{{12, 1}}, 16, 16, 12},
		{"two of 12: two sets; 4 × 8; 24", sizes{{12, 2}}, 32, 32, 24},
		{"one of 16: a set; the first 16; 16", sizes{{16, 1}}, 16, 16, 16},
		{"one of 4 and one of 12: two sets; 8 + 16; 8 + 12", sizes{{4, 1}, {12, 1}}, 32, 24, 20},
		{"one of 9: a set, as it is more than 8; 2 × 8; 9", sizes{{9, 1}}, 16, 16, 9},
		{"one of 32: two sets, stacked; 4 × 8; 32", sizes{{32, 1}}, 32, 32, 32},
		{"one of 20: 3 groups in two sets; 3 × 8; 20", sizes{{20, 1}}, 32, 24, 20},
		{"twenty of 2: 20 groups in ten sets; 20 × 8; 20 × 8", sizes{{2, 20}}, 160, 160, 160},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for counting, want := range map[licensing.CoreCounting]int{
				licensing.CountInSets: tt.inSets, licensing.CountInGroups: tt.inGroups, licensing.CountPerCore: tt.perCore,
			} {
				got, err := licensing.CoreLicences(licensing.CoreRequest{Day: day("2022-06-01"), Machines: tt.machines, Counting: counting})
				require.NoError(t, err)
				assert.Equal(t, want, got.Licences, counting)
				assert.Equal(t, counting, got.Counting)
				assertRoundTrip(t, got)
			}
		})
	}
}

func TestCoreLicencesTakeAnEdition(t *testing.T) {
	request := licensing.CoreRequest{Day: day("2022-06-01"), Machines: []licensing.HybridMachines{{Cores: 4, Machines: 1}, {Cores: 12, Machines: 1}}}
	for edition, isWindows := range map[licensing.HybridEdition]bool{
		0: true, winStandard: true, winDatacenter: true, sqlStandard: false, sqlEnterprise: false, licensing.OtherEdition: false, 9: false,
	} {
		request.Edition = edition
		got, err := licensing.CoreLicences(request)
		if isWindows {
			require.NoError(t, err)
			assert.Equal(t, 24, got.Licences)
			continue
		}
		require.ErrorIs(t, err, licensing.ErrRequest)
		require.ErrorContains(t, err, "for SQL Server ask SQLCoreLicences")
	}
}

func TestCoreLicencesByDay(t *testing.T) {
	tests := []struct {
		on       string
		counting licensing.CoreCounting
		licences int // of a machine of 4 cores and two of 12
		others   []licensing.CoreCounting
	}{
		{"2016-02-01", licensing.CountInSets, 48, nil},
		{"2022-01-16", licensing.CountInSets, 48, nil},
		{"2022-01-17", licensing.CountInGroups, 40, []licensing.CoreCounting{licensing.CountInSets}},
		{"2023-04-17", licensing.CountInGroups, 40, []licensing.CoreCounting{licensing.CountInSets}},
		{"2023-04-18", licensing.CountPerCore, 32, []licensing.CoreCounting{licensing.CountInGroups, licensing.CountInSets}},
		{"2025-09-02", licensing.CountPerCore, 32, []licensing.CoreCounting{licensing.CountInGroups, licensing.CountInSets}},
		{"2025-09-03", licensing.CountPerCore, 32, []licensing.CoreCounting{licensing.CountInSets}},
	}
	for _, tt := range tests {
		t.Run(tt.on, func(t *testing.T) {
			t.Parallel()
			got, err := licensing.CoreLicences(licensing.CoreRequest{Day: day(tt.on), Machines: []licensing.HybridMachines{{4, 1}, {12, 2}}})
			require.NoError(t, err)
			assert.Equal(t, tt.counting, got.Counting)
			assert.Equal(t, tt.licences, got.Licences)
			var others []licensing.CoreCounting
			for _, other := range got.OfDay.Others {
				others = append(others, other.Value)
			}
			assert.Equal(t, tt.others, others)
		})
	}
	_, err := licensing.CoreLicences(licensing.CoreRequest{Day: day("2016-01-31"), Machines: []licensing.HybridMachines{{4, 1}}})
	require.ErrorIs(t, err, rules.ErrNoFigure)
}

func TestLicencesForProcessors(t *testing.T) {
	for cores, want := range map[int]int{8: 1, 16: 1, 17: 2, 32: 2, 33: 3} {
		got, err := licensing.CoreLicences(licensing.CoreRequest{Day: day("2025-09-03"), Machines: []licensing.HybridMachines{{cores, 1}}})
		require.NoError(t, err)
		assert.Equal(t, want, got.Processors, cores)
	}
}

func TestOverlaysReachTheCountingOfCores(t *testing.T) {
	machines := []licensing.HybridMachines{{4, 1}}
	changed := with(t, `"figures": [{"timeline": "licensing.hybrid.machine", "span": "2025-01-01/..", "value": 6},
		{"timeline": "licensing.hybrid.processor", "span": "2025-01-01/..", "value": 4}]`)
	got, err := changed.CoreLicences(licensing.CoreRequest{Day: day("2025-01-01"), Machines: machines})
	require.NoError(t, err)
	assert.Equal(t, 6, got.Licences)
	assert.Equal(t, 2, got.Processors) // 6 ÷ 4, rounded up

	changed = with(t, `"figures": [{"timeline": "licensing.hybrid.counting", "span": "2025-01-01/..", "value": "inSets"}]`)
	got, err = changed.CoreLicences(licensing.CoreRequest{Day: day("2025-01-01"), Machines: machines})
	require.NoError(t, err)
	assert.Equal(t, 16, got.Licences)
	assert.Equal(t, "Fabrikam", got.OfDay.Origin.Owner)

	changed = with(t, `"figures": [{"timeline": "licensing.sqlratio.machine", "span": "2025-01-01/..", "value": 2}]`)
	sql, err := changed.SQLCoreLicences(licensing.SQLRequest{
		SQLUse: licensing.SQLUse{Edition: sqlStandard, Service: licensing.SQLStandardMachine}, Day: day("2025-01-01"), Cores: 1, Instances: 1,
	})
	require.NoError(t, err)
	assert.Equal(t, 2, sql.Licences)
}

func TestCoreRequestsThatAreRefused(t *testing.T) {
	one := []licensing.HybridMachines{{4, 1}}
	tests := []struct {
		name    string
		request licensing.CoreRequest
		problem string
	}{
		{"no day", licensing.CoreRequest{Machines: one}, "day is not given"},
		{"no machines", licensing.CoreRequest{Day: day("2024-01-01")}, "machines is"},
		{"a counting that is none", licensing.CoreRequest{Day: day("2024-01-01"), Machines: one, Counting: 9}, "counting is"},
		{"no cores", licensing.CoreRequest{Day: day("2024-01-01"), Machines: []licensing.HybridMachines{{4, 1}, {0, 1}}}, "machines/1/cores is"},
		{"fewer than no machines", licensing.CoreRequest{Day: day("2024-01-01"), Machines: []licensing.HybridMachines{{4, -1}}}, "machines/0/machines is"},
		{"too many sizes", licensing.CoreRequest{Day: day("2024-01-01"), Machines: make([]licensing.HybridMachines, 1001)}, `machines is "1001"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := licensing.CoreLicences(tt.request)
			require.ErrorIs(t, err, licensing.ErrRequest)
			require.ErrorContains(t, err, tt.problem)
		})
	}
}

// No way of counting needs fewer licences than there are cores, nor fewer than 8 for a machine; a later one never needs more
// than the one before it; and one machine more never needs fewer.
func TestLawsOfCoreLicences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		machines := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) licensing.HybridMachines {
			return licensing.HybridMachines{Cores: rapid.IntRange(1, 40).Draw(t, "cores"), Machines: rapid.IntRange(1, 5).Draw(t, "machines")}
		}), 1, 5).Draw(t, "sizes")
		least := 0
		for _, m := range machines {
			least += max(m.Cores, 8) * m.Machines
		}
		before := 0
		for _, counting := range []licensing.CoreCounting{licensing.CountPerCore, licensing.CountInGroups, licensing.CountInSets} {
			need := coreLicences(t, counting, machines)
			assert.GreaterOrEqual(t, need, least)
			assert.GreaterOrEqual(t, need, before)
			assert.GreaterOrEqual(t, coreLicences(t, counting, append(machines, licensing.HybridMachines{Cores: 1, Machines: 1})), need)
			before = need
		}
	})
}

func coreLicences(t *rapid.T, counting licensing.CoreCounting, machines []licensing.HybridMachines) int {
	need, err := licensing.CoreLicences(licensing.CoreRequest{Day: day("2024-01-01"), Machines: machines, Counting: counting})
	require.NoError(t, err)
	return need.Licences
}
