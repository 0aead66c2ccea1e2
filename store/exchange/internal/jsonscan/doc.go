// Package jsonscan takes a stream of JSON apart into values without holding more
// than one of them: each is bounded in size and depth, and one that goes beyond
// is passed over, so that reading can go on after it. Depth is counted, not
// recursed into: no input overflows the stack.
package jsonscan
