//! [`TextCase`]: the case of names, and .NET's algorithm for it (jsv.md, section 7).

use alloc::string::String;

/// How the names of struct fields are written.
///
/// Only names of struct fields are changed, never the keys of a map, and only ASCII letters.
/// The algorithm is .NET's (jsv.md, section 7): Camel makes the first letter small and each
/// further capital of the leading run whose next character is a capital or the end; Snake is
/// Camel with each remaining capital as `_` and its small letter.
///
/// ```
/// use jsv::TextCase;
///
/// assert_eq!(TextCase::Camel.apply("IPAddress"), "ipAddress");
/// assert_eq!(TextCase::Snake.apply("MyID"), "my_i_d");
/// assert_eq!(TextCase::AsDeclared.apply("MyID"), "MyID");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum TextCase {
    /// The serde name, unchanged.
    #[default]
    AsDeclared,
    /// `MyName` becomes `myName`.
    Camel,
    /// `MyName` becomes `my_name`.
    Snake,
}

impl TextCase {
    /// The name in this case.
    pub fn apply(self, name: &str) -> String {
        let mut cased = String::with_capacity(name.len() + 4);
        push_cased(self, name, |c| cased.push(c));
        cased
    }
}

/// How many letters at the start of a name Camel makes small: the first, and each further capital
/// of the leading run whose next character is a capital or the end.
pub(crate) fn camel_letters(name: &[u8]) -> usize {
    let run = name.iter().take_while(|byte| byte.is_ascii_uppercase());
    match run.count() {
        // The last capital of a run is the first letter of the next word, if one follows.
        run if run > 1 && run < name.len() => run - 1,
        run => run,
    }
}

/// Gives the characters of `name` in the given case to `push`. Snake is Camel with each capital
/// that is left as `_` and its small letter.
fn push_cased(case: TextCase, name: &str, mut push: impl FnMut(char)) {
    let small = match case {
        TextCase::AsDeclared => 0,
        TextCase::Camel | TextCase::Snake => camel_letters(name.as_bytes()),
    };
    let (letters, rest) = name.split_at(small);
    letters
        .chars()
        .for_each(|letter| push(letter.to_ascii_lowercase()));
    push_rest_cased(case, rest, push);
}

/// As [`push_cased`], for what follows the letters that [`camel_letters`] counts.
pub(crate) fn push_rest_cased(case: TextCase, rest: &str, mut push: impl FnMut(char)) {
    for c in rest.chars() {
        if case == TextCase::Snake && c.is_ascii_uppercase() {
            push('_');
            push(c.to_ascii_lowercase());
        } else {
            push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TextCase::{self, Camel, Snake};

    #[test]
    fn names_are_cased_as_dotnet_does() {
        let cases: &[(TextCase, &str, &str)] = &[
            (Camel, "ID", "id"),
            (Camel, "IPAddress", "ipAddress"),
            (Camel, "MyID", "myID"),
            (Camel, "ABC1", "abC1"),
            (Camel, "URLs", "urLs"),
            (Camel, "UTF8", "utF8"),
            (Camel, "Name", "name"),
            (Camel, "A", "a"),
            (Camel, "", ""),
            (Camel, "already", "already"),
            (Snake, "MyID", "my_i_d"),
            (Snake, "User_Id", "user__id"),
            (Snake, "CompanyId", "company_id"),
            (Snake, "GLN", "gln"),
        ];
        for (case, name, expected) in cases {
            assert_eq!(case.apply(name), *expected, "{case:?} of {name:?}");
        }
    }
}
