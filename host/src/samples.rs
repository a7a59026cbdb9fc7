//! What the metadata pages show of an operation: what it says of itself, and a sample request and
//! the response to it.

use std::error::Error;

use jsv::{
    Format, Options,
    operation::{Operation, Route, Type},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::placeholders::filled;

/// What a page shows of an operation.
pub(crate) struct Metadata {
    pub(crate) name: &'static str,
    pub(crate) routes: &'static [Route],
    pub(crate) requires_authentication: bool,
    pub(crate) any_roles: &'static [&'static str],
    pub(crate) required_roles: &'static [&'static str],
    pub(crate) required_permissions: &'static [&'static str],
    /// The request DTO as a class.
    pub(crate) request: Type,
    pub(crate) types: &'static [Type],
    bodies: fn(Format, &Options) -> Result<Samples, Failure>,
}

/// A sample request and the response to it.
pub(crate) struct Samples {
    pub(crate) request: String,
    pub(crate) response: String,
}

pub(crate) type Failure = Box<dyn Error + Send + Sync>;

impl Metadata {
    /// What an operation says of itself.
    pub(crate) const fn of<T>() -> Self
    where
        T: Operation<Response: Serialize + DeserializeOwned> + Serialize + DeserializeOwned,
    {
        Self {
            name: T::NAME,
            routes: T::ROUTES,
            requires_authentication: T::REQUIRES_AUTHENTICATION,
            any_roles: T::ANY_ROLES,
            required_roles: T::REQUIRED_ROLES,
            required_permissions: T::REQUIRED_PERMISSIONS,
            request: Type::class(T::NAME, T::PARAMETERS),
            types: T::TYPES,
            bodies: bodies::<T>,
        }
    }

    /// The sample request and response, by the first verb of the first route.
    pub(crate) fn samples(
        &self,
        format: Format,
        options: &Options,
        host: &str,
    ) -> Result<Samples, Failure> {
        let bodies = (self.bodies)(format, options)?;
        // Hosts show the type that their clients send, not the one that they answer.
        let media_type = match format {
            Format::Json => "application/json",
            Format::Jsv => "text/jsv",
        };
        let content =
            |body: &str| format!("Content-Type: {media_type}\nContent-Length: length\n\n{body}\n");
        let (verbs, path) = match self.routes {
            [route, ..] => (route.verbs, route.path.to_owned()),
            [] => (&[][..], format!("/{}/reply/{}", format.name(), self.name)),
        };
        let verb = verbs.first().copied().unwrap_or("POST");
        let mut request = format!("{verb} {path} HTTP/1.1 \nHost: {host} \nAccept: {media_type}\n");
        if !matches!(verb, "GET" | "DELETE") {
            request += &content(&bodies.request);
        }
        let response = format!("HTTP/1.1 200 OK\n{}", content(&bodies.response));
        Ok(Samples { request, response })
    }
}

/// The bodies of the sample request and response.
fn bodies<T>(format: Format, options: &Options) -> Result<Samples, Failure>
where
    T: Operation<Response: Serialize + DeserializeOwned> + Serialize + DeserializeOwned,
{
    let mut classes = T::TYPES.to_vec();
    classes.push(Type::class(T::NAME, T::PARAMETERS));
    Ok(Samples {
        request: body(format, options, &filled::<T>(&classes)?)?,
        response: body(format, options, &filled::<T::Response>(&classes)?)?,
    })
}

fn body<T: Serialize>(format: Format, options: &Options, value: &T) -> jsv::Result<String> {
    match format {
        Format::Json => options.json().to_string(value),
        Format::Jsv => options.to_string_pretty(value),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Default, Serialize, Deserialize)]
    #[serde(default)]
    struct Count {
        ids: Vec<i32>,
    }

    impl Operation for Count {
        type Response = i32;
        const NAME: &'static str = "Count";
    }

    #[test]
    fn a_sample_is_of_the_first_route_else_of_the_predefined_one() {
        const OF_ANY_VERB: &[Route] = &[Route::new(&[], "/all")];
        const OF_GET: &[Route] = &[Route::new(&["GET", "POST"], "/count"), OF_ANY_VERB[0]];
        let headers = "HTTP/1.1 \nHost: h \nAccept: application/json\n";
        let content = "Content-Type: application/json\nContent-Length: length\n\n";
        for (routes, start, content) in [
            (&[][..], "POST /json/reply/Count", content),
            (OF_ANY_VERB, "POST /all", content),
            (OF_GET, "GET /count", ""),
        ] {
            let metadata = Metadata {
                routes,
                ..Metadata::of::<Count>()
            };
            let samples = metadata
                .samples(Format::Json, &Options::new(), "h")
                .unwrap();
            let body = if content.is_empty() {
                ""
            } else {
                "{\"ids\":[0]}\n"
            };
            assert_eq!(samples.request, format!("{start} {headers}{content}{body}"));
            assert!(
                samples.response.ends_with("\n\n0\n"),
                "{}",
                samples.response
            );
        }
    }
}
