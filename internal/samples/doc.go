// Package samples makes the inputs on which the rule sets of the domain packages are checked: for each set the product of
// every value of its facts. The packages' own tests ask it, and the test that every fact of the register is covered.
package samples
