//! Searching for the bytes that end a token: a table for the first bytes, then in blocks.
//!
//! Most tokens are short, so each search looks at the first bytes one by one, which costs less
//! than setting up a search in blocks, and only then goes on in blocks (memchr's, or a loop over
//! 16 bytes that compiles to vector instructions).

/// How many bytes are looked at one by one.
const SHORT: usize = 24;

/// A byte's classes, one bit each.
type Classes = u8;

/// One of the nine characters that a text must be quoted for: `"` `:` `,` `{` `}` `[` `]` CR LF.
const SPECIAL: Classes = 1;
/// Ends a bare scalar in braces: `,` `}`.
const ENDS_MEMBER: Classes = 1 << 1;
/// Ends a bare scalar in brackets, or is an error there: `,` `]` `}`.
const ENDS_ITEM: Classes = 1 << 2;

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
    table
};

#[inline]
fn is(class: Classes, byte: u8) -> bool {
    CLASSES[byte as usize] & class != 0
}

/// The first byte of the class within the first [`SHORT`] bytes.
#[inline]
fn find_short(class: Classes, bytes: &[u8]) -> Option<usize> {
    bytes.iter().take(SHORT).position(|&byte| is(class, byte))
}

/// Where a bare scalar in braces ends; at the end of the text if nothing ends it.
#[inline]
pub(super) fn member_end(bytes: &[u8]) -> usize {
    match find_short(ENDS_MEMBER, bytes) {
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
    match find_short(ENDS_ITEM, bytes) {
        Some(end) => end,
        None if bytes.len() <= SHORT => bytes.len(),
        None => memchr::memchr3(b',', b']', b'}', &bytes[SHORT..])
            .map_or(bytes.len(), |after| SHORT + after),
    }
}

/// The next quote.
#[inline]
pub(super) fn quote(bytes: &[u8]) -> Option<usize> {
    match bytes.iter().take(SHORT).position(|&byte| byte == b'"') {
        None if bytes.len() > SHORT => {
            memchr::memchr(b'"', &bytes[SHORT..]).map(|after| SHORT + after)
        }
        found => found,
    }
}

/// The first of the nine special characters.
#[inline]
pub(super) fn special(bytes: &[u8]) -> Option<usize> {
    if bytes.len() < BLOCK {
        return bytes.iter().position(|&byte| is(SPECIAL, byte));
    }
    special_in_blocks(bytes)
}

/// Bytes per block; a vector register holds them.
const BLOCK: usize = 16;

fn special_in_blocks(bytes: &[u8]) -> Option<usize> {
    let mut start = 0;
    while let Some(block) = bytes.get(start..start + BLOCK) {
        // No early exit inside of a block, so that it compiles to vector comparisons.
        let found = block.iter().fold(false, |found, &byte| {
            found
                | (byte == b'"')
                | (byte == b',')
                | (byte == b':')
                | (byte == b'\r')
                | (byte == b'\n')
                // `[` and `{`, `]` and `}` differ in this bit alone.
                | (byte | 0x20 == b'{')
                | (byte | 0x20 == b'}')
        });
        if found {
            break;
        }
        start += BLOCK;
    }
    let rest = &bytes[start..];
    rest.iter()
        .position(|&byte| is(SPECIAL, byte))
        .map(|at| start + at)
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
                }
            }
        }
    }
}
