//! The [`Binder`]: which value counts for each name of a request.

use alloc::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    string::String,
    vec::Vec,
};

use serde_core::{de::DeserializeOwned, ser::Serialize};

use super::{
    de::Values,
    error::{BadValue, BindError},
    given::Given,
    no_members::{AnyObject, without_members},
    over::Over,
    pairs, ser,
};
use crate::{
    error::Result,
    options::{Options, TextCase},
};

/// Where a value was sent, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Path,
    Query,
    Form,
}

/// Collects the values that a request has in its path, query and form, and makes the DTO of them.
///
/// A value of the query replaces one of the same name in the path, and one of the form both, in
/// whichever order they are given to the binder. Names are compared without regard to case. Within
/// the query, or within the form, the values of a name that stands more than once are joined by
/// commas. An empty value counts as not given (http.md, section 6).
///
/// ```
/// use jsv::{Options, query::Binder};
/// use serde::Deserialize;
///
/// #[derive(Deserialize, Debug, PartialEq)]
/// #[serde(rename_all = "PascalCase")]
/// struct Thing {
///     id: i32,
///     name: Option<String>,
///     ids: Vec<i32>,
/// }
///
/// let mut binder = Binder::new(&Options::new());
/// binder.path("Id", "4");
/// binder.query("name=a+b&ids=1&IDS=2,3&unknown=x");
/// binder.form("name=c%2Bd");
/// let thing: Thing = binder.bind()?;
/// assert_eq!(
///     thing,
///     Thing { id: 4, name: Some("c+d".into()), ids: vec![1, 2, 3] }
/// );
/// # Ok::<(), jsv::query::BindError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Binder {
    options: Options,
    values: Vec<Sent>,
    /// Where the value of a name stands in `values`; the name in small letters.
    places: BTreeMap<String, usize>,
    /// How many values were taken, which tells their order.
    count: usize,
    /// The names that a query or form may have though the target does not know them.
    ignored: &'static [&'static str],
}

/// The value that counts for a name.
#[derive(Debug, Clone)]
struct Sent {
    source: Source,
    order: usize,
    name: String,
    text: String,
}

impl Binder {
    /// A binder without values. Nested values are read by the options; members' names as
    /// [`Options::text_case`] says.
    pub fn new(options: &Options) -> Self {
        Self {
            options: options.clone(),
            values: Vec::new(),
            places: BTreeMap::new(),
            count: 0,
            ignored: &[],
        }
    }

    /// Adds a variable of the path, already decoded, under the name that the route has for it.
    pub fn path(&mut self, name: &str, value: &str) -> &mut Self {
        self.add(Source::Path, name, value);
        self
    }

    /// Adds the values of a query string, which stands without its `?`.
    pub fn query(&mut self, query: &str) -> &mut Self {
        for (name, value) in pairs::pairs(query) {
            self.add(Source::Query, &name, &value);
        }
        self
    }

    /// Adds the values of a form: a body of the type `application/x-www-form-urlencoded`.
    pub fn form(&mut self, body: &str) -> &mut Self {
        for (name, value) in pairs::pairs(body) {
            self.add(Source::Form, &name, &value);
        }
        self
    }

    /// Adds one field of a form as it is, as it comes in a body of the type
    /// `multipart/form-data`.
    pub fn form_field(&mut self, name: &str, value: &str) -> &mut Self {
        self.add(Source::Form, name, value);
        self
    }

    /// Whether no value was given, or empty ones alone.
    ///
    /// ```
    /// # use jsv::{Options, query::Binder};
    /// let mut binder = Binder::new(&Options::new());
    /// assert!(binder.query("name=").is_empty());
    /// assert!(!binder.query("name=x").is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Leaves values of these names out, in any case, if they are in the query or form and the target
    /// is a struct that has no such member: they are not meant for it. By
    /// [`Unknown::Error`](crate::Unknown::Error) they would be refused.
    ///
    /// ```
    /// # use jsv::{Options, Unknown, query::Binder};
    /// #[derive(serde::Deserialize)]
    /// struct Thing {
    ///     id: i32,
    /// }
    ///
    /// let mut binder = Binder::new(&Options::new().unknown(Unknown::Error));
    /// binder.query("id=7&format=jsv");
    /// assert!(binder.bind::<Thing>().is_err());
    /// binder.ignore_unknown(&["format", "callback"]);
    /// assert_eq!(binder.bind::<Thing>()?.id, 7);
    /// # Ok::<(), jsv::query::BindError>(())
    /// ```
    pub fn ignore_unknown(&mut self, names: &'static [&'static str]) {
        self.ignored = names;
    }

    fn add(&mut self, source: Source, name: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        self.count += 1;
        let sent = || Sent {
            source,
            order: self.count,
            name: name.into(),
            text: text.into(),
        };
        let place = match self.places.entry(self.folded(name)) {
            Entry::Occupied(place) => *place.get(),
            Entry::Vacant(place) => {
                place.insert(self.values.len());
                self.values.push(sent());
                return;
            }
        };
        let known = &mut self.values[place];
        if known.source == source {
            known.text.push(',');
            known.text.push_str(text);
        } else if known.source < source {
            *known = sent();
        }
    }

    /// A name as names are compared (jsv.md, section 7).
    fn folded(&self, name: &str) -> String {
        let mut folded = name.to_ascii_lowercase();
        if self.options.text_case == TextCase::Snake {
            folded.retain(|c| !matches!(c, '_' | '-'));
        }
        folded
    }

    /// Makes the DTO. It is a struct or a map; members without a value are what serde's `default`
    /// makes of them.
    ///
    /// # Errors
    ///
    /// Values that their members do not accept, all of them. If there is none: a member that has
    /// neither value nor default, or whatever else the target objects to.
    pub fn bind<T: DeserializeOwned>(&self) -> Result<T, BindError> {
        self.bind_with(Body::None)
    }

    /// Makes the DTO of a JSV body and the values, of which each replaces the body's member: the
    /// rule of ordinary routes. For that of predefined routes, see
    /// [`retain_unset`](Self::retain_unset).
    ///
    /// ```
    /// # use jsv::{Options, query::Binder};
    /// #[derive(serde::Deserialize, Debug, PartialEq)]
    /// #[serde(rename_all = "PascalCase")]
    /// struct Thing {
    ///     id: i32,
    ///     ids: Vec<i32>,
    /// }
    ///
    /// let mut binder = Binder::new(&Options::new());
    /// binder.path("Id", "4");
    /// let thing: Thing = binder.bind_over_jsv("{Id:9,Ids:[1,2]}")?;
    /// assert_eq!(thing, Thing { id: 4, ids: vec![1, 2] });
    /// # Ok::<(), jsv::query::BindError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`bind`](Self::bind). What is wrong with the body is the error's
    /// [`cause`](BindError::cause), and then no value is looked at.
    pub fn bind_over_jsv<T: DeserializeOwned>(&self, body: &str) -> Result<T, BindError> {
        self.bind_with(Body::Jsv(body))
    }

    /// As [`bind_over_jsv`](Self::bind_over_jsv), for a body in ServiceStack's JSON.
    ///
    /// # Errors
    ///
    /// As [`bind_over_jsv`](Self::bind_over_jsv).
    #[cfg(feature = "json")]
    pub fn bind_over_json<T: DeserializeOwned>(&self, body: &str) -> Result<T, BindError> {
        self.bind_with(Body::Json(body))
    }

    /// Drops the values of members that a body has set: those that are neither null nor the default
    /// of a type that cannot be null. This is the rule of predefined routes, where a query only
    /// fills what the body leaves open.
    ///
    /// ```
    /// # use jsv::{Options, query::Binder};
    /// #[derive(serde::Serialize, serde::Deserialize, Debug, PartialEq, Default)]
    /// #[serde(rename_all = "PascalCase", default)]
    /// struct Thing {
    ///     id: i32,
    ///     name: Option<String>,
    ///     note: Option<String>,
    /// }
    ///
    /// let body = "{Id:0,Name:b}";
    /// let mut binder = Binder::new(&Options::new());
    /// binder.query("id=7&name=q&note=n");
    /// binder.retain_unset(&jsv::from_str::<Thing>(body)?)?;
    ///
    /// let thing: Thing = binder.bind_over_jsv(body).unwrap();
    /// let expected = Thing { id: 7, name: Some("b".into()), note: Some("n".into()) };
    /// assert_eq!(thing, expected);
    /// # Ok::<(), jsv::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A DTO that cannot be written, as for [`to_string`](super::to_string).
    pub fn retain_unset<T: Serialize + ?Sized>(&mut self, body: &T) -> Result<()> {
        let mut set = BTreeSet::new();
        ser::each_member(body, &self.options, &mut |name, member| {
            if !member.is_default {
                set.insert(self.folded(name));
            }
        })?;
        let values = core::mem::take(&mut self.values);
        self.values = values
            .into_iter()
            .filter(|sent| !set.contains(&self.folded(&sent.name)))
            .collect();
        let names = self.values.iter().map(|sent| self.folded(&sent.name));
        self.places = names
            .enumerate()
            .map(|(place, name)| (name, place))
            .collect();
        Ok(())
    }

    fn may_be_unknown(&self, sent: &Sent) -> bool {
        let mut ignored = self.ignored.iter();
        sent.source != Source::Path && ignored.any(|name| name.eq_ignore_ascii_case(&sent.name))
    }

    fn bind_with<T: DeserializeOwned>(&self, body: Body<'_>) -> Result<T, BindError> {
        let mut sent: Vec<&Sent> = self.values.iter().collect();
        sent.sort_by_key(|sent| (sent.source, sent.order));
        let given: Vec<Given<'_>> = sent
            .iter()
            .map(|sent| Given::new(&sent.name, &sent.text, self.may_be_unknown(sent)))
            .collect();

        let mut values = Values::new(&given, &self.options);
        let mut bad = Vec::new();
        let mut read = body.read(&mut values, &self.options);
        // A target stops at its first error, so it is asked again for the values behind that one.
        loop {
            let error = match read {
                Ok(dto) if bad.is_empty() => return Ok(dto),
                Ok(_) => break,
                Err(error) => values.take_kept().unwrap_or(error),
            };
            let Some(refused) = values.skip_refused() else {
                if bad.is_empty() {
                    return Err(BindError::of_whole(error));
                }
                break;
            };
            bad.push(BadValue {
                name: refused.name.into(),
                value: refused.text.into(),
                error,
            });
            read = T::deserialize(&mut values);
        }
        Err(BindError {
            values: bad,
            cause: None,
        })
    }
}

/// The body of a request.
enum Body<'b> {
    None,
    Jsv(&'b str),
    #[cfg(feature = "json")]
    Json(&'b str),
}

impl<'b> Body<'b> {
    /// Reads the DTO from the body, with the values laid over it.
    fn read<T: DeserializeOwned>(self, values: &mut Values<'b>, options: &Options) -> Result<T> {
        if let Some(dto) = without_members() {
            return self.read_object(options).map(|_| dto);
        }
        match self {
            Self::None => T::deserialize(values),
            Self::Jsv(text) => options.read(text, |body| T::deserialize(Over { body, values })),
            #[cfg(feature = "json")]
            Self::Json(text) => {
                let mut body = crate::json::Deserializer::from_str(text, options);
                let over = Over {
                    body: &mut body,
                    values,
                };
                let dto = T::deserialize(over)?;
                body.end()?;
                Ok(dto)
            }
        }
    }

    /// Reads what a DTO without members is read from.
    fn read_object(self, options: &Options) -> Result<Option<AnyObject>> {
        match self {
            Self::None => Ok(None),
            Self::Jsv(text) => options.from_str(text),
            #[cfg(feature = "json")]
            Self::Json(text) => options.json().from_str(text),
        }
    }
}
