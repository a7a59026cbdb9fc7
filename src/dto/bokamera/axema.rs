//! Bringing the users of an Axema Vaka access control system in as customers.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use super::ADMINISTRATORS;
use crate::{
    dotnet::{DateTime, Guid},
    operation::{
        Location::{Body, Form},
        Operation, Parameter, Route, Type,
    },
};

/// Starts a sync of the users of an Axema Vaka system into the company's customers.
///
/// The job runs in the background and may take minutes; a company has one at a time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CreateAxemaUserSync {
    /// The company. Without it, the company of the signed-in user.
    pub company_id: Option<Guid>,
}

impl Operation for CreateAxemaUserSync {
    type Response = AxemaUserSyncJobResponse;

    const NAME: &'static str = "CreateAxemaUserSync";
    const ROUTES: &'static [Route] = &[Route::new(&["POST"], "/codelock/axema/usersync").described(
        "Start a sync of users from the Axema Vaka system into BokaMera customers",
        "This operation runs in the background and may take several minutes. Use the GET endpoint \
         to check status. Only one sync can run at a time per company.",
    )];
    const REQUIRES_AUTHENTICATION: bool = true;
    const ANY_ROLES: &'static [&'static str] = ADMINISTRATORS;
    const PARAMETERS: &'static [Parameter] = &[Parameter::optional(
        "CompanyId",
        Body,
        "Guid?",
        "The company id, if empty will use the company id for the user you are logged in with.",
    )];
    const TYPES: &'static [Type] = &[AxemaUserSyncJobResponse::TYPE];
}

/// A sync of Axema users: how far it is and what it has done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct AxemaUserSyncJobResponse {
    /// The job.
    pub id: Guid,
    /// The company whose customers the users become.
    pub company_id: Guid,
    /// Where the job stands, as a number.
    pub status: i32,
    /// Where the job stands, in words.
    pub status_name: Option<String>,
    /// How many users the Axema system has.
    pub users_found: Option<i32>,
    /// How many customers were added.
    pub users_created: Option<i32>,
    /// How many customers were changed.
    pub users_updated: Option<i32>,
    /// Why the job failed, if it did.
    pub error_message: Option<String>,
    /// When the job was started.
    pub created_date: DateTime,
    /// When the job last reported.
    pub updated_date: DateTime,
}

impl AxemaUserSyncJobResponse {
    /// The class as the metadata page of [`CreateAxemaUserSync`] declares it.
    pub const TYPE: Type = Type::class(
        "AxemaUserSyncJobResponse",
        &[
            Parameter::required("Id", Form, "Guid", ""),
            Parameter::required("CompanyId", Form, "Guid", ""),
            Parameter::required("Status", Form, "int", ""),
            Parameter::required("StatusName", Form, "string", ""),
            Parameter::optional("UsersFound", Form, "int?", ""),
            Parameter::optional("UsersCreated", Form, "int?", ""),
            Parameter::optional("UsersUpdated", Form, "int?", ""),
            Parameter::optional("ErrorMessage", Form, "string", ""),
            Parameter::required("CreatedDate", Form, "DateTime", ""),
            Parameter::required("UpdatedDate", Form, "DateTime", ""),
        ],
    );
}
