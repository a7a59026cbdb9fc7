//! The text case of names: .NET's algorithm (jsv.md, section 7).

use crate::options::TextCase;

/// Gives the characters of `name` in the given case to `push`.
///
/// Camel: the first letter becomes small; each further capital of the leading run only if the
/// next character is a capital or the name ends. Snake: camel, then each capital becomes `_` and
/// the small letter.
pub(crate) fn push_cased(case: TextCase, name: &str, mut push: impl FnMut(char)) {
    if case == TextCase::AsDeclared {
        name.chars().for_each(push);
        return;
    }
    let mut in_leading_run = true;
    let mut chars = name.chars().enumerate().peekable();
    while let Some((index, c)) = chars.next() {
        in_leading_run &= c.is_ascii_uppercase();
        let next_is_small = chars
            .peek()
            .is_some_and(|(_, next)| !next.is_ascii_uppercase());
        if in_leading_run && (index == 0 || !next_is_small) {
            push(c.to_ascii_lowercase());
        } else if case == TextCase::Snake && c.is_ascii_uppercase() {
            push('_');
            push(c.to_ascii_lowercase());
        } else {
            push(c);
        }
        // A capital that keeps its case is the first letter of the next word: the run is over.
        in_leading_run &= index == 0 || !next_is_small;
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
