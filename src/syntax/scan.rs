//! Searching for the bytes that end a token: by the word for the first bytes, then in blocks.
//!
//! Most tokens are short, so each search looks at the first few words, eight bytes at a time and
//! without a branch for each byte, which costs less than setting up a search in blocks; only then
//! it goes on in blocks (memchr's, or a loop over 16 bytes that compiles to vector instructions).
//! A table serves where fewer than eight bytes are left.

/// How many bytes are looked at by the word.
const SHORT: usize = 24;

/// The bytes of a word that are less than `than`, or the same as a byte, marked in their highest
/// bit. The lowest mark is exact; a higher one may be false.
const ONES: u64 = u64::MAX / 255;
const HIGH: u64 = ONES << 7;

#[inline]
fn less(word: u64, than: u8) -> u64 {
    word.wrapping_sub(ONES * u64::from(than)) & !word & HIGH
}

#[inline]
fn equal(word: u64, byte: u8) -> u64 {
    less(word ^ (ONES * u64::from(byte)), 1)
}

/// `[` and `{`, `]` and `}` differ in this bit alone: with it set, both are braces.
#[inline]
fn fold_brackets(word: u64) -> u64 {
    word | ONES << 5
}

/// A byte's classes, one bit each.
type Classes = u8;

/// One of the nine characters that a text must be quoted for: `"` `:` `,` `{` `}` `[` `]` CR LF.
const SPECIAL: Classes = 1;
/// Ends a bare scalar in braces: `,` `}`.
const ENDS_MEMBER: Classes = 1 << 1;
/// Ends a bare scalar in brackets, or is an error there: `,` `]` `}`.
const ENDS_ITEM: Classes = 1 << 2;
/// A quote.
const QUOTE: Classes = 1 << 3;
/// A colon.
const COLON: Classes = 1 << 4;
/// Ends a run of a JSON string: a quote or a backslash.
const QUOTE_OR_BACKSLASH: Classes = 1 << 5;

static CLASSES: [Classes; 256] = {
    let mut table = [0; 256];
    let mut index = 0;
    let special = b"\":,{}[]\r\n";
    while index < special.len() {
        table[special[index] as usize] |= SPECIAL;
        index += 1;
    }
    table[b',' as usize] |= ENDS_MEMBER | ENDS_ITEM;
    table[b'}' as usize] |= ENDS_MEMBER | ENDS_ITEM;
    table[b']' as usize] |= ENDS_ITEM;
    table[b'"' as usize] |= QUOTE | QUOTE_OR_BACKSLASH;
    table[b'\\' as usize] |= QUOTE_OR_BACKSLASH;
    table[b':' as usize] |= COLON;
    table
};

#[inline]
fn is(class: Classes, byte: u8) -> bool {
    CLASSES[byte as usize] & class != 0
}

/// The first byte of the class within the first [`SHORT`] bytes, by the word.
#[inline]
fn find_short(class: Classes, marks: impl Fn(u64) -> u64, bytes: &[u8]) -> Option<usize> {
    let short = &bytes[..bytes.len().min(SHORT)];
    let (words, rest) = short.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let marks = marks(u64::from_le_bytes(*word));
        if marks != 0 {
            return Some(index * 8 + marks.trailing_zeros() as usize / 8);
        }
    }
    let in_rest = rest.iter().position(|&byte| is(class, byte));
    in_rest.map(|at| words.len() * 8 + at)
}

/// Where a bare scalar in braces ends; at the end of the text if nothing ends it.
#[inline]
pub(super) fn member_end(bytes: &[u8]) -> usize {
    let marks = |word| equal(word, b',') | equal(word, b'}');
    match find_short(ENDS_MEMBER, marks, bytes) {
        Some(end) => end,
        None if bytes.len() <= SHORT => bytes.len(),
        None => {
            memchr::memchr2(b',', b'}', &bytes[SHORT..]).map_or(bytes.len(), |after| SHORT + after)
        }
    }
}

/// Where a bare scalar in brackets ends, or where a stray `}` stands in it.
#[inline]
pub(super) fn item_end(bytes: &[u8]) -> usize {
    let marks = |word| equal(word, b',') | equal(fold_brackets(word), b'}');
    match find_short(ENDS_ITEM, marks, bytes) {
        Some(end) => end,
        None if bytes.len() <= SHORT => bytes.len(),
        None => memchr::memchr3(b',', b']', b'}', &bytes[SHORT..])
            .map_or(bytes.len(), |after| SHORT + after),
    }
}

/// The next quote.
#[inline]
pub(super) fn quote(bytes: &[u8]) -> Option<usize> {
    match find_short(QUOTE, |word| equal(word, b'"'), bytes) {
        None if bytes.len() > SHORT => {
            memchr::memchr(b'"', &bytes[SHORT..]).map(|after| SHORT + after)
        }
        found => found,
    }
}

/// The next colon.
#[inline]
pub(super) fn colon(bytes: &[u8]) -> Option<usize> {
    match find_short(COLON, |word| equal(word, b':'), bytes) {
        None if bytes.len() > SHORT => {
            memchr::memchr(b':', &bytes[SHORT..]).map(|after| SHORT + after)
        }
        found => found,
    }
}

/// The next quote or backslash, for JSON.
#[cfg(any(feature = "json", test))]
#[inline]
pub(crate) fn quote_or_backslash(bytes: &[u8]) -> Option<usize> {
    let marks = |word| equal(word, b'"') | equal(word, b'\\');
    match find_short(QUOTE_OR_BACKSLASH, marks, bytes) {
        None if bytes.len() > SHORT => {
            memchr::memchr2(b'"', b'\\', &bytes[SHORT..]).map(|after| SHORT + after)
        }
        found => found,
    }
}

/// The first of the nine special characters.
#[inline]
pub(super) fn special(bytes: &[u8]) -> Option<usize> {
    if has_special(bytes) {
        bytes.iter().position(|&byte| is(SPECIAL, byte))
    } else {
        None
    }
}

/// Whether one of the nine may stand in the text; most texts have none, and then where is not
/// asked. The last block overlaps the one before it, so that no bytes are left over.
#[inline]
fn has_special(bytes: &[u8]) -> bool {
    if let Some(last) = bytes.last_chunk::<BLOCK>() {
        let (blocks, _) = bytes.as_chunks::<BLOCK>();
        return blocks.iter().any(block_has_special) || block_has_special(last);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return word_may_have_special(u64::from_ne_bytes(*first))
            || word_may_have_special(u64::from_ne_bytes(*last));
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [first, last] = [first, last].map(|half| u64::from(u32::from_ne_bytes(*half)));
        return word_may_have_special(first << 32 | last);
    }
    bytes.iter().any(|&byte| is(SPECIAL, byte))
}

/// Bytes per block; a vector register holds them.
const BLOCK: usize = 16;

/// No early exit inside of a block, so that it compiles to vector comparisons.
#[inline]
fn block_has_special(block: &[u8; BLOCK]) -> bool {
    let found = block.iter().fold(0, |found, &byte| {
        // `[` and `{`, `]` and `}` differ in this bit alone.
        let folded = byte | 0x20;
        found
            | mask(byte == b'"')
            | mask(byte == b',')
            | mask(byte == b':')
            | mask(byte == b'\r')
            | mask(byte == b'\n')
            | mask(folded == b'{')
            | mask(folded == b'}')
    });
    found != 0
}

/// A comparison as the vector instructions give it.
#[inline]
fn mask(equal: bool) -> u8 {
    if equal { u8::MAX } else { 0 }
}

/// Whether one of the nine stands in eight bytes, or perhaps another control character.
#[inline]
fn word_may_have_special(word: u64) -> bool {
    let folded = fold_brackets(word);
    let marks = less(word, b'\r' + 1)
        | equal(word, b'"')
        | equal(word, b',')
        | equal(word, b':')
        | equal(folded, b'{')
        | equal(folded, b'}');
    marks != 0
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    #[test]
    fn every_search_finds_the_first_byte_of_its_class_at_every_distance() {
        for length in 0..70 {
            for at in 0..length {
                for byte in 0..=255_u8 {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let expected = |set: &[u8]| set.contains(&byte).then_some(at);
                    assert_eq!(special(&bytes), expected(b"\":,{}[]\r\n"));
                    assert_eq!(member_end(&bytes), expected(b",}").unwrap_or(length));
                    assert_eq!(item_end(&bytes), expected(b",]}").unwrap_or(length));
                    assert_eq!(quote(&bytes), expected(b"\""));
                    assert_eq!(colon(&bytes), expected(b":"));
                    assert_eq!(quote_or_backslash(&bytes), expected(b"\"\\"));
                }
            }
        }
    }
}
