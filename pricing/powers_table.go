package pricing

import "math/big"

// powersOfTen are those that numbers of at most 38 digits come to. Nothing changes them.
var powersOfTen = func() (powers [mostDigits + 1]*big.Int) {
	powers[0] = big.NewInt(1)
	for i := range mostDigits {
		powers[i+1] = new(big.Int).Mul(powers[i], big.NewInt(10))
	}
	return powers
}()
