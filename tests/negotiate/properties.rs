//! Random requests: as the oracle has it, and never a panic.

use jsv::negotiate::{Head, Negotiator, Offer, Policy, Reason};
use proptest::{collection::vec, prelude::*, sample::select};

use super::oracle::{self, Plain};

const OFFERS: [Offer; 6] = [
    Offer::new("html", "text/html;level=1; charset=utf-8"),
    Offer::JSON,
    Offer::new("xml", "application/xml").aliases(&["text/xml"]),
    Offer::JSV,
    Offer::new("csv", "text/csv"),
    Offer::new("jsonl", "text/jsonl;p=\"a,b\""),
];

/// The offers, one of them first.
fn offers() -> impl Strategy<Value = Vec<Offer>> {
    (0..OFFERS.len(), 1..=OFFERS.len()).prop_map(|(start, count)| {
        let offers = OFFERS.iter().cycle().skip(start);
        offers.take(count).copied().collect()
    })
}

/// Elements of `Accept`, good and bad.
fn element() -> impl Strategy<Value = String> {
    let kind = select(vec!["application", "text", "*", "Text", "image", ""]);
    let subtype = select(vec![
        "json", "jsv", "JSV", "html", "xml", "csv", "jsonl", "*", "x+json", "a b", "",
    ]);
    let parameter = select(vec![
        ";q=0.5",
        "; q=0",
        ";q=1.000",
        ";Q=0.25",
        ";q=0.9",
        " ;q=2",
        ";q=abc",
        ";q=\"1\"",
        ";",
        ";level=1",
        ";level=\"1\"",
        ";level=2",
        ";LEVEL=\"\\1\"",
        ";charset=utf-8",
        ";charset=\"UTF-8\"",
        ";charset=latin1",
        ";p=\"a,b\"",
        ";p=\"a\\\",b\"",
        ";bad",
        ";x = 1",
        ";open=\"",
        "\"",
        "\t;\tq=0.1\t",
    ]);
    (kind, subtype, vec(parameter, 0..4))
        .prop_map(|(kind, subtype, parameters)| format!("{kind}/{subtype}{}", parameters.concat()))
}

fn accept() -> impl Strategy<Value = Vec<String>> {
    let line = vec(element(), 0..5).prop_map(|elements| elements.join(", "));
    vec(line, 0..4)
}

fn plain_request() -> impl Strategy<Value = Plain> {
    let path = (
        select(vec![
            "/r", "/jsv/x", "/CSV/x", "/json", "/jsonl", "/jsv", "/a.b/c", "/a.json",
        ]),
        select(vec!["", "", ".jsv", ".json", ".XML", ".nope", "/"]),
    );
    let name = select(vec!["format", "Format", "callback", "CALLBACK", "x"]);
    let value = select(vec!["", "jsv", "JSON", "xml.x", "nope", "cb"]);
    let line = select(vec![
        "",
        "*/*",
        "*/*;q=0.1",
        " application/jsv",
        "application/JSON;q=0",
        "application/jsonp",
        "text/html",
        "text/csv, x/y",
        "text/xml",
        "application/xml",
        "image/png",
        ";q=1",
        "text/jsonl",
    ]);
    let content_type = select(vec![
        "",
        "",
        "application/json",
        "text/jsv",
        "Application/JSON",
        "text/csv; x=y",
        "image/png",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "text/jsonl",
    ]);
    (
        path,
        vec((name, value), 0..3),
        vec(line, 0..4),
        content_type,
    )
        .prop_map(|((path, suffix), query, accept, content_type)| Plain {
            path: format!("{path}{suffix}"),
            query: query
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            accept: accept.into_iter().map(str::to_owned).collect(),
            content_type: content_type.to_owned(),
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn accept_is_as_the_oracle_has_it(
        lines in accept(),
        offers in offers(),
        plus_json: bool,
    ) {
        let texts: Vec<&str> = lines.iter().map(String::as_str).collect();
        let head = Head::new("/r").accept(texts.as_slice());
        let negotiator = Negotiator::new(Policy::Strict).offers(&offers).plus_json(plus_json);
        let actual = negotiator.negotiate(&head).map(|choice| {
            let thousandths = match choice.reason {
                Reason::Accept { quality, .. } => quality.thousandths(),
                _ => 1000,
            };
            (choice.offer.name().to_owned(), u32::from(thousandths))
        });
        let expected = oracle::rfc(&lines, &offers, plus_json);
        prop_assert_eq!(actual.map_err(|_| ()), expected);
    }

    #[test]
    fn servicestack_is_as_the_oracle_has_it(request in plain_request(), offers in offers()) {
        let pairs = request.query.iter().map(|(name, value)| format!("{name}={value}"));
        let query = pairs.collect::<Vec<_>>().join("&");
        let accept: Vec<&str> = request.accept.iter().map(String::as_str).collect();
        let negotiated = Head::new(&request.path)
            .query(&query)
            .accept(accept.as_slice())
            .content_type(&request.content_type);
        let negotiator = Negotiator::new(Policy::ServiceStack).offers(&offers);
        let choice = negotiator.negotiate(&negotiated).unwrap();
        let actual = (
            choice.offer.name().to_owned(),
            choice.path.to_owned(),
            choice.content_type.to_owned(),
        );
        prop_assert_eq!(actual, oracle::servicestack(&request, &offers));
    }

    #[test]
    fn nothing_panics(
        path in "[a-z/.%0-9\\[\\]é]{0,20}|/(api|jsv|json)/(reply/)?\\PC{0,8}",
        query in "((format|callback|%66ormat)=?[a-z.%&=+0-9é]{0,8}&?){0,4}|\\PC{0,20}",
        lines in vec(vec(any::<u8>(), 0..40), 0..3),
        near in vec("[a*/;=\",q0.1\\\\ ]{0,30}", 0..3),
        content_type in "\\PC{0,20}",
        body in vec(any::<u8>(), 0..20),
    ) {
        let near = near.iter().map(String::as_bytes);
        let lines: Vec<&[u8]> = lines.iter().map(Vec::as_slice).chain(near).collect();
        let head = Head::new(&path)
            .query(&query)
            .accept(lines.as_slice())
            .content_type(&content_type);
        for policy in [Policy::ServiceStack, Policy::Strict, Policy::Default(OFFERS[4])] {
            let negotiator = Negotiator::new(policy).offers(&OFFERS).plus_json(true);
            let Ok(choice) = negotiator.negotiate(&head) else {
                continue;
            };
            prop_assert!(path.starts_with(choice.path));
            if let Some(jsonp) = choice.jsonp {
                let wrapped = jsonp.wrap(&body);
                prop_assert!(wrapped.len() >= jsonp.name().len() + body.len() + 2);
            }
        }
    }
}
