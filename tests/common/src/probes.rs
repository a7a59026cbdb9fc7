//! The request DTOs of the probes, as the C# clients and the host have them.

use std::{collections::BTreeMap, fmt};

use jsv::{
    Value,
    dotnet::{Bytes, DateOnly, DateTime, DateTimeOffset, Decimal, Guid, TimeOnly, TimeSpan},
    operation::{Operation, Route},
};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};

use crate::types::{CustomerType, Perms};

macro_rules! dtos {
    ($($name:ident $routes:expr; {
        $($(#[$attribute:meta])* $field:ident as $member:literal: $type:ty,)*
    })*) => {$(
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        #[doc = concat!("`", stringify!($name), "`.")]
        pub struct $name {
            $(
                #[doc = concat!("`", $member, "`.")]
                $(#[$attribute])*
                #[serde(rename = $member)]
                pub $field: $type,
            )*
        }

        impl Operation for $name {
            type Response = ();
            const NAME: &'static str = stringify!($name);
            const ROUTES: &'static [Route] = $routes;
        }
    )*};
}

const fn any(path: &'static str) -> Route {
    Route::new(&[], path)
}

const fn prio(path: &'static str, priority: i32) -> Route {
    any(path).prioritized(priority)
}

type List<T> = Option<Vec<T>>;
type Dictionary<V> = Option<BTreeMap<String, V>>;

/// `Inner`, an object in others.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Inner {
    /// `Name`.
    pub name: Option<String>,
    /// `Zip`.
    pub zip: i32,
    /// `Tags`.
    pub tags: List<String>,
    /// `Child`.
    pub child: Option<Box<Inner>>,
}

/// The schema's enum with `EnumMember` texts, and the names that are read as well.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Wire {
    /// 0.
    #[serde(rename = "first value", alias = "First")]
    First,
    /// 1.
    #[serde(rename = "second:value", alias = "Second")]
    Second,
    /// 2.
    Third,
}

/// `CustomerType` as .NET has it: any number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kind(pub i32);

const KINDS: &[&str] = &["Internal", "Network", "External"];

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let index = u32::try_from(self.0).unwrap_or(u32::MAX);
        match KINDS.get(index as usize) {
            Some(name) => serializer.serialize_unit_variant("CustomerType", index, name),
            None => serializer.serialize_str(&self.0.to_string()),
        }
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("CustomerType", KINDS, KindVisitor)
    }
}

struct KindVisitor;

impl<'de> Visitor<'de> for KindVisitor {
    type Value = Kind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a CustomerType")
    }

    fn visit_enum<A: de::EnumAccess<'de>>(self, access: A) -> Result<Kind, A::Error> {
        let (kind, variant) = access.variant_seed(self)?;
        de::VariantAccess::unit_variant(variant)?;
        Ok(kind)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Kind, E> {
        i32::try_from(number).map(Kind).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Kind, E> {
        match (0..).zip(KINDS).find(|(_, name)| **name == text) {
            Some((number, _)) => Ok(Kind(number)),
            None => text.parse().map(Kind).map_err(E::custom),
        }
    }
}

impl<'de> de::DeserializeSeed<'de> for KindVisitor {
    type Value = Kind;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kind, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

dtos! {
    Search &[Route::new(&["GET"], "/search")]; {
        id as "Id": i32,
        name as "Name": Option<String>,
        flag as "Flag": bool,
        maybe as "Maybe": Option<bool>,
        num as "Num": Option<i32>,
        big as "Big": i64,
        money as "Money": Option<Decimal>,
        ratio as "Ratio": Option<f64>,
        letter as "Letter": Option<char>,
        when as "When": Option<DateTime>,
        offset as "Offset": Option<DateTimeOffset>,
        span as "Span": Option<TimeSpan>,
        day as "Day": Option<DateOnly>,
        clock as "Clock": Option<TimeOnly>,
        key as "Key": Option<Guid>,
        kind as "Kind": Option<CustomerType>,
        plain_kind as "PlainKind": CustomerType,
        perms as "Perms": Option<Perms>,
        ids as "Ids": List<i32>,
        tags as "Tags": List<String>,
        words as "Words": List<String>,
        grid as "Grid": List<Vec<i32>>,
        blob as "Blob": Option<Bytes>,
        inner as "Inner": Option<Inner>,
        inners as "Inners": List<Inner>,
        map as "Map": Dictionary<String>,
        counts as "Counts": Dictionary<i32>,
        any as "Any": Option<Value>,
        #[serde(with = "jsv::query::uri::option")]
        link as "Link": Option<String>,
        url_path as "URLPath": Option<String>,
    }

    Echo &[
        any("/r"), any("/echo"), any("/echo/{Id}"), any("/echo/{Id}/{Name}"),
        any("/files/{*Path}"), any("/json/whatever"), any("/jsv/whatever"), any("/csv/report"),
        any("/xmlish/report"), any("/anyverb"),
    ]; {
        id as "Id": i32,
        name as "Name": Option<String>,
        text as "Text": Option<String>,
        flag as "Flag": bool,
        maybe as "Maybe": Option<bool>,
        num as "Num": Option<i32>,
        big as "Big": Option<i64>,
        small as "Small": Option<u8>,
        money as "Money": Option<Decimal>,
        ratio as "Ratio": Option<f64>,
        letter as "Letter": Option<char>,
        when as "When": Option<DateTime>,
        offset as "Offset": Option<DateTimeOffset>,
        span as "Span": Option<TimeSpan>,
        day as "Day": Option<DateOnly>,
        clock as "Clock": Option<TimeOnly>,
        key as "Key": Option<Guid>,
        kind as "Kind": Option<Kind>,
        perms as "Perms": Option<Perms>,
        wire as "Wire": Option<Wire>,
        ids as "Ids": List<i32>,
        tags as "Tags": List<Option<String>>,
        words as "Words": List<Option<String>>,
        set as "Set": Option<std::collections::BTreeSet<String>>,
        kinds as "Kinds": List<Kind>,
        grid as "Grid": List<Vec<i32>>,
        blob as "Blob": Option<Bytes>,
        inner as "Inner": Option<Inner>,
        inners as "Inners": List<Inner>,
        map as "Map": Dictionary<Option<String>>,
        counts as "Counts": Dictionary<i32>,
        any as "Any": Option<serde_json::Value>,
        #[serde(with = "jsv::query::uri::option")]
        link as "Link": Option<String>,
        path as "Path": Option<String>,
    }

    NoRoute &[]; {
        id as "Id": i32, name as "Name": Option<String>, tags as "Tags": List<String>,
        inner as "Inner": Option<Inner>,
    }

    NoRouteVoid &[]; { id as "Id": i32, name as "Name": Option<String>, }

    NoRouteGet &[]; {
        id as "Id": i32, name as "Name": Option<String>, num as "Num": Option<i32>,
        flag as "Flag": bool, tags as "Tags": List<String>, inner as "Inner": Option<Inner>,
    }

    Thing &[any("/things/{Id}"), any("/things/{Id}/{Name}"), any("/things")]; {
        id as "Id": i32, name as "Name": Option<String>, note as "Note": Option<String>,
        ids as "Ids": List<i32>,
    }

    Docs &[any("/docs/{Path*}")]; {
        path as "Path": Option<String>, note as "Note": Option<String>,
    }

    Sets &[any("/sets/{Ids}")]; { ids as "Ids": List<i32>, key as "Key": Option<Guid>, }

    Keys &[any("/keys/{Key}/{When}/{Kind}")]; {
        key as "Key": Guid, when as "When": DateTime, kind as "Kind": CustomerType,
        maybe as "Maybe": Option<bool>,
    }

    TextPath &[any("/text/{Value}")]; { value as "Value": Option<String>, }

    PatchThing &[Route::new(&["PATCH"], "/things/{Id}")]; {
        id as "Id": i32, name as "Name": Option<String>,
    }

    GetOnly &[Route::new(&["GET"], "/getonly/{Id}")]; {
        id as "Id": i32, name as "Name": Option<String>,
    }

    AuthReq &[Route::new(&["POST"], "/auth")]; {
        name as "Name": Option<String>, bearer_token as "BearerToken": Option<String>,
        session_id as "SessionId": Option<String>, version as "Version": i32,
    }
}

macro_rules! prios {
    ($($name:ident $routes:expr;)*) => {
        dtos! {$( $name $routes; {
            x as "X": Option<String>, y as "Y": Option<String>,
        } )*}
    };
}

prios! {
    Prio1 &[any("/pa/{X}/{Y}"), prio("/pb/{X}", 10)];
    Prio2 &[any("/pc/{X}"), prio("/pd/{X}", 10)];
    Prio3 &[any("/pe/{X}"), any("/pf/{Y}")];
    Prio4 &[any("/pe/{X}"), prio("/pf/{Y}", 1)];
    Prio5 &[any("/longer/{X}"), any("/s/{X}")];
    Prio6 &[
        Route::new(&["GET"], "/pg"), Route::new(&["POST"], "/ph"), Route::new(&["PUT"], "/pi/{X}"),
    ];
    Prio7 &[prio("/p7a/{X}", 10), any("/p7b/{X}")];
    Prio8 &[prio("/p8a/{X}", -1), prio("/p8b/{X}", 1)];
    Prio9 &[prio("/p9a/{X}", 1), prio("/p9b/{X}", -1)];
    Prio10 &[prio("/p10aa/{X}", 5), prio("/p10b/{X}", 1), prio("/p10/{X}", 0)];
}
