package benchmarks

import (
	"testing"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"

	"github.com/cloudterms/terms/rules"
)

// exprOrder is an order as Expr reads it fastest: plain fields, found when the program is compiled.
type exprOrder struct {
	Day               int    `expr:"day"`
	Role              int    `expr:"role"`
	PartnerSince      int    `expr:"partner_since"`
	RelationshipSince int    `expr:"relationship_since"`
	AttestedOn        int    `expr:"attested_on"`
	Market            string `expr:"market"`
	Authorized        bool   `expr:"authorized"`
	Related           bool   `expr:"related"`
	Legacy            bool   `expr:"legacy"`
	Attested          bool   `expr:"attested"`
	HasAzurePlan      bool   `expr:"has_azure_plan"`
	Active            bool   `expr:"active"`
	GCC               bool   `expr:"gcc"`
	APSS              bool   `expr:"apss"`

	Plan      int `expr:"plan"`
	Agreement int `expr:"agreement"`
	Phase1    int `expr:"phase1"`
	Phase2    int `expr:"phase2"`
}

func newExprOrder(o *Order, t *Turns) exprOrder {
	return exprOrder{
		Day: int(o.Day.Date()), Role: int(o.Role), PartnerSince: int(o.PartnerSince.Date()),
		RelationshipSince: int(o.RelationshipSince.Date()), AttestedOn: int(o.AttestedOn.Date()), Market: o.Market,
		Authorized: o.Authorized == rules.Yes, Related: o.Related == rules.Yes, Legacy: o.Legacy == rules.Yes,
		Attested: o.Attested == rules.Yes, HasAzurePlan: o.HasAzurePlan == rules.Yes, Active: o.Active == rules.Yes,
		GCC: o.GCC == rules.Yes, APSS: o.APSS == rules.Yes,
		Plan: int(t.Plan.Date()), Agreement: int(t.Agreement.Date()), Phase1: int(t.Phase1.Date()), Phase2: int(t.Phase2.Date()),
	}
}

func newExpr(tb testing.TB) *vm.Program {
	tb.Helper()
	program, err := expr.Compile(mayOrder, expr.Env(&exprOrder{}), expr.AsBool())
	if err != nil {
		tb.Fatal(err)
	}
	return program
}

func byExpr(machine *vm.VM, program *vm.Program, o *exprOrder) (Verdict, error) {
	value, err := machine.Run(program, o)
	if err != nil {
		return 0, err
	}
	if value == true {
		return Allow, nil
	}
	return Deny, nil
}
