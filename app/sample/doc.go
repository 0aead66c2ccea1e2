// Package sample holds the sample situation: thirteen events around the call of
// 3 July 2025 between Donald Trump and Vladimir Putin and the attack on Kyiv in
// the night that followed, as two sources tell them.
//
// It is what the window shows on its very first start and what `sitmap sample`
// writes. Ids and clock are fixed, so that every copy is alike and scripts can
// name its events.
//
// Where item A, a news report, gives neither calendar dates nor the seats of the
// leaders, both come from the public record: dates are marked so in the event's
// field "date_basis", seats are assumed places.
package sample
