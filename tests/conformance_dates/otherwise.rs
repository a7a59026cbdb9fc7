//! What is on purpose other than recorded, and why: at the ends of .NET's years, and of texts in
//! forms that jsv.md, section 5 does not list.

/// The last tick of .NET's years.
const MAX_TICKS: i64 = 3_155_378_975_999_999_999;

/// 2001-01-01T10:20:30.
const INSTANT: i64 = 631_139_412_300_000_000;

/// A `DateTime` whose JSON is another than recorded.
pub struct WrittenOtherwise {
    pub zone: &'static str,
    pub ticks: i64,
    pub kind: &'static str,
    pub reference: &'static str,
    /// What is written here, `None` for an error.
    pub here: Option<&'static str>,
    pub why: &'static str,
}

/// All of json.md, "Deviations": none of them is of a machine in UTC.
pub const WRITTEN_OTHERWISE: &[WrittenOtherwise] = &[
    WrittenOtherwise {
        zone: "Europe/Berlin",
        ticks: 10_000_000,
        kind: "Local",
        reference: r#""\/Date(-62135596800000+0054)\/""#,
        here: None,
        why: "an instant before the year 1 is an error, not clamped",
    },
    WrittenOtherwise {
        zone: "Europe/Berlin",
        ticks: MAX_TICKS,
        kind: "Unspecified",
        reference: r#""\/Date(253402297200000-0000)\/""#,
        here: Some(r#""\/Date(253402300799999-0000)\/""#),
        why: "MaxValue is the same in every zone",
    },
    WrittenOtherwise {
        zone: "Europe/Berlin",
        ticks: MAX_TICKS,
        kind: "Local",
        reference: r#""\/Date(253402297200000+0100)\/""#,
        here: Some(r#""\/Date(253402300799999+0100)\/""#),
        why: "MaxValue is the same in every zone",
    },
];

/// What the pages say of a text that the reference reads otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer {
    /// Neither promised nor refused.
    Free,
    /// An error.
    Refused,
    /// This instant, in ticks.
    Instant(i64),
}
use Answer::{Free, Instant, Refused};

/// Texts on which this project may or must differ from what is recorded.
pub struct ReadOtherwise {
    pub texts: &'static [&'static str],
    /// The type, if it is one of the two alone.
    pub type_name: Option<&'static str>,
    pub answer: Answer,
    pub why: &'static str,
}

/// Texts read as either type.
const fn both(texts: &'static [&'static str], answer: Answer, why: &'static str) -> ReadOtherwise {
    ReadOtherwise {
        texts,
        type_name: None,
        answer,
        why,
    }
}

/// Texts read as one type.
const fn one(
    type_name: &'static str,
    texts: &'static [&'static str],
    answer: Answer,
    why: &'static str,
) -> ReadOtherwise {
    ReadOtherwise {
        texts,
        type_name: Some(type_name),
        answer,
        why,
    }
}

pub const READ_OTHERWISE: &[ReadOtherwise] = &[
    // Forms that section 5 does not list.
    both(&["2001-1-1"], Free, "digits missing"),
    both(&["2001-01-01T10:20:30.12345678Z"], Free, "eight decimals"),
    both(&["2001-01-01T10:20:30+0200"], Free, "offset without colon"),
    both(&["2001-01-01T10:20:30+02"], Free, "offset without minutes"),
    both(
        &[
            "2001-01-01T10:20",
            "2001-01-01T10:20Z",
            "2001-01-01T10:20+02:00",
        ],
        Free,
        "no seconds",
    ),
    both(&["2001-01-01T10"], Free, "no minutes"),
    both(&["02 Jan 2001"], Free, "a month's name"),
    both(
        &["2001-01-01Z", "2001-01-01+02:00"],
        Free,
        "a date alone with a zone",
    ),
    both(&[""], Free, "nothing"),
    both(&["/Date(978344430000+05:30)/"], Free, "offset with a colon"),
    // Forms that the pages refuse.
    one(
        "DateTimeOffset",
        &["01/02/2001"],
        Refused,
        "section 5: no day first",
    ),
    both(
        &["01/02/2001 10:20:30", "01/02/2001 10:20:30.123"],
        Refused,
        "section 5: day first with a time",
    ),
    both(
        &["Tue, 02 Jan 2001 10:20:30 GMT"],
        Refused,
        "section 5: RFC 1123 but under that format",
    ),
    // Instants that the reference loses.
    one(
        "DateTimeOffset",
        &["2001-01-01T10:20:30Z "],
        Instant(INSTANT),
        "section 1: white space around a scalar",
    ),
    one(
        "DateTime",
        &[
            "/Date(978344430000+0200)/",
            "\\/Date(978344430000+0200)\\/",
            "/Date(978344430000-0500)/",
            "/Date(978344430000+0530)/",
            "/Date(978344430000+0000)/",
        ],
        Instant(INSTANT),
        "section 10: the instant is kept",
    ),
    // The ends of .NET's years.
    both(
        &["/Date(253402300799999)/", "\\/Date(253402300799999)\\/"],
        Instant(MAX_TICKS),
        "year 9999: MaxValue reads back",
    ),
    one(
        "DateTime",
        &[
            "/Date(253402300799999+0200)/",
            "9999-12-31T23:59:59.9999999",
        ],
        Instant(MAX_TICKS),
        "year 9999: MaxValue reads back in every zone",
    ),
    one(
        "DateTime",
        &[
            "9999-12-31T23:59:59.9999999Z",
            "9999-12-31T23:59:59.9999999+00:00",
        ],
        Instant(MAX_TICKS),
        "year 9999: there clamped in local time",
    ),
    one(
        "DateTime",
        &["9999-12-31T23:59:59Z"],
        Instant(MAX_TICKS - 9_999_999),
        "year 9999: there clamped in local time",
    ),
    one(
        "DateTime",
        &[
            "/Date(-62135596800000-0200)/",
            "0001-01-01",
            "0001-01-01T00:00:00",
        ],
        Instant(0),
        "year 1: MinValue reads back in every zone",
    ),
    one(
        "DateTime",
        &["0001-01-01T00:00:00Z", "0001-01-01T00:00:00+02:00"],
        Instant(0),
        "year 1: there wrapped around or clamped, by zone",
    ),
];
