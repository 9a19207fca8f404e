package main

// A colour fills a lot's area, with an ink that can be read on it.
type colour struct {
	fill, ink string
	hatched   bool
}

// colourOf gives the colour of the lot so many places from the first. The eight are those of Okabe and Ito, which people who
// see colours otherwise can tell apart; further lots have them again, hatched.
func colourOf(i int) colour {
	const black, white = "#111", "#fff"
	colours := [...]colour{
		{fill: "#0072b2", ink: white},
		{fill: "#e69f00", ink: black},
		{fill: "#009e73", ink: white},
		{fill: "#cc79a7", ink: black},
		{fill: "#56b4e9", ink: black},
		{fill: "#d55e00", ink: white},
		{fill: "#f0e442", ink: black},
		{fill: "#8c8c8c", ink: black},
	}
	chosen := colours[i%len(colours)]
	chosen.hatched = i/len(colours)%2 == 1
	return chosen
}
