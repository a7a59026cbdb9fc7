//! The names of statuses.

use alloc::string::String;

use http::StatusCode;

/// The name of a status in .NET's `HttpStatusCode`; the number of one that has none there. It is the
/// code of an error that has no other (http.md, section 7).
///
/// ```
/// use jsv::http::{http::StatusCode, status_name};
///
/// assert_eq!(status_name(StatusCode::NOT_FOUND), "NotFound");
/// assert_eq!(status_name(StatusCode::IM_A_TEAPOT), "418");
/// ```
pub fn status_name(status: StatusCode) -> String {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => "RequestEntityTooLarge".into(),
        StatusCode::URI_TOO_LONG => "RequestUriTooLong".into(),
        StatusCode::RANGE_NOT_SATISFIABLE => "RequestedRangeNotSatisfiable".into(),
        StatusCode::HTTP_VERSION_NOT_SUPPORTED => "HttpVersionNotSupported".into(),
        StatusCode::IM_A_TEAPOT | StatusCode::TOO_EARLY => status.as_str().into(),
        _ => match status.canonical_reason() {
            Some(name) => name.split([' ', '-']).collect(),
            None => status.as_str().into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_statuses_are_those_of_dotnet() {
        for (status, name) in [
            (100, "Continue"),
            (200, "OK"),
            (203, "NonAuthoritativeInformation"),
            (207, "MultiStatus"),
            (226, "IMUsed"),
            (404, "NotFound"),
            (413, "RequestEntityTooLarge"),
            (414, "RequestUriTooLong"),
            (416, "RequestedRangeNotSatisfiable"),
            (418, "418"),
            (422, "UnprocessableEntity"),
            (425, "425"),
            (431, "RequestHeaderFieldsTooLarge"),
            (451, "UnavailableForLegalReasons"),
            (505, "HttpVersionNotSupported"),
            (511, "NetworkAuthenticationRequired"),
            (599, "599"),
        ] {
            assert_eq!(status_name(StatusCode::from_u16(status).unwrap()), name);
        }
    }
}
