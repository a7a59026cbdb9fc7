//! What servers and clients of ServiceStack's services share: [`ServiceError`], which the one
//! sends and the other receives.

mod service_error;
mod status_name;

#[doc(no_inline)]
pub use ::http;

pub use self::{
    service_error::{Origin, ServiceError},
    status_name::status_name,
};
