//! What servers and clients of ServiceStack's services share: [`ServiceError`], which the one
//! sends and the other receives.

mod service_error;
mod status_name;

pub use self::service_error::ServiceError;
#[cfg(feature = "axum")]
pub(crate) use self::{service_error::Origin, status_name::status_name};
