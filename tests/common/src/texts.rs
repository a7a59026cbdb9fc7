//! Any text, most of all one that a careless reader or writer might trip over.

use proptest::{collection, prelude::*, sample};

/// The nine characters that a text is quoted for.
pub const NINE: &[char] = &['"', ':', ',', '{', '}', '[', ']', '\r', '\n'];

/// Other characters that a careless reader or writer might trip over.
pub const OTHERS: &[char] = &[
    ' ',
    '\t',
    '\0',
    '\u{1}',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{2028}',
    '\u{feff}',
    '\u{fffd}',
    '\u{10ffff}',
    'å',
    '🦀',
    '\\',
    '\'',
    '/',
    '-',
    '+',
    '.',
    '_',
    '0',
    '1',
    'e',
    'a',
    'N',
    'T',
];

/// Any character.
pub fn any_char() -> BoxedStrategy<char> {
    prop_oneof![
        2 => sample::select(NINE),
        6 => sample::select(OTHERS),
        1 => any::<char>(),
    ]
    .boxed()
}

/// Any text.
pub fn any_text() -> BoxedStrategy<String> {
    let of = |chars: BoxedStrategy<char>, most: usize| {
        collection::vec(chars, 0..most).prop_map(String::from_iter)
    };
    prop_oneof![
        1 => Just(String::new()),
        4 => of(any_char().boxed(), 12),
        4 => of(sample::select(OTHERS).boxed(), 12),
        1 => of(sample::select(NINE).boxed(), 6),
        1 => of(sample::select(&['"', 'a'][..]).boxed(), 80),
        1 => sample::select(&["null", "True", "{}", "[]", "\"\"", "[\n", "{\n\t}", " ", "\t"][..])
            .prop_map(String::from),
    ]
    .boxed()
}
