//! What the pages say about the operations: routes, who may call, parameters.

use jsv::{
    dto::{
        bokamera::{CancelLicense, CreateAxemaUserSync, CreateLicense, UpdateCustomer},
        customers::BatchRegisterCustomers,
    },
    operation::{Location, Operation, Parameter, Route, Type},
};

/// An operation's metadata as a value.
pub struct Metadata {
    pub name: &'static str,
    pub routes: &'static [Route],
    pub requires_authentication: bool,
    pub any_roles: &'static [&'static str],
    pub required_roles: &'static [&'static str],
    pub required_permissions: &'static [&'static str],
    pub parameters: &'static [Parameter],
    pub types: &'static [Type],
}

fn metadata<T: Operation>() -> Metadata {
    Metadata {
        name: T::NAME,
        routes: T::ROUTES,
        requires_authentication: T::REQUIRES_AUTHENTICATION,
        any_roles: T::ANY_ROLES,
        required_roles: T::REQUIRED_ROLES,
        required_permissions: T::REQUIRED_PERMISSIONS,
        parameters: T::PARAMETERS,
        types: T::TYPES,
    }
}

pub fn operations() -> [Metadata; 5] {
    [
        metadata::<CreateAxemaUserSync>(),
        metadata::<UpdateCustomer>(),
        metadata::<CreateLicense>(),
        metadata::<CancelLicense>(),
        metadata::<BatchRegisterCustomers>(),
    ]
}

#[test]
fn routes_are_those_of_the_pages() {
    let expected = [
        (
            "CreateAxemaUserSync",
            "POST",
            "/codelock/axema/usersync",
            "Start a sync of users from the Axema Vaka system into BokaMera customers",
        ),
        (
            "UpdateCustomer",
            "PUT",
            "/customers/{Id}",
            "Update an existing customer",
        ),
        (
            "CreateLicense",
            "POST",
            "/licenses/company",
            "Add new license to a company",
        ),
        (
            "CancelLicense",
            "DELETE",
            "/licenses/company/{Id}",
            "Cancel a license to a company",
        ),
        (
            "BatchRegisterCustomers",
            "POST",
            "/sync/customers/batch",
            "",
        ),
    ];
    for (operation, (name, verb, path, summary)) in operations().iter().zip(expected) {
        assert_eq!(operation.name, name);
        let [route] = operation.routes else {
            panic!("{name} has {} routes", operation.routes.len())
        };
        assert_eq!(
            (route.verbs, route.path, route.summary),
            (&[verb][..], path, summary),
            "{name}"
        );
        // A page has notes where it has a summary.
        assert_eq!(route.notes.is_empty(), summary.is_empty(), "{name}");
    }
}

#[test]
fn every_variable_of_a_path_is_a_parameter() {
    for operation in operations() {
        for route in operation.routes {
            let variables: Vec<_> = route
                .path
                .split('/')
                .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
                .collect();
            let parameters: Vec<_> = operation
                .parameters
                .iter()
                .filter(|parameter| parameter.location == Location::Path)
                .map(|parameter| parameter.name)
                .collect();
            assert_eq!(parameters, variables, "{}", operation.name);
        }
    }
}

#[test]
fn roles_and_permissions_are_those_of_the_pages() {
    let administrators = &["bookingsupplier-administrator-write", "superadmin"][..];
    let expected: [(&[&str], &[&str], &[&str]); 5] = [
        (administrators, &[], &[]),
        (&[], &[], &[]),
        (administrators, &[], &[]),
        (administrators, &[], &[]),
        (&[], &["Admin"], &["CanAccess", "CanAdd"]),
    ];
    for (operation, expected) in operations().iter().zip(expected) {
        let actual = (
            operation.any_roles,
            operation.required_roles,
            operation.required_permissions,
        );
        assert_eq!(actual, expected, "{}", operation.name);
        assert!(operation.requires_authentication, "{}", operation.name);
    }
}

#[test]
fn parameters_are_those_of_the_pages() {
    let expected = "\
CreateAxemaUserSync
 CompanyId body Guid? No
UpdateCustomer
 CompanyId query Guid? No
 Id path Guid Yes
 Firstname body string Yes
 Lastname body string Yes
 Phone body string Yes
 Email body string Yes
 CustomFields body List<AddCustomField> Yes
 AccessKeys body List<AddUserAccessKey> Yes
 AccessKeysToDelete body List<DeleteUserAccessKey> Yes
 SubscribedToNewsletter body bool? No
 InvoiceAddress body InvoiceAddressToHandle Yes
CreateLicense
 CompanyId body Guid? No
 TypeId body int? Yes
 MetaData body string Yes
 BillingInformation body BillingInformationResponse Yes
CancelLicense
 CompanyId query Guid? No
 Id path int Yes
BatchRegisterCustomers
 Customers body List<Customer> Yes
";
    let mut actual = String::new();
    for operation in operations() {
        actual += operation.name;
        actual += "\n";
        for parameter in operation.parameters {
            let (name, type_name) = (parameter.name, parameter.type_name);
            let location = parameter.location.as_str();
            let required = if parameter.required { "Yes" } else { "No" };
            actual += &format!(" {name} {location} {type_name} {required}\n");
        }
    }
    assert_eq!(actual, expected);
}

#[test]
fn types_stand_in_the_order_of_the_pages() {
    let expected = [
        "AxemaUserSyncJobResponse",
        "AddCustomField AddUserAccessKey DeleteUserAccessKey InvoiceAddressToHandle \
         CustomerQueryResponse CustomFieldConfigData CustomFieldValueResponse \
         CustomFieldDataResponse CustomerCommentsResponse UserAccessKeys InvoiceAddressResponse",
        "BillingInformationResponse BillingMethod BillingMethodCountriesRelation \
         CompanyLicenseQueryResponse LicenseTypeQueryResponse LicenseItemsResponse LicensePrice \
         Country Currency",
        "CompanyLicenseQueryResponse LicenseTypeQueryResponse LicenseItemsResponse LicensePrice \
         Country Currency",
        "CustomerType Account Customer RegisteredCustomer ResponseStatus ResponseError",
    ];
    for (operation, expected) in operations().iter().zip(expected) {
        let names: Vec<_> = operation.types.iter().map(|class| class.name).collect();
        assert_eq!(names.join(" "), expected, "{}", operation.name);
    }
}
