//! What each kind of error says: the line of `Display`, the category and the drawn report of texts
//! that cannot be read and of values that cannot be written, as snapshots to be read by people.

use std::{collections::BTreeMap, fmt, fmt::Write as _};

use jsv::{Duplicates, Error, Layout, Options, Unknown, Value};
use serde::{
    Deserialize, Serialize,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// The snapshot of a group: one block for each case.
#[derive(Default)]
struct Group(String);

impl Group {
    /// Reads a text that must be refused, with the default options.
    fn read<'de, T: Deserialize<'de>>(&mut self, title: &str, source: &'de str) {
        self.read_with::<T>(title, &Options::new(), source);
    }

    /// Reads a text that must be refused.
    fn read_with<'de, T: Deserialize<'de>>(
        &mut self,
        title: &str,
        options: &Options,
        source: &'de str,
    ) {
        match options.from_str::<T>(source) {
            Ok(_) => panic!("{title}\ninput: {source:?}\nexpected: an error\nactual: it reads"),
            Err(error) => self.note(title, &error, source),
        }
    }

    /// Reads bytes that must be refused.
    fn read_bytes(&mut self, title: &str, bytes: &[u8]) {
        match jsv::from_slice::<IgnoredAny>(bytes) {
            Ok(_) => panic!("{title}\ninput: {bytes:?}\nexpected: an error\nactual: it reads"),
            Err(error) => self.note(title, &error, &String::from_utf8_lossy(bytes)),
        }
    }

    /// Writes a value that must be refused.
    fn write<T: Serialize>(&mut self, title: &str, value: &T) {
        match jsv::to_string(value) {
            Ok(text) => panic!("{title}\nexpected: an error\nactual: {text:?}"),
            Err(error) => self.note(title, &error, ""),
        }
    }

    fn note(&mut self, title: &str, error: &Error, source: &str) {
        let report = error.report(source);
        assert!(
            report.ends_with('\n'),
            "{title}\nreport without a line break at its end: {report:?}"
        );
        let shown = match source.len() {
            0..300 => format!("{source:?}"),
            length => format!("a text of {length} bytes"),
        };
        writeln!(
            self.0,
            "== {title}\nsource:   {shown}\ndisplay:  {error}\ncategory: {:?}\n{report}",
            error.category(),
        )
        .unwrap();
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "only whether it reads matters")]
struct Customer {
    id: i32,
    #[serde(default)]
    name: String,
    address: Option<Address>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    scores: BTreeMap<String, i32>,
    #[serde(default)]
    active: bool,
    status: Option<Status>,
    grade: Option<char>,
    balance: Option<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "only whether it reads matters")]
struct Address {
    street: String,
    number: u8,
}

#[derive(Debug, Serialize, Deserialize)]
enum Status {
    New,
    Blocked,
    Since(i32),
    Between(i32, i32),
    Because { reason: String, code: u16 },
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
#[allow(dead_code, reason = "only whether it reads matters")]
struct Strict {
    id: i32,
    #[serde(alias = "Number")]
    no: Option<i32>,
}

/// The start of a customer in pretty layout.
const PRETTY: &str = "{\n\tId: 1,\n\tAddress: \n\t{\n\t\tStreet: \"Main, 1\"";

#[test]
fn brackets_that_do_not_match() {
    let mut group = Group::default();
    group.read::<Customer>("an object is never closed", "{Id:1,Name:Acme");
    group.read::<Customer>("an object ends after its bracket", "{");
    group.read::<Customer>("an object ends in a name", "{Id:1,Na");
    group.read::<Customer>("an object ends after a comma", "{Id:1,");
    group.read::<Customer>("an object ends after a quoted name", "{\"Id\"");
    group.read::<Customer>("an object ends after a colon", "{Id:1,Name:");
    group.read::<Customer>(
        "a nested object is never closed",
        "{Id:1,Address:{Street:a}",
    );
    group.read::<Vec<i32>>("a list is never closed", "[1,2");
    group.read::<Vec<i32>>("a list ends after its bracket", "[");
    group.read::<Vec<i32>>("a list ends after a comma", "[1,");
    group.read::<Customer>("a list inside a member is never closed", "{Id:1,Tags:[a,b}");
    group.read::<Vec<Customer>>("a brace closes a list", "[{Id:1},{Id:2}}");
    group.read::<Vec<String>>("a brace in an item", "[a,b}c]");
    group.read::<Customer>("a bracket closes an object", "{Id:1]");
    group.read::<Customer>("a bracket closes an object after a list", "{Id:1,Tags:[a]]");
    group.read::<Customer>("text after a list", "{Id:1,Tags:[a]b,Name:c}");
    group.read::<Vec<Customer>>("text after an object", "[{Id:1}{Id:2}]");
    group.read::<Customer>("text after the root", "{Id:1}x");
    group.read::<Customer>("a second root after a line break", "{Id:1}\n{Id:2}");
    group.read::<Customer>("a closing bracket too many", "{Id:1}}");
    insta::assert_snapshot!("brackets", group.0);
}

#[test]
fn quotes_that_do_not_match() {
    let mut group = Group::default();
    group.read::<String>("a root text is never closed", "\"abc");
    group.read::<String>("a lone quote", "\"");
    group.read::<String>("a doubled quote does not close", "\"abc\"\"");
    group.read::<Customer>(
        "a member's text is never closed",
        "{Id:1,Name:\"Acme,Tags:[a]}",
    );
    group.read::<Vec<String>>("an item's text is never closed", "[a,\"b,c]");
    group.read::<Customer>("a name is never closed", "{\"Id:1}");
    group.read::<BTreeMap<String, i32>>("a key is never closed", "{a:1,\"b:2}");
    group.read::<Customer>(
        "a quote opened lines earlier",
        "{\n\tId: 1,\n\tName: \"Acme\n\tSt. 1,\n\tTags: []\n}\n",
    );
    group.read::<String>("text after a root text", "\"a\"b");
    group.read::<Customer>("text after a member's text", "{Id:1,Name:\"Acme\" Inc}");
    group.read::<Vec<String>>("text after an item's text", "[\"a\"b]");
    group.read::<Customer>("a backslash does not escape", r#"{Id:1,Name:"a\"b"}"#);
    group.read::<Customer>("text after a quoted name", "{\"Id\"x:1}");
    group.read::<Customer>(
        "white space before a comma",
        "{Id:1,Name:\"Acme\" ,Active:y}",
    );
    insta::assert_snapshot!("quotes", group.0);
}

#[test]
fn names_and_keys() {
    let mut group = Group::default();
    group.read::<Customer>("an empty name", "{:1}");
    group.read::<Customer>("an empty name after a member", "{Id:1,:2}");
    group.read::<BTreeMap<String, i32>>("an empty key", "{:1}");
    group.read::<Customer>("a name without a colon", "{Id}");
    group.read::<Customer>("a second name without a colon", "{Id:1,Name}");
    group.read::<Customer>("a comma in a name", "{Id,1}");
    group.read::<Customer>("a bracket in a name", "{Tags[0]:1}");
    group.read::<Customer>("a quote in a name", "{I\"d\":1}");
    group.read::<Customer>("a line break in a name", "{I\nd:1}");
    group.read::<Customer>("a CR in a name", "{Id:1,Na\rme:1}");
    group.read::<Customer>("a list of names", "{Id:1,{Name:a}}");
    group.read::<Customer>("a trailing comma", "{Id:1,}");
    group.read::<Customer>("a trailing comma and white space", "{Id:1, }");
    group.read::<Customer>("two commas", "{Id:1,,Name:a}");
    group.read::<Customer>("a leading comma", "{,Id:1}");
    group.read::<BTreeMap<i32, i32>>("a key of the wrong type", "{1:1,two:2}");
    group.read::<BTreeMap<u8, i32>>("a key out of range", "{256:1}");
    group.read::<BTreeMap<char, i32>>("a key of two characters", "{ab:1}");
    group.read::<BTreeMap<bool, i32>>("a key that is no bool", "{\"\":1}");
    group.read::<BTreeMap<String, i32>>("the same key twice", "{a:1,b:2,\"a\":3}");
    group.read::<Customer>("the same name twice", "{Id:1,Name:a,id:2}");
    group.read::<Value>("the same key twice, without a type", "{A:{x:1,x:2}}");
    group.read_with::<Customer>(
        "an unknown name where that is an error",
        &Options::new().unknown(Unknown::Error),
        "{Id:1,Naem:a}",
    );
    group.read::<Vec<Strict>>("a name that the target refuses", "[{Id:1},{Id:1,Naem:a}]");
    group.read::<Strict>("an alias beside its name", "{Id:1,No:1,Number:2}");
    group.read::<Customer>("a missing member", "{Name:a}");
    group.read::<Customer>("a missing nested member", "{Id:1,Address:{Street:a}}");
    group.read::<Customer>("an empty object", "{}");
    insta::assert_snapshot!("names", group.0);
}

#[test]
fn shapes_that_the_target_does_not_take() {
    let mut group = Group::default();
    group.read::<Customer>("a scalar for an object", "abc");
    group.read::<Customer>("nothing for an object", "");
    group.read::<Customer>("white space for an object", " \n");
    group.read::<Customer>("empty text for an object", "\"\"");
    group.read::<Customer>("a list for an object", "[1]");
    group.read::<Vec<i32>>("an object for a list", "{a:1}");
    group.read::<Vec<i32>>("items without brackets", "1,2,3");
    group.read::<BTreeMap<String, i32>>("an entry without braces", "a:1");
    group.read::<Customer>("an object for an integer", "{Id:{a:1}}");
    group.read::<Vec<i32>>("a list for an integer", "[1,[2]]");
    group.read::<Vec<char>>("an object for a character", "[{a:1}]");
    group.read::<Customer>("a list for a bool", "{Id:1,Active:[True]}");
    group.read::<Customer>(
        "an object for text that is never closed",
        "{Id:1,Name:{a:[b}}",
    );
    group.read::<Customer>("a scalar for a nested object", "{Id:1,Address:Main Street}");
    group.read::<Customer>("a scalar for a nested list", "{Id:1,Tags:a}");
    group.read::<Customer>("nothing for a nested list", "{Id:1,Tags:,Name:a}");
    group.read::<Customer>("empty text for an optional object", "{Id:1,Address:\"\"}");
    group.read::<Customer>(
        "the word null for an optional object",
        "{Id:1,Address:null}",
    );
    group.read::<(i32, i32)>("a tuple too long", "[1,2,3]");
    group.read::<(i32, i32)>("a tuple too short", "[1]");
    group.read::<[i32; 2]>("an array from an empty list", "[]");
    group.read::<()>("a scalar for nothing", "x");
    group.read::<()>("an object for nothing", "{}");
    group.read::<Vec<&str>>("text that cannot be borrowed", "[a,\"b\"\"c\"]");
    group.read::<TakesOne>("more items than the target takes", "[1,2]");
    group.read::<TakesOneEntry>("more entries than the target takes", "{a:1,b:2}");
    group.read::<TakesOneMember>("more members than the target takes", "{a:1,b:2}");
    insta::assert_snapshot!("shapes", group.0);
}

#[test]
fn scalars_that_the_target_does_not_take() {
    let mut group = Group::default();
    group.read::<i32>("a root that is no integer", "abc");
    group.read::<i32>("a root of white space", "  ");
    group.read::<i32>("a quoted text that is no integer", "\"1,000\"");
    group.read::<i32>("the word null", "null");
    group.read::<Customer>("a member that is no integer", "{Id:x}");
    group.read::<Customer>("a member of nothing", "{Id:,Name:a}");
    group.read::<Customer>(
        "a nested member that is no integer",
        "{Id:1,Address:{Street:a,Number:b}}",
    );
    group.read::<Customer>(
        "a nested member out of range",
        "{Id:1,Address:{Street:a,Number:256}}",
    );
    group.read::<Vec<Customer>>(
        "deep in a list",
        "[{Id:1,Scores:{a:1}},{Id:2,Scores:{a:1,\"b.c\":x}}]",
    );
    group.read::<Vec<Vec<i32>>>("a list in a list", "[[1],[2,x]]");
    group.read::<Vec<i32>>("an item of nothing", "[1,,2]");
    group.read::<Vec<i32>>("a trailing comma in a list", "[1,2,]");
    group.read::<BTreeMap<String, i32>>("a map value", "{a:1,b:1.5}");
    group.read::<BTreeMap<String, i32>>("a map value below an empty key", "{\"\":x}");
    group.read::<i8>("too large for i8", "128");
    group.read::<u64>("a minus before an unsigned integer", "-1");
    group.read::<i128>(
        "too large for i128",
        "170141183460469231731687303715884105728",
    );
    group.read::<i128>("no i128", "1e9");
    group.read::<u128>(
        "too large for u128",
        "340282366920938463463374607431768211456",
    );
    group.read::<Customer>("no bool", "{Id:1,Active:maybe}");
    group.read::<Customer>("no character", "{Id:1,Grade:AB}");
    group.read::<char>("no character at all", "");
    group.read::<Customer>("no number", "{Id:1,Balance:1_000}");
    group.read::<Customer>("a decimal comma", "{Id:1,Balance:1,5}");
    group.read::<f32>("a number of another format", "0x1F");
    group.read::<Customer>("a half of a number in quotes", "{Id:1,Balance:\"1,,5\"}");
    group.read::<std::net::Ipv4Addr>("a text that its type refuses", "1.2.3");
    insta::assert_snapshot!("scalars", group.0);
}

#[test]
fn enums() {
    let mut group = Group::default();
    group.read::<Status>("no variant", "Gone");
    group.read::<Status>("nothing", "");
    group.read::<Status>("empty text", "\"\"");
    group.read::<Status>("a number beyond the variants", "9");
    group.read::<Status>("the number of a variant with data", "2");
    group.read::<Status>("a list", "[New]");
    group.read::<Status>("an empty object", "{}");
    group.read::<Status>("two members", "{Since:1,New:}");
    group.read::<Status>("an object of no variant", "{Gone:1}");
    group.read::<Status>("a variant with data by its name alone", "Since");
    group.read::<Status>("a variant without data as an object", "{New:1}");
    group.read::<Status>("a variant's payload", "{Since:x}");
    group.read::<Status>("a variant's payload too short", "{Between:[1]}");
    group.read::<Status>("a variant's payload of another shape", "{Between:{a:1}}");
    group.read::<Status>("a variant's payload too long", "{Between:[1,2,3]}");
    group.read::<Status>("a variant's member", "{Because:{reason:a,code:x}}");
    group.read::<Status>("a variant's missing member", "{Because:{reason:a}}");
    group.read::<Customer>(
        "below a member",
        "{Id:1,Status:{Because:{reason:a,code:70000}}}",
    );
    group.read::<Customer>("no variant below a member", "{Id:1,Status:Gone}");
    group.read::<Vec<Status>>("a variant that is never closed", "[New,{Since:1");
    group.read::<BTreeMap<String, Unit>>("an enum of one variant", "{a:Two}");
    group.read::<BTreeMap<String, Never>>("an enum without variants", "{a:Two}");
    insta::assert_snapshot!("enums", group.0);
}

#[test]
fn places_and_drawing() {
    let mut group = Group::default();
    group.read::<Customer>(
        "characters of several bytes before it",
        "{Id:1,Name:Åsa Öberg 🦀,Active:nej}",
    );
    group.read::<Customer>("tabs before it", "{Id:1,Name:a\tb\tc,Active:\tnej}");
    group.read::<Customer>(
        "a control character before it",
        "{Id:1,Name:\u{1}\u{7f}\u{0},Active:nej}",
    );
    group.read::<Customer>(
        "line breaks in quotes before it",
        "{Id:1,Name:\"a\nb\r\nc\",Active:nej}",
    );
    group.read::<Customer>("after a byte-order mark", "\u{FEFF}{Id:x}");
    let long = format!(
        "{{Id:1,Name:{},Active:nej,Tags:[{}]}}",
        "å".repeat(200),
        "b,".repeat(200)
    );
    group.read::<Customer>("within a long line", &long);
    let long = format!("{{Id:1,Tags:[{}],Active:nej}}", "b,".repeat(200));
    group.read::<Customer>("at the end of a long line", &long);
    let long = format!("{{Id:1,Name:\"{}\"x{}", "b,".repeat(200), "c".repeat(200));
    group.read::<Customer>("a quote opened far before", &long);
    let opened_far = format!("[\n{}1", "1,\n".repeat(120));
    group.read::<Vec<i32>>("a bracket opened many lines before", &opened_far);
    group.read_bytes("not UTF-8", b"{Id:1,Name:\xff}");
    group.read_bytes(
        "not UTF-8 on the second line",
        b"{\n\tName: \xc3\xa5\xc3\x28\n}",
    );
    group.read_bytes("UTF-8 that ends early", b"[a,\xf0\x9f\xa6");
    insta::assert_snapshot!("places", group.0);
}

#[test]
fn skipped_and_captured_text() {
    let mut group = Group::default();
    group.read::<Customer>(
        "a brace in a list of an unknown member",
        "{Id:1,Extra:[a}],Name:a}",
    );
    group.read::<Customer>(
        "a quote in an unknown member",
        "{Id:1,Extra:{a:\"b},Name:a}",
    );
    group.read::<Customer>(
        "text after a quote in an unknown member",
        "{Id:1,Extra:{a:[\"b\"c]},Name:a}",
    );
    group.read::<Customer>(
        "an empty name in an unknown member",
        "{Id:1,Extra:{a:1,:b}}",
    );
    group.read::<Customer>(
        "an unknown member that is never closed",
        "{Id:1,Extra:[{a:1},{b:2]}",
    );
    group.read::<Customer>("a captured text", "{Id:1,Name:[a}b],Tags:[]}");
    group.read::<Vec<String>>("a captured item", "[a,{b:1,}]");
    group.read::<IgnoredAny>("a skipped root", "[a,{b}]");
    group.read_with::<Customer>(
        "a member that does not count",
        &Options::new().duplicates(Duplicates::First),
        "{Id:1,Tags:[a],Tags:[\"b\"c]}",
    );
    group.read_with::<Customer>(
        "a member that does not count, since it stands again",
        &Options::new().duplicates(Duplicates::Last),
        "{Id:1,Tags:[\"b\"c],Tags:[a]}",
    );
    group.read_with::<BTreeMap<String, i32>>(
        "an entry that does not count",
        &Options::new().duplicates(Duplicates::First),
        "{a:1,a:{b}}",
    );
    insta::assert_snapshot!("skipped", group.0);
}

#[test]
fn layouts() {
    let mut group = Group::default();
    group.read::<Customer>(
        "pretty: no number",
        &format!("{PRETTY},\n\t\tNumber: x\n\t}}\n}}"),
    );
    group.read::<Customer>(
        "pretty: text after a quote",
        &format!("{PRETTY}x,\n\t\tNumber: 1\n\t}}\n}}"),
    );
    group.read::<Customer>(
        "pretty: never closed",
        &format!("{PRETTY},\n\t\tNumber: 1\n\t}}\n"),
    );
    group.read::<Customer>(
        "pretty: a comma at the end",
        &format!("{PRETTY},\n\t}}\n}}"),
    );
    group.read::<Customer>("pretty: no comma", "{\n\tId: 1\n\tName: a\n}");
    group.read::<Customer>(
        "pretty: no comma after a quote",
        "{\n\tName: \"a\"\n\tId: 1\n}",
    );
    group.read::<Customer>("pretty: a missing member", &format!("{PRETTY}\n\t}}\n}}"));
    group.read::<Customer>(
        "pretty: lines end in CR LF",
        &format!("{PRETTY},\n\t\tNumber: 300\n\t}}\n}}").replace('\n', "\r\n"),
    );
    group.read::<Customer>(
        "pretty: CR LF and text after a quote",
        "{\r\n\tName: \"a\"b,\r\n\tId: 1\r\n}\r\n",
    );
    group.read::<Customer>(
        "pretty: spaces for tabs",
        "{\n    Id: 1,\n    Tags: \n    [\n        a\n    ]\n}",
    );
    group.read::<Customer>("white space before the root", " {Id:1}");
    group.read::<Customer>("a line break before the root", "\n{Id:1}");
    group.read::<Customer>(
        "white space before an object",
        "{Id:1,Address: {Street:a,Number:1}}",
    );
    group.read::<Customer>("white space before a list", "{Id:1,Tags: [a,b]}");
    group.read::<Vec<Customer>>("white space before an item", "[{Id:1}, {Id:2}]");
    group.read::<Customer>("white space before a quote", "{Id:1,Balance: \"1,5\"}");
    group.read::<Customer>("white space before a closing brace", "{Id:1,Name:\"a\" }");
    group.read::<IgnoredAny>("typed by hand", "{ \"Id\": 1, \"Tags\": [\"a\", \"b\"] }");
    group.read::<IgnoredAny>(
        "typed by hand, loose would not do",
        "{ \"Id\": 1, \"Tags\": [\"a\" \"b\"] }",
    );
    let loose = Options::new().layout(Layout::Loose);
    group.read_with::<Customer>("loose: no number", &loose, "{ Id : 1 , Active : nej }");
    group.read_with::<Customer>(
        "loose: text after a quote",
        &loose,
        "{ Id : 1 , Name : \"a\" b }",
    );
    group.read_with::<Customer>("loose: no colon", &loose, "{ Id\n, Name : a }");
    group.read_with::<Customer>("loose: a comma at the end", &loose, "{ Id : 1 ,\n}");
    group.read_with::<Customer>(
        "loose: never closed",
        &loose,
        "{ Id : 1 , Tags : [ a ,\n b \n",
    );
    group.read_with::<Customer>("loose: nothing for an object", &loose, " \n ");
    group.read_with::<Customer>("loose: a text after the root", &loose, "{ Id : 1 } ; ");
    let compact = Options::new().layout(Layout::Compact);
    group.read_with::<Customer>("compact: a pretty text", &compact, "{\n\tId: 1\n}");
    insta::assert_snapshot!("layouts", group.0);
}

#[test]
fn levels() {
    let mut group = Group::default();
    let three = Options::new().max_depth(3);
    group.read_with::<Value>("lists", &three, "[[[[1]]]]");
    group.read_with::<Value>("a member", &three, "{a:{b:{c:{d:1}}}}");
    group.read_with::<IgnoredAny>("skipped", &three, "{a:[{b:[]}]}");
    group.read_with::<Customer>("an unknown member", &three, "{Id:1,Extra:[a,[[b]]]}");
    group.read_with::<Customer>("a captured text", &three, "{Id:1,Tags:[a,[[b]]]}");
    group.read_with::<Status>("a variant", &Options::new().max_depth(1), "{Between:[1,2]}");
    group.read::<IgnoredAny>("the default limit", &"[".repeat(200));
    insta::assert_snapshot!("levels", group.0);
}

#[test]
fn streams_and_types_with_errors_of_their_own() {
    let mut group = Group::default();
    let error = jsv::from_reader::<_, i32>(Broken).unwrap_err();
    group.note("a reader that fails", &error, "");
    let error = jsv::to_writer(Broken, &1).unwrap_err();
    group.note("a writer that fails", &error, "");
    group.read::<Vec<Even>>("a type's own refusal", "[2,3]");
    group.read::<BTreeMap<Even, i32>>("a key type's own refusal", "{2:1,3:1}");
    insta::assert_snapshot!("others", group.0);
}

#[test]
fn values_that_cannot_be_written() {
    let mut group = Group::default();
    group.write("a list as a key", &BTreeMap::from([(vec![1], 1)]));
    group.write("nothing as a key", &BTreeMap::from([(None::<i32>, 1)]));
    group.write("a tuple as a key", &[BTreeMap::from([((1, 2), 1)])]);
    group.write(
        "a tuple as a key below a member",
        &BTreeMap::from([("a", BTreeMap::from([((1, 2), 1)]))]),
    );
    group.write("too deep", &Levels(129));
    group.write(
        "a type's own refusal",
        &BTreeMap::from([("a:\"b\"", vec![Refuses])]),
    );
    group.write("below a variant", &Wrapper::Newtype(Refuses));
    group.write("below a tuple variant", &Wrapper::Tuple(Refuses, 1));
    group.write(
        "below a struct variant",
        &Wrapper::Struct { field: Refuses },
    );
    insta::assert_snapshot!("writing", group.0);
}

#[derive(Debug, Deserialize)]
enum Unit {
    #[allow(dead_code, reason = "only its name matters")]
    One,
}

#[derive(Debug, Deserialize)]
enum Never {}

/// An integer that says no to odd ones.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "i32")]
struct Even(i32);

impl TryFrom<i32> for Even {
    type Error = &'static str;

    fn try_from(number: i32) -> Result<Self, Self::Error> {
        match number % 2 {
            0 => Ok(Self(number)),
            _ => Err("odd"),
        }
    }
}

/// Takes one item and no more.
#[derive(Debug)]
struct TakesOne;

impl<'de> Deserialize<'de> for TakesOne {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(OneVisitor).map(|()| Self)
    }
}

/// Takes one entry and no more.
#[derive(Debug)]
struct TakesOneEntry;

impl<'de> Deserialize<'de> for TakesOneEntry {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OneVisitor).map(|()| Self)
    }
}

/// Takes one member and no more.
#[derive(Debug)]
struct TakesOneMember;

impl<'de> Deserialize<'de> for TakesOneMember {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_struct("One", &["a", "b"], OneVisitor)
            .map(|()| Self)
    }
}

struct OneVisitor;

impl<'de> Visitor<'de> for OneVisitor {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        items.next_element::<IgnoredAny>().map(drop)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        entries.next_entry::<IgnoredAny, IgnoredAny>().map(drop)
    }
}

struct Broken;

impl std::io::Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the line is dead"))
    }
}

impl std::io::Write for Broken {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the line is dead"))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// So many lists, one within the other.
struct Levels(usize);

impl Serialize for Levels {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            0 => serializer.serialize_unit(),
            levels => serializer.collect_seq([Levels(levels - 1)]),
        }
    }
}

/// Cannot be written.
struct Refuses;

impl Serialize for Refuses {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("will not be written"))
    }
}

#[derive(Serialize)]
enum Wrapper {
    Newtype(Refuses),
    Tuple(Refuses, i32),
    Struct { field: Refuses },
}

#[test]
fn an_error_may_be_one_of_io() {
    use std::io::{Error, ErrorKind};

    let cases = [
        ("[1", ErrorKind::UnexpectedEof),
        ("[1}", ErrorKind::InvalidData),
        ("[a]", ErrorKind::InvalidData),
    ];
    for (text, kind) in cases {
        let error = jsv::from_str::<Vec<i32>>(text).unwrap_err();
        let message = error.to_string();
        let error = Error::from(error);
        assert_eq!(error.kind(), kind, "{text}");
        assert_eq!(error.to_string(), message);
    }

    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let error = jsv::to_writer(Full, "a").unwrap_err();
    assert_eq!(Error::from(error).kind(), ErrorKind::StorageFull);
}
