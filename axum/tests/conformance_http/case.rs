//! A line with our answer, and what its request means by the pages: read from its text without the
//! server's side.

use std::collections::BTreeMap;

use jsv::{
    Format, Options, Value,
    dto::{
        bokamera::{CreateAxemaUserSync, CreateLicense, UpdateCustomer},
        customers::BatchRegisterCustomers,
    },
    negotiate::{Head, Policy, Predefined, negotiate},
    operation::Operation,
    query::{Binder, Template},
};
use jsv_host::services;
use jsv_tests_common::probes::Echo;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    compare::Answer,
    host::Host,
    probes,
    recorded::{Line, Sent},
};

/// What a check says: nothing, or what is otherwise than the page has it.
pub type Outcome = Result<(), String>;

/// A line that is answered otherwise.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub line: &'a Line,
    pub ours: &'a Answer,
    pub host: &'a Host,
}

/// An outcome by a condition.
pub fn ensure(holds: bool, what: impl Into<String>) -> Outcome {
    if holds { Ok(()) } else { Err(what.into()) }
}

/// Both are equal.
pub fn equal<T: PartialEq + std::fmt::Debug>(what: &str, expected: T, actual: T) -> Outcome {
    let is_equal = expected == actual;
    ensure(
        is_equal,
        format!("{what}: expected {expected:?}, found {actual:?}"),
    )
}

impl<'a> Case<'a> {
    pub fn sent(&self) -> &'a Sent {
        &self.line.sent
    }

    pub fn recorded(&self) -> &'a Answer {
        &self.line.answer
    }

    pub fn options(&self) -> &'a Options {
        &self.host.options
    }

    /// The same host's answer to another request.
    pub fn ask(&self, change: impl FnOnce(&mut Sent)) -> Answer {
        let mut sent = self.sent().clone();
        change(&mut sent);
        self.host.ask(&sent)
    }

    /// The predefined route of the request.
    pub fn predefined(&self) -> Option<Predefined<'a>> {
        let head = Head::new(self.sent().path());
        negotiate(Policy::ServiceStack, &head).unwrap().predefined
    }

    /// The values of the query by name, those of a name joined by commas.
    pub fn query(&self) -> BTreeMap<String, String> {
        jsv::query::from_str(self.sent().query()).unwrap()
    }

    /// The format of the body, if it is one of this crate's.
    pub fn body_format(&self) -> Option<Format> {
        if let Some(route) = self.predefined() {
            return route.offer.format();
        }
        Format::from_content_type(self.sent().header("Content-Type")?)
    }

    /// The name of the operation that is asked for.
    fn operation(&self) -> String {
        const ROUTES: [(&str, &str); 4] = [
            ("/customers/", UpdateCustomer::NAME),
            ("/licenses/company", CreateLicense::NAME),
            ("/sync/customers/batch", BatchRegisterCustomers::NAME),
            ("/codelock/axema/usersync", CreateAxemaUserSync::NAME),
        ];
        if let Some(route) = self.predefined() {
            return route.operation.into_owned();
        }
        let path = self.sent().path();
        let found = ROUTES.iter().find(|(start, _)| path.starts_with(start));
        found.map_or(Echo::NAME, |(_, name)| name).to_owned()
    }

    /// The body read as a type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, jsv::Error> {
        let format = self.body_format().expect("a body in JSON or JSV");
        let body = self.sent().body.as_deref().unwrap_or_default();
        format.from_slice(body, self.options())
    }

    /// The DTO of the body, with the values of path and query over it.
    fn bound<T: Operation + Serialize + DeserializeOwned>(&self) -> Result<T, jsv::Error> {
        let read: T = self.read()?;
        let mut binder = Binder::new(self.options());
        let is_predefined = self.predefined().is_some();
        if !is_predefined {
            for (name, value) in variables(T::ROUTES, self.sent().path()).unwrap_or_default() {
                binder.path(name, &value);
            }
        }
        binder.query(self.sent().query());
        if is_predefined {
            binder.retain_unset(&read)?;
        }
        let body = std::str::from_utf8(self.sent().body.as_deref().unwrap()).unwrap();
        let bound = match self.body_format() {
            Some(Format::Json) => binder.bind_over_json(body),
            _ => binder.bind_over_jsv(body),
        };
        Ok(bound.unwrap())
    }

    /// What the service answers to the body as it is read from its text: the whole tree, but of
    /// `Echo` the member `Got`.
    fn expected(&self) -> Result<Value, jsv::Error> {
        let is_json = self
            .sent()
            .header("Content-Type")
            .is_some_and(probes::is_json);
        let got = |echo| probes::got(echo, is_json);
        if self.predefined().is_some_and(|route| route.is_list) {
            let echoes: Vec<Echo> = self.read()?;
            return Ok(self.tree(&echoes.into_iter().map(got).collect::<Vec<_>>()));
        }
        Ok(match self.operation().as_str() {
            UpdateCustomer::NAME => self.tree(&services::update(self.bound()?)),
            CreateLicense::NAME => self.tree(&services::license(self.bound()?, self.host.zone)),
            BatchRegisterCustomers::NAME => self.tree(&services::register(self.bound()?)),
            CreateAxemaUserSync::NAME => self.tree(&services::sync(self.bound()?)),
            _ => self.tree(&got(self.bound()?)),
        })
    }

    /// A value as it comes out of our answer when it is read without a type.
    pub fn tree<T: Serialize>(&self, value: &T) -> Value {
        let format = self.ours.format();
        let body = format.to_vec(value, self.options()).unwrap();
        format.from_slice(&body, &Options::new()).unwrap()
    }

    /// The member `Got` of our answer, or the whole tree.
    pub fn got(&self) -> Value {
        let value = self.ours.value().unwrap_or_default();
        match value.get_ignore_case("Got") {
            Some(got) => got.clone(),
            None => value,
        }
    }

    /// The body is answered, or refused, as it is read from its text.
    pub fn is_answered_as_read(&self) -> Outcome {
        match self.expected() {
            Ok(expected) => {
                equal("status", 200, self.ours.status)?;
                equal("answer", expected, self.got())
            }
            Err(error) => self.refuses_body(&error),
        }
    }

    /// What is wrong with the body, read from its text.
    pub fn body_error(&self) -> Option<jsv::Error> {
        self.expected().err()
    }

    /// Our answer is the 400 for a body that cannot be read, with what is wrong and where.
    pub fn refuses_body(&self, error: &jsv::Error) -> Outcome {
        let status = self.ours.response_status().ok_or("no ResponseStatus")?;
        equal("status", 400, self.ours.status)?;
        ensure(self.ours.is_bare_error(), "more than a ResponseStatus")?;
        let code = Some("SerializationException");
        equal("ErrorCode", code, status.error_code.as_deref())?;
        equal("Errors", Some(0), status.errors.map(|errors| errors.len()))?;
        let message = status.message.unwrap_or_default();
        ensure(error.line() > 0 && error.column() > 0, "no place")?;
        equal("Message", error.to_string(), message)
    }
}

/// The variables' values in a path, by the first route that it fits.
pub fn variables(
    routes: &[jsv::operation::Route],
    path: &str,
) -> Option<Vec<(&'static str, String)>> {
    routes
        .iter()
        .find_map(|route| Template::parse(route.path).unwrap().matches(path))
}
