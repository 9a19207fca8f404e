package credit

// pow10 holds the powers of ten that fit in 64 bits.
var pow10 = [...]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
}

// unitsLimit is 10^38, which is less than 2^127.
var unitsLimit = units{hi: 0x4b3b4ca85a86c47a, lo: 0x098a224000000000}
