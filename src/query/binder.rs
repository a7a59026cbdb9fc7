//! The [`Binder`]: which value counts for each name of a request.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use serde_core::de::DeserializeOwned;

use super::{
    de::{Given, Values},
    error::{BadValue, BindError},
    pairs,
};
use crate::options::{Options, TextCase};

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
        let Some(&place) = self.places.get(&self.folded(name)) else {
            self.places.insert(self.folded(name), self.values.len());
            self.values.push(sent());
            return;
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
        let mut sent: Vec<&Sent> = self.values.iter().collect();
        sent.sort_by_key(|sent| (sent.source, sent.order));
        let given: Vec<Given<'_>> = sent
            .iter()
            .map(|sent| Given::new(&sent.name, &sent.text))
            .collect();

        // A target stops at its first error, so it is asked again for the values behind that one.
        let mut bad = Vec::new();
        let mut values = Values::new(&given, &self.options);
        loop {
            let error = match T::deserialize(&mut values) {
                Ok(dto) if bad.is_empty() => return Ok(dto),
                Ok(_) => break,
                Err(error) => error,
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
        }
        Err(BindError {
            values: bad,
            cause: None,
        })
    }
}
