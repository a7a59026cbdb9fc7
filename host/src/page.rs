//! The HTML of the metadata pages. Whatever stands in it as text is escaped by maud.

use jsv::{
    Format,
    operation::{Route, Type},
};
use maud::{DOCTYPE, Markup, html};

use crate::samples::{Metadata, Samples};

const STYLE: &str = "body{font-family:sans-serif;margin:2em}\
    table{border-collapse:collapse}\
    td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}\
    pre{background:#f4f4f4;padding:1em;overflow:auto}";

/// The page that lists the operations.
pub(crate) fn list(operations: &[Metadata]) -> String {
    let title = "Operations";
    let content = html! {
        h1 { (title) }
        table {
            @for Metadata { name, .. } in operations {
                tr {
                    th { (name) }
                    @for format in ["json", "jsv"] {
                        td { a href={ "/" (format) "/metadata?op=" (name) } { (format) } }
                    }
                }
            }
        }
    };
    whole(title, &content)
}

/// The page for a name that no operation has.
pub(crate) fn unknown(name: &str) -> String {
    let title = "Not found";
    let content = html! {
        (back())
        h1 { (title) }
        p { "There is no operation `" (name) "`." }
    };
    whole(title, &content)
}

/// The page of an operation, with samples in a format.
pub(crate) fn operation(shown: &Metadata, format: Format, samples: &Samples) -> String {
    let name = format.name();
    let content = html! {
        (back())
        h1 { (shown.name) }
        (access(shown))
        (routes(shown.routes))
        (class(&shown.request))
        @for shown in shown.types { (class(shown)) }
        p {
            "To override the Content-type in your clients, use the HTTP Accept Header, append \
             the ." (name) " suffix or ?format=" (name)
        }
        @if format == Format::Json {
            p { "To embed the response in a jsonp callback, append ?callback=myCallback" }
        }
        h2 { "HTTP + " (name.to_uppercase()) }
        p {
            "The following are sample HTTP requests and responses. The placeholders shown need to \
             be replaced with actual values."
        }
        pre { (samples.request) }
        pre { (samples.response) }
    };
    whole(shown.name, &content)
}

fn whole(title: &str, content: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
                style { (STYLE) }
            }
            body { (content) }
        }
    };
    page.into_string()
}

fn back() -> Markup {
    html! { p { a href="/metadata" { "Back to all web services" } } }
}

/// Who may call an operation.
fn access(shown: &Metadata) -> Markup {
    let needs = [
        ("Requires any of the roles:", shown.any_roles),
        ("Required roles:", shown.required_roles),
        ("Required permissions:", shown.required_permissions),
    ];
    html! {
        @if shown.requires_authentication { p { "Requires Authentication" } }
        @for (what, names) in needs {
            @if !names.is_empty() { p { (what) " " (names.join(", ")) } }
        }
    }
}

fn routes(routes: &[Route]) -> Markup {
    html! {
        @if !routes.is_empty() {
            h2 { "The following routes are available for this service:" }
            table {
                @for route in routes {
                    tr {
                        th {
                            @if route.verbs.is_empty() { "Any" } @else { (route.verbs.join(", ")) }
                        }
                        td { (route.path) }
                        td { (route.summary) }
                        td { (route.notes) }
                    }
                }
            }
        }
    }
}

/// The members of a class or the names of an enum.
fn class(class: &Type) -> Markup {
    html! {
        @if !class.values.is_empty() {
            h2 { (class.name) " Enum:" }
            ul { @for value in class.values { li { (value) } } }
        } @else {
            h2 { (class.name) " Parameters:" }
            table {
                tr {
                    @for heading in ["Name", "Parameter", "Data Type", "Required", "Description"] {
                        th { (heading) }
                    }
                }
                @for member in class.members {
                    tr {
                        td { (member.name) }
                        td { (member.location.as_str()) }
                        td { (member.type_name) }
                        td { (if member.required { "Yes" } else { "No" }) }
                        td { (member.description) }
                    }
                }
            }
        }
    }
}
