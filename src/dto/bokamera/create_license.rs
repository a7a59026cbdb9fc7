//! Adding a license to a company: the request. Its parts stand in `billing`, the response in
//! `company_license`.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use super::{
    ADMINISTRATORS,
    billing::{BillingInformationResponse, BillingMethod, BillingMethodCountriesRelation},
    company_license::{
        CompanyLicenseQueryResponse, Country, Currency, LicenseItemsResponse, LicensePrice,
        LicenseTypeQueryResponse,
    },
};
use crate::{
    dotnet::Guid,
    operation::{Location::Body, Operation, Parameter, Route, Type},
};

/// Adds a license to the company of the signed-in user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CreateLicense {
    /// The company. Without it, the company of the signed-in user.
    pub company_id: Option<Guid>,
    /// The kind of license.
    pub type_id: Option<i32>,
    /// What belongs to the license: for one that is bound to a domain, the name of that domain.
    pub meta_data: Option<String>,
    /// The company's billing information, to change it. It is needed if there is none yet.
    pub billing_information: Option<BillingInformationResponse>,
}

impl Operation for CreateLicense {
    type Response = CompanyLicenseQueryResponse;

    const NAME: &'static str = "CreateLicense";
    const ROUTES: &'static [Route] = &[Route::new(&["POST"], "/licenses/company").described(
        "Add new license to a company",
        "Add a new license to the company for the logged in user.",
    )];
    const REQUIRES_AUTHENTICATION: bool = true;
    const ANY_ROLES: &'static [&'static str] = ADMINISTRATORS;
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::optional(
            "CompanyId",
            Body,
            "Guid?",
            "The company id, if empty will use the company id for the user you are logged in with.",
        ),
        Parameter::required("TypeId", Body, "int?", "Id of the license type"),
        Parameter::required(
            "MetaData",
            Body,
            "string",
            "Any metadata connected to the license. In example for domain license set the \
            requested domain name here.",
        ),
        Parameter::required(
            "BillingInformation",
            Body,
            "BillingInformationResponse",
            "If you want to update your company billing information. Note, if no billing \
            information is added before, you need to set this.",
        ),
    ];
    const TYPES: &'static [Type] = &[
        BillingInformationResponse::TYPE,
        BillingMethod::TYPE,
        BillingMethodCountriesRelation::TYPE,
        CompanyLicenseQueryResponse::TYPE,
        LicenseTypeQueryResponse::TYPE,
        LicenseItemsResponse::TYPE,
        LicensePrice::TYPE,
        Country::TYPE,
        Currency::TYPE,
    ];
}
