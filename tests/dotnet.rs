//! .NET's scalars other than dates: what is written, what is read, and what is an error.

use std::{
    collections::BTreeMap,
    fmt::{Debug, Display},
    str::FromStr,
};

use jsv::{
    Defaults, GuidFormat, Options,
    dotnet::{Bytes, Decimal, Guid, TimeOnly, TimeSpan, flags},
    error::Category,
};
use proptest::prelude::*;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};

/// A scalar of this file.
trait Scalar:
    Debug + PartialEq + Serialize + DeserializeOwned + Display + FromStr<Err = jsv::Error>
{
}

impl<T> Scalar for T where
    T: Debug + PartialEq + Serialize + DeserializeOwned + Display + FromStr<Err = jsv::Error>
{
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Boxed<T> {
    value: T,
    tail: String,
}

fn guid(text: &str) -> Guid {
    text.parse().unwrap()
}

fn span(ticks: i64) -> TimeSpan {
    TimeSpan::from_ticks(ticks)
}

fn time(ticks: u64) -> TimeOnly {
    TimeOnly::from_ticks(ticks).unwrap()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

// ---- tables -------------------------------------------------------------------------------------

/// Each value is written as its text, alone and wherever a value stands, and read back from it.
fn check_written<T: Scalar + Clone>(cases: &[(T, &str)]) {
    for (value, text) in cases {
        let bare = text.trim_matches('"');
        assert_eq!(jsv::to_string(value).unwrap(), *text, "{value:?}");
        assert_eq!(value.to_string(), bare, "{value:?} displayed");
        assert_eq!(bare.parse::<T>().unwrap(), *value, "{bare:?} parsed");
        check_read(&[(text, value.clone())]);

        let list = vec![Some(value.clone()), None, Some(value.clone())];
        let text_of_list = format!("[{text},,{text}]");
        assert_eq!(jsv::to_string(&list).unwrap(), text_of_list);
        assert_eq!(
            jsv::from_str::<Vec<Option<T>>>(&text_of_list).unwrap(),
            list
        );

        let built = jsv::to_value(value).unwrap();
        assert_eq!(built, jsv::Value::from(bare), "{value:?} as a value");
        assert_eq!(jsv::from_value::<T>(built).unwrap(), *value);
    }
}

/// Each text gives its value, bare as it stands here and in quotes, and with white space around it.
fn check_read<T: Scalar>(cases: &[(&str, T)]) {
    for (text, expected) in cases {
        let text = text.trim_matches('"');
        let quoted = format!("\"{text}\"");
        let white = format!("\" {text}\t\"");
        for form in [text, &*quoted, &*white] {
            if form.is_empty() {
                continue;
            }
            let read = jsv::from_str::<T>(form).map_err(|error| error.to_string());
            assert_eq!(read.as_ref(), Ok(expected), "{form:?}");
        }
        let member = format!("{{Value:{quoted},Tail:z}}");
        assert_eq!(
            jsv::from_str::<Boxed<T>>(&member).unwrap().value,
            *expected,
            "{member}"
        );
    }
}

/// Each text is an error with a place, whatever it stands in.
fn check_refused<T: Scalar>(texts: &[&str]) {
    for text in texts {
        let quoted = text.replace('"', "\"\"");
        let member = format!("{{Value:\"{quoted}\",Tail:z}}");
        let error = jsv::from_str::<Boxed<T>>(&member).map(|read| read.value);
        let error = error.expect_err(text);
        assert_eq!(error.category(), Category::Data, "{text:?}: {error}");
        assert_eq!(error.path().to_string(), "Value", "{text:?}: {error}");
        assert!(error.offset().is_some(), "{text:?}: {error}");
        assert!(text.parse::<T>().is_err(), "{text:?} parsed");
    }
}

#[test]
fn guids_are_32_digits() {
    check_written(&[
        (Guid::EMPTY, "00000000000000000000000000000000"),
        (
            guid("7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"),
            "7a1b2c3d4e5f60718293a4b5c6d7e8f9",
        ),
    ]);
}

#[test]
fn guids_are_read_in_four_forms_and_any_case() {
    let expected = Guid(uuid::Uuid::from_u128(
        0x7a1b2c3d_4e5f_6071_8293_a4b5c6d7e8f9,
    ));
    check_read(&[
        ("7a1b2c3d4e5f60718293a4b5c6d7e8f9", expected),
        ("7A1B2C3D4E5F60718293A4B5C6D7E8F9", expected),
        ("7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9", expected),
        ("7A1B2C3D-4e5f-6071-8293-A4B5C6D7E8F9", expected),
        ("(7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9)", expected),
    ]);
    let braces = r#""{7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9}""#;
    assert_eq!(jsv::from_str::<Guid>(braces).unwrap(), expected);
}

#[test]
fn other_forms_of_guids_are_errors() {
    check_refused::<Guid>(&[
        "",
        "abc",
        "null",
        "7a1b2c3d4e5f60718293a4b5c6d7e8f",
        "7a1b2c3d4e5f60718293a4b5c6d7e8f90",
        "7a1b2c3d4e5f60718293a4b5c6d7e8fg",
        "7a1b2c3d-4e5f-6071-8293a4b5c6d7e8f9",
        "7a1b-2c3d4e5f-6071-8293-a4b5c6d7e8f9",
        "7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f-",
        "{7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9)",
        "(7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9}",
        "{7a1b2c3d4e5f60718293a4b5c6d7e8f9}",
        "{(7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9)}",
        "urn:uuid:7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        "{0x7a1b2c3d,0x4e5f,0x6071,{0x82,0x93,0xa4,0xb5,0xc6,0xd7,0xe8,0xf9}}",
        "7a1b2c3d4e5f60718293a4b5c6d7eé9",
        "７a1b2c3d4e5f60718293a4b5c6d7e8",
    ]);
}

#[test]
fn guids_have_hyphens_by_option() {
    let hyphens = Options::new().guid(GuidFormat::D);
    let value = guid("7a1b2c3d4e5f60718293a4b5c6d7e8f9");
    let text = "7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
    assert_eq!(hyphens.to_string(&value).unwrap(), text);
    assert_eq!(
        hyphens.to_string(&BTreeMap::from([(value, 1)])).unwrap(),
        format!("{{{text}:1}}")
    );
    assert_eq!(
        hyphens.to_value(&value).unwrap(),
        jsv::Value::from(text),
        "as a value"
    );
    assert_eq!(hyphens.from_str::<Guid>(text).unwrap(), value);
}

#[test]
fn time_spans_are_written_in_parts() {
    check_written(&[
        (TimeSpan::ZERO, "PT0S"),
        (span(1), "PT0.0000001S"),
        (span(-1), "-PT0.0000001S"),
        (span(15_000_000), "PT1.5S"),
        (span(-905_000_000), "-PT1M30.5S"),
        (span(36_000_000_000), "PT1H"),
        (span(864_000_000_000), "P1D"),
        (span(-864_000_000_000), "-P1D"),
        (span(864_600_000_000), "P1DT1M"),
        (TimeSpan::MAX, "P10675199DT2H48M5.4775807S"),
        (TimeSpan::MIN, "-P10675199DT2H48M5.4775808S"),
    ]);
}

#[test]
fn time_spans_are_read_as_parts_a_clock_or_seconds() {
    check_read(&[
        ("PT90M", span(54_000_000_000)),
        ("PT36H", span(1_296_000_000_000)),
        ("PT1.12345678S", span(11_234_567)),
        ("01:02:03", span(37_230_000_000)),
        ("-1.02:03:04.5", span(-937_845_000_000)),
        ("00:01", span(600_000_000)),
        ("90", span(900_000_000)),
        ("-1.5", span(-15_000_000)),
    ]);
    check_refused::<TimeSpan>(&[
        "",
        "abc",
        "null",
        "P1Y",
        "P1M",
        "P1W",
        "PT1H1H",
        "PT1M1H",
        "P1.5D",
        "24:00:00",
        "00:60:00",
        "P10675199DT2H48M5.4775808S",
        "P99999999999999999999D",
        "922337203686",
        "1e2",
        "1,000",
    ]);
}

#[test]
fn times_of_day_are_spans_within_a_day() {
    check_written(&[
        (TimeOnly::MIN, "PT0S"),
        (time(452_967_890_000), "PT12H34M56.789S"),
        (TimeOnly::MAX, "PT23H59M59.9999999S"),
    ]);
    check_read(&[
        ("12:34:56.789", time(452_967_890_000)),
        ("0.00:00", TimeOnly::MIN),
        ("PT86399.9999999S", TimeOnly::MAX),
        ("60", time(600_000_000)),
    ]);
    check_refused::<TimeOnly>(&["", "abc", "PT24H", "P1D", "-PT1S", "24:00", "86400"]);
}

#[test]
fn debug_output_is_legible() {
    assert_eq!(format!("{:?}", span(15_000_000)), "PT1.5S");
    assert_eq!(format!("{:?}", time(36_005_000_000)), "01:00:00.5000000");
    let offset = jsv::dotnet::UtcOffset::from_minutes(-90).unwrap();
    assert_eq!(format!("{offset:?}"), "-01:30");
}

#[test]
fn decimals_keep_their_scale() {
    check_written(&[
        (Decimal::ZERO, "0"),
        (decimal("0.00"), "0.00"),
        (decimal("1.10"), "1.10"),
        (decimal("-1.5"), "-1.5"),
        (
            decimal("0.0000000000000000000000000001"),
            "0.0000000000000000000000000001",
        ),
        (Decimal::MAX, "79228162514264337593543950335"),
        (Decimal::MIN, "-79228162514264337593543950335"),
    ]);
    // Equal decimals may differ in scale, so that the texts are compared.
    for text in ["0", "0.0", "1", "1.0", "1.10", "-0.50", "100.000"] {
        let read = jsv::from_str::<Decimal>(text).unwrap();
        assert_eq!(jsv::to_string(&read).unwrap(), text);
    }
}

#[test]
fn decimals_are_read_as_doubles_are() {
    check_read(&[
        ("+1.5", decimal("1.5")),
        (".5", decimal("0.5")),
        ("5.", decimal("5")),
        ("1e2", decimal("100")),
        ("1E-05", decimal("0.00001")),
        ("007", decimal("7")),
        (
            "79228162514264337593543950335.4",
            decimal("79228162514264337593543950335"),
        ),
    ]);
    let grouped = jsv::from_str::<Decimal>(r#""1,234.5""#).unwrap();
    assert_eq!(grouped.to_string(), "1234.5");
    assert!(jsv::from_str::<Decimal>("1,234.5").is_err());
    check_refused::<Decimal>(&[
        "",
        "abc",
        "null",
        "NaN",
        "Infinity",
        "1d",
        "0x10",
        "1_000",
        "79228162514264337593543950336",
        "-1e29",
        "1e999999999",
        "1e99999999999999999999999999999999",
    ]);
}

#[test]
fn a_long_decimal_is_read_in_one_pass() {
    let zeros = "0".repeat(1_000_000);
    let small = jsv::from_str::<Decimal>(&format!("{zeros}1.5{zeros}1")).unwrap();
    assert_eq!(small.to_string(), "1.5000000000000000000000000000");
    let error = jsv::from_str::<Decimal>(&format!("1{zeros}")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "out of range for a decimal at line 1, column 1"
    );
}

#[test]
fn bytes_are_base64() {
    check_written(&[
        (Bytes::default(), "\"\""),
        (Bytes::from([0]), "AA=="),
        (Bytes::from([1, 2]), "AQI="),
        (Bytes::from([1, 2, 3]), "AQID"),
        (Bytes::from([0xff, 0xef, 0xbe]), "/+++"),
        // Four letters of base64, as any other.
        (Bytes::from([0x9e, 0xe9, 0x65]), "null"),
    ]);
    check_read(&[
        ("A Q\r\n\tI D", Bytes::from([1, 2, 3])),
        ("AQ = =", Bytes::from([1])),
    ]);
    check_refused::<Bytes>(&["AQ", "A", "AQI", "AQ=", "!!", "_-8=", "AQ==AQ==", "é"]);
}

#[test]
fn a_list_of_numbers_is_bytes() {
    for (text, expected) in [
        ("[]", &[][..]),
        ("[1,2,3]", &[1, 2, 3]),
        ("[255,\"0\"]", &[255, 0]),
    ] {
        let read = jsv::from_str::<Bytes>(text).unwrap();
        assert_eq!(*read, expected, "{text}");
        let value: jsv::Value = jsv::from_str(text).unwrap();
        assert_eq!(*jsv::from_value::<Bytes>(value).unwrap(), expected);
    }
    for text in ["[256]", "[-1]", "[a]", "[1,,2]", "[[1]]", "{a:1}", "[1"] {
        assert!(jsv::from_str::<Bytes>(text).is_err(), "{text}");
    }
}

#[test]
fn nothing_is_none_or_an_error() {
    fn check<T: Scalar>(target: &str) {
        let read = jsv::from_str::<Boxed<Option<T>>>("{Value:,Tail:z}").unwrap();
        assert_eq!(read.value, None);
        let read = jsv::from_str::<Boxed<Option<T>>>("{Tail:z}").unwrap();
        assert_eq!(read.value, None);
        let error = jsv::from_str::<Boxed<T>>("{Value:,Tail:z}").unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("expected {target}, found nothing at line 1, column 8, at Value")
        );
    }
    check::<Guid>("a Guid");
    check::<TimeSpan>("a TimeSpan");
    check::<TimeOnly>("a TimeOnly");
    check::<Decimal>("a decimal");
    check::<Bytes>("bytes in base64");
}

#[test]
fn empty_text_is_none_for_an_option_but_of_bytes() {
    fn read<T: Scalar>() -> Option<T> {
        let text = r#"{Value:"",Tail:z}"#;
        jsv::from_str::<Boxed<Option<T>>>(text).unwrap().value
    }
    assert_eq!(read::<Guid>(), None);
    assert_eq!(read::<TimeSpan>(), None);
    assert_eq!(read::<TimeOnly>(), None);
    assert_eq!(read::<Decimal>(), None);
    assert_eq!(read::<Bytes>(), Some(Bytes::default()));
}

#[test]
fn scalars_are_keys_of_maps() {
    fn check<T: Scalar + Ord + Clone>(key: T, text: &str) {
        let map = BTreeMap::from([(key, 1)]);
        assert_eq!(jsv::to_string(&map).unwrap(), text);
        assert_eq!(jsv::from_str::<BTreeMap<T, i32>>(text).unwrap(), map);
    }
    check(
        guid("7a1b2c3d4e5f60718293a4b5c6d7e8f9"),
        "{7a1b2c3d4e5f60718293a4b5c6d7e8f9:1}",
    );
    check(span(15_000_000), "{PT1.5S:1}");
    check(time(36_000_000_000), "{PT1H:1}");
    check(decimal("1.50"), "{1.50:1}");
    check(Bytes::from([1]), "{AQ==:1}");
}

#[test]
fn defaults_are_left_out_by_option() {
    #[derive(Serialize, Default)]
    struct All {
        guid: Guid,
        span: TimeSpan,
        time: TimeOnly,
        decimal: Decimal,
        bytes: Bytes,
        #[serde(with = "flags")]
        perms: Perms,
        some: Option<TimeSpan>,
    }
    let all = All {
        some: Some(TimeSpan::ZERO),
        decimal: decimal("0.00"),
        ..All::default()
    };
    let written = |defaults| Options::new().defaults(defaults).to_string(&all).unwrap();
    assert_eq!(
        written(Defaults::Omit),
        r#"{bytes:"",perms:0,some:PT0S}"#,
        "bytes are a reference type, and enums are not left out"
    );
    assert_eq!(
        written(Defaults::OmitGuidAndDateTime),
        r#"{span:PT0S,time:PT0S,decimal:0.00,bytes:"",perms:0,some:PT0S}"#
    );
}

// ---- flags --------------------------------------------------------------------------------------

bitflags::bitflags! {
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
    struct Perms: i32 {
        const NONE = 0;
        const READ = 1;
        const WRITE = 2;
        const ADMIN = 4;
        const READ_ALL = 16;
    }
}

bitflags::bitflags! {
    #[derive(Debug, Clone, Copy, PartialEq)]
    struct Wide: u64 {
        const LOW = 1;
        const HIGH = 1 << 63;
    }
}

macro_rules! serde_of_flags {
    ($($type:ty)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                flags::serialize(self, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                flags::deserialize(deserializer)
            }
        }
    )*};
}

serde_of_flags!(Perms Wide);

#[test]
fn flags_are_their_number() {
    for (bits, text) in [(0, "0"), (3, "3"), (8, "8"), (-1, "-1")] {
        let perms = Perms::from_bits_retain(bits);
        assert_eq!(jsv::to_string(&perms).unwrap(), text);
        assert_eq!(jsv::from_str::<Perms>(text).unwrap(), perms);
        assert_eq!(serde_json::to_string(&perms).unwrap(), text);
        assert_eq!(serde_json::from_str::<Perms>(text).unwrap(), perms);
        let value = jsv::to_value(&perms).unwrap();
        assert_eq!(jsv::from_value::<Perms>(value).unwrap(), perms);
        let key = BTreeMap::from([(perms, 1)]);
        assert_eq!(jsv::to_string(&key).unwrap(), format!("{{{text}:1}}"));
        assert_eq!(
            jsv::from_str::<BTreeMap<Perms, i32>>(&format!("{{{text}:1}}")).unwrap(),
            key
        );
        let bytes = postcard::to_allocvec(&perms).unwrap();
        assert_eq!(bytes, postcard::to_allocvec(&i64::from(bits)).unwrap());
        assert_eq!(postcard::from_bytes::<Perms>(&bytes).unwrap(), perms);
    }
    let wide = Wide::HIGH | Wide::LOW;
    assert_eq!(jsv::to_string(&wide).unwrap(), "9223372036854775809");
    assert_eq!(jsv::from_str::<Wide>("9223372036854775809").unwrap(), wide);
    let json = serde_json::to_string(&wide).unwrap();
    assert_eq!(serde_json::from_str::<Wide>(&json).unwrap(), wide);
    assert!(serde_json::from_str::<Wide>("-1").is_err());
    let bytes = postcard::to_allocvec(&wide).unwrap();
    assert_eq!(postcard::from_bytes::<Wide>(&bytes).unwrap(), wide);
}

#[test]
fn flags_are_read_by_their_names() {
    let infer = Options::new().untyped(jsv::Untyped::Infer);
    let cases = [
        ("Read", Perms::READ),
        ("READ", Perms::READ),
        ("none", Perms::NONE),
        ("\"Read,Write\"", Perms::READ | Perms::WRITE),
        ("\"Read , write\"", Perms::READ | Perms::WRITE),
        ("\" admin\"", Perms::ADMIN),
        ("ReadAll", Perms::READ_ALL),
        ("read_all", Perms::READ_ALL),
        ("\"3\"", Perms::READ | Perms::WRITE),
        ("\" 3\"", Perms::READ | Perms::WRITE),
    ];
    for (text, expected) in cases {
        for options in [&Options::new(), &infer] {
            let read = options.from_str::<Perms>(text);
            assert_eq!(
                read.map_err(|error| error.to_string()),
                Ok(expected),
                "{text}"
            );
        }
        let json = format!("\"{}\"", text.trim_matches('"'));
        assert_eq!(serde_json::from_str::<Perms>(&json).unwrap(), expected);
    }
    for text in [
        "",
        "\"\"",
        "Read|Write",
        "Rea",
        "Reads",
        "R_ead",
        "\"Read,\"",
        "\",Read\"",
        "\"Read,,Write\"",
        "\"Read,2\"",
        "+1",
        "1.0",
        "2147483648",
        "-2147483649",
        "340282366920938463463374607431768211456",
        "null",
        "[1]",
        "{a:1}",
    ] {
        for options in [&Options::new(), &infer] {
            assert!(options.from_str::<Perms>(text).is_err(), "{text}");
        }
    }
    assert_eq!(
        jsv::from_str::<Perms>("secret").unwrap_err().to_string(),
        "text that is not the number or the names of flags at line 1, column 1"
    );
    for json in [
        "\"\"",
        "null",
        "1.5",
        "2147483648",
        "true",
        "[1]",
        "\"Read|Write\"",
    ] {
        assert!(serde_json::from_str::<Perms>(json).is_err(), "{json}");
    }
}

#[test]
fn errors_say_what_was_expected_and_not_what_stood_there() {
    fn check<T: Debug + DeserializeOwned>(text: &str, message: &str) {
        let error = jsv::from_str::<T>(text).unwrap_err().to_string();
        let place = " at line 1, column 1";
        assert_eq!(error.strip_suffix(place).unwrap_or(&error), message);
    }
    check::<Guid>("hunter2", "not a valid Guid");
    check::<Bytes>("hunter2", "not valid bytes in base64");
    check::<Perms>(
        "hunter2",
        "text that is not the number or the names of flags",
    );
}

#[test]
fn an_option_of_flags_may_be_missing() {
    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    struct Optional {
        #[serde(default, with = "flags::option")]
        perms: Option<Perms>,
    }
    let none = Optional::default();
    let zero = Optional {
        perms: Some(Perms::NONE),
    };
    let omit = Options::new().defaults(Defaults::Omit);
    assert_eq!(omit.to_string(&zero).unwrap(), "{perms:0}");
    assert_eq!(omit.to_string(&none).unwrap(), "{}");
    for (text, expected) in [
        ("{}", &none),
        ("{perms:}", &none),
        ("{perms:\"\"}", &none),
        ("{perms:None}", &zero),
    ] {
        assert_eq!(
            jsv::from_str::<Optional>(text).unwrap(),
            *expected,
            "{text}"
        );
    }
    for value in [&none, &zero] {
        let json = serde_json::to_string(value).unwrap();
        assert_eq!(serde_json::from_str::<Optional>(&json).unwrap(), *value);
        let bytes = postcard::to_allocvec(value).unwrap();
        assert_eq!(postcard::from_bytes::<Optional>(&bytes).unwrap(), *value);
    }
}

// ---- types of other crates ----------------------------------------------------------------------

#[test]
fn fields_of_other_crates_types_are_scalars() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct License {
        #[serde(with = "jsv::dotnet::with::guid")]
        id: uuid::Uuid,
        #[serde(default, with = "jsv::dotnet::with::guid::option")]
        owner: Option<uuid::Uuid>,
        #[serde(with = "jsv::dotnet::with::decimal")]
        price: rust_decimal::Decimal,
        #[serde(default, with = "jsv::dotnet::with::decimal::option")]
        rebate: Option<rust_decimal::Decimal>,
    }
    let id = uuid::Uuid::from_u128(0x7a1b2c3d_4e5f_6071_8293_a4b5c6d7e8f9);
    let price = rust_decimal::Decimal::new(110, 2);
    let licenses = [
        (
            License {
                id,
                owner: None,
                price,
                rebate: None,
            },
            "{id:7a1b2c3d4e5f60718293a4b5c6d7e8f9,price:1.10}",
        ),
        (
            License {
                id,
                owner: Some(uuid::Uuid::nil()),
                price,
                rebate: Some(price),
            },
            "{id:7a1b2c3d4e5f60718293a4b5c6d7e8f9,owner:00000000000000000000000000000000,\
             price:1.10,rebate:1.10}",
        ),
    ];
    for (license, text) in licenses {
        assert_eq!(jsv::to_string(&license).unwrap(), text);
        assert_eq!(jsv::from_str::<License>(text).unwrap(), license);
        let json = serde_json::to_string(&license).unwrap();
        assert_eq!(serde_json::from_str::<License>(&json).unwrap(), license);
        let bytes = postcard::to_allocvec(&license).unwrap();
        assert_eq!(postcard::from_bytes::<License>(&bytes).unwrap(), license);
    }
    let empty = r#"{id:7a1b2c3d4e5f60718293a4b5c6d7e8f9,owner:"",price:"1,000",rebate:""}"#;
    let read: License = jsv::from_str(empty).unwrap();
    assert_eq!((read.owner, read.rebate), (None, None));
}

// ---- properties ---------------------------------------------------------------------------------

/// So many cases. A failure is not noted in a file but to become a test of its own.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Written and read it is the same, alone, as a member, by display, and in JSON by other means.
fn check_round_trip<T: Scalar + Clone>(value: T) {
    let text = jsv::to_string(&value).unwrap();
    assert_eq!(jsv::from_str::<T>(&text).unwrap(), value, "{text}");
    assert_eq!(value.to_string().parse::<T>().unwrap(), value, "{value}");
    let json = serde_json::to_string(&value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
    let boxed = Boxed {
        value: Some(value),
        tail: "z".to_owned(),
    };
    let text = jsv::to_string_pretty(&boxed).unwrap();
    assert_eq!(jsv::from_str::<Boxed<Option<T>>>(&text).unwrap(), boxed);
}

/// No text makes reading panic, and what was read is written so that it reads back.
fn check_any_text<T: Scalar + Clone>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        check_round_trip(value);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn guids_read_back(bits: u128) {
        check_round_trip(Guid(uuid::Uuid::from_u128(bits)));
    }

    #[test]
    fn time_spans_read_back(ticks: i64, shift in 0..64) {
        check_round_trip(span(ticks >> shift));
    }

    #[test]
    fn times_of_day_read_back(ticks in 0..864_000_000_000_u64) {
        check_round_trip(time(ticks));
    }

    #[test]
    fn decimals_read_back_with_their_scale(
        mantissa in 0_u128..1 << 96,
        shift in 0..97,
        scale in 0..=28_u32,
        negative: bool,
    ) {
        let mantissa = mantissa.checked_shr(shift as u32).unwrap_or(0) as i128;
        let mantissa = if negative { -mantissa } else { mantissa };
        let value = rust_decimal::Decimal::from_i128_with_scale(mantissa, scale);
        check_round_trip(Decimal(value));
        prop_assert_eq!(Decimal(value).to_string(), value.to_string());
        let read: Decimal = jsv::from_str(&value.to_string()).unwrap();
        prop_assert_eq!((read.mantissa(), read.scale()), (mantissa, scale));
    }

    /// Against a second opinion, which has no exponents.
    #[test]
    fn decimals_are_rounded_half_to_even(text in "[0-9]{0,31}[05]?\\.[0-9]{0,31}(5|50|49|51)?") {
        let read = text.parse::<Decimal>();
        prop_assert_eq!(read.map(|read| read.to_string()).ok(), rounded(&text));
    }

    #[test]
    fn bytes_read_back(bytes: Vec<u8>) {
        check_round_trip(Bytes(bytes));
    }

    #[test]
    fn flags_read_back(bits: i32, wide: u64) {
        let text = jsv::to_string(&Perms::from_bits_retain(bits)).unwrap();
        prop_assert_eq!(jsv::from_str::<Perms>(&text).unwrap().bits(), bits);
        let text = jsv::to_string(&Wide::from_bits_retain(wide)).unwrap();
        prop_assert_eq!(jsv::from_str::<Wide>(&text).unwrap().bits(), wide);
    }

    #[test]
    fn no_text_makes_reading_panic(
        text in prop_oneof![
            "[-+PTDHMSWY:.,0-9eE {}()a-f]{0,40}",
            "-?P([0-9]{1,20}D)?(T([0-9]{1,20}H)?([0-9]{1,20}M)?([0-9]{1,20}(\\.[0-9]{0,9})?S)?)?",
            "-?([0-9]{1,9}\\.)?[0-2]?[0-9]:[0-6]?[0-9](:[0-6][0-9](\\.[0-9]{0,9})?)?",
            "[-+]?[0-9,]{0,32}\\.?[0-9]{0,32}([eE][-+]?[0-9]{0,20})?",
            "[A-Za-z0-9+/= ]{0,20}",
            ".{0,40}",
        ],
    ) {
        check_any_text::<Guid>(&text);
        check_any_text::<TimeSpan>(&text);
        check_any_text::<TimeOnly>(&text);
        check_any_text::<Decimal>(&text);
        check_any_text::<Bytes>(&text);
        let _ = jsv::from_str::<Perms>(&text);
    }
}

/// The text of the decimal that digits with a point are rounded to, found digit by digit: from the
/// finest scale on, the first whose number fits in 96 bits. `None` if there is none.
fn rounded(text: &str) -> Option<String> {
    let (whole, decimals) = text.split_once('.').unwrap();
    if whole.is_empty() && decimals.is_empty() {
        return None;
    }
    for scale in (0..=decimals.len().min(28)).rev() {
        let (kept, cut) = decimals.split_at(scale);
        let digits = format!("{whole}{kept}");
        let digits = digits.trim_start_matches('0');
        if digits.len() > 30 {
            continue;
        }
        let mut number: u128 = format!("0{digits}").parse().unwrap();
        let half = format!("5{}", "0".repeat(cut.len().saturating_sub(1)));
        number += match cut.cmp(&half) {
            _ if cut.is_empty() => 0,
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => number % 2,
            std::cmp::Ordering::Greater => 1,
        };
        if number < 1 << 96 {
            let digits = format!("{number:0>width$}", width = scale + 1);
            let (whole, decimals) = digits.split_at(digits.len() - scale);
            let point = if scale > 0 { "." } else { "" };
            return Some(format!("{whole}{point}{decimals}"));
        }
    }
    None
}
