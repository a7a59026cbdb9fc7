//! Ending a license of a company.

use serde::{Deserialize, Serialize};

use super::{
    ADMINISTRATORS,
    company_license::{
        CompanyLicenseQueryResponse, Country, Currency, LicenseItemsResponse, LicensePrice,
        LicenseTypeQueryResponse,
    },
};
use crate::{
    dotnet::Guid,
    operation::{
        Location::{Path, Query},
        Operation, Parameter, Route, Type,
    },
};

/// Ends a license of a company, as of the end of its period of notice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CancelLicense {
    /// The company. Without it, the company of the signed-in user.
    pub company_id: Option<Guid>,
    /// The license.
    pub id: i32,
}

/// The types are those of [`CreateLicense`](super::CreateLicense), as its page shows them. This
/// operation's own page has the same classes and members, but calls fewer of them required.
impl Operation for CancelLicense {
    type Response = CompanyLicenseQueryResponse;

    const NAME: &'static str = "CancelLicense";
    const ROUTES: &'static [Route] = &[Route::new(&["DELETE"], "/licenses/company/{Id}").described(
        "Cancel a license to a company",
        "Cancel an existing license to the company for the logged in user. The license will have \
         it end date set to after it's period of notice.",
    )];
    const REQUIRES_AUTHENTICATION: bool = true;
    const ANY_ROLES: &'static [&'static str] = ADMINISTRATORS;
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::optional(
            "CompanyId",
            Query,
            "Guid?",
            "The company id, if empty will use the company id for the user you are logged in with.",
        ),
        Parameter::required("Id", Path, "int", "Id of the license"),
    ];
    const TYPES: &'static [Type] = &[
        CompanyLicenseQueryResponse::TYPE,
        LicenseTypeQueryResponse::TYPE,
        LicenseItemsResponse::TYPE,
        LicensePrice::TYPE,
        Country::TYPE,
        Currency::TYPE,
    ];
}
