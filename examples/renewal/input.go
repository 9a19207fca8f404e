package main

import (
	"fmt"
	"io"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// input is the file as it is written: keys in full, and a reckoning only by those who want another than the default.
type input struct {
	Day          terms.Day              `json:"day"`
	Subscription licensing.Subscription `json:"subscription"`
	Keys         []inputKey             `json:"keys"`
	Goal         licensing.Goal         `json:"goal"`
	Reckoning    *licensing.Reckoning   `json:"reckoning"`
}

type inputKey struct {
	Key      string      `json:"key"`
	Product  string      `json:"product"`
	Licences int         `json:"licences"`
	Redeemed rules.Truth `json:"redeemed"`
	Expires  terms.Day   `json:"expires"`
}

// question is the file as the library is asked: the keys by their ids, and beside them the keys themselves, masked in every
// text.
type question struct {
	request licensing.RenewalRequest
	keys    map[string]licensing.ProductKey
}

func read(r io.Reader) (question, error) {
	var in input
	if err := terms.Decode(r, &in); err != nil {
		return question{}, err
	}
	asked := question{keys: map[string]licensing.ProductKey{}, request: licensing.RenewalRequest{
		Subscription: in.Subscription, Day: in.Day, Goal: in.Goal, Reckoning: licensing.DefaultReckoning(),
	}}
	if in.Reckoning != nil {
		asked.request.Reckoning = *in.Reckoning
	}
	for i, given := range in.Keys {
		key, err := licensing.ParseProductKey(licensing.PartnerBenefit, given.Key)
		if err != nil {
			return question{}, fmt.Errorf("keys/%d: %w", i, err)
		}
		asked.keys[key.ID()] = key
		licences := key.LicenceKey(given.Product, given.Licences)
		licences.Redeemed, licences.Expires = given.Redeemed, given.Expires
		asked.request.Keys = append(asked.request.Keys, licences)
	}
	return asked, nil
}
