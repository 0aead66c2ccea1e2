// Package gazetteer turns names into places and places into names.
//
// It knows the world's towns of about a thousand people and more, the seats of
// every region, the countries, their first-level regions, and a short list of
// sites that briefs speak of (the Pentagon, Joint Base Andrews, Dolmabahçe
// Palace). A place is found under any of its names in any script, with letters
// folded (kadikoy finds Kadıköy), from its first letters, and with a slip of
// the finger or two.
//
// Coordinates are WGS 84, longitude first; distances are metres. Country codes
// are ISO 3166-1 alpha-2, regions ISO 3166-2, assigned by United Nations
// practice: Crimea is UA-43 and Sevastopol UA-40, both of UA.
//
// The data is embedded and decoded on first use, once, whichever method comes
// first; call [Gazetteer.Warm] early to have it ready before the user types.
package gazetteer
