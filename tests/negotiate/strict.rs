//! Policies `Default` and `Strict`.

use jsv::negotiate::{Head, Negotiator, Offer, Policy, Reason, Refusal, negotiate};

const HTML: Offer = Offer::new("html", "text/html; charset=utf-8");
const PLAIN: Offer = Offer::new("txt", "text/plain");
const STRICT: Negotiator<'static> =
    Negotiator::new(Policy::Strict).offers(&[HTML, Offer::JSON, Offer::JSV]);

/// The thousandths that an offer is worth, 0 if it is not acceptable.
fn quality(offer: Offer, accept: &str) -> u16 {
    let offers = [offer];
    let negotiator = Negotiator::new(Policy::Strict).offers(&offers);
    match negotiator.negotiate(&Head::new("/").accept(accept)) {
        Ok(choice) => match choice.reason {
            Reason::Accept { quality, .. } => quality.thousandths(),
            _ => 1000,
        },
        Err(_) => 0,
    }
}

/// The name of the offer that is chosen, `-` if none is acceptable.
fn chosen(negotiator: &Negotiator<'_>, lines: &[&str]) -> &'static str {
    match negotiator.negotiate(&Head::new("/").accept(lines)) {
        Ok(choice) => choice.offer.name(),
        Err(_) => "-",
    }
}

/// RFC 9110, section 12.5.1.
#[test]
fn the_examples_of_the_rfc() {
    let accept = "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, \
                  text/plain;format=fixed;q=0.4, */*;q=0.5";
    let cases = [
        ("text/plain;format=flowed", 1000),
        ("text/plain", 700),
        ("text/html", 300),
        ("image/jpeg", 500),
        ("text/plain;format=fixed", 400),
        ("text/html;level=3", 300),
    ];
    for (content_type, expected) in cases {
        let offer = Offer::new("x", content_type);
        assert_eq!(quality(offer, accept), expected, "{content_type}");
    }

    let audio = "audio/*; q=0.2, audio/basic";
    assert_eq!(quality(Offer::new("x", "audio/basic"), audio), 1000);
    assert_eq!(quality(Offer::new("x", "audio/ogg"), audio), 200);

    let elaborate = "text/plain; q=0.5, text/html, text/x-dvi; q=0.8, text/x-c";
    for (content_type, expected) in [
        ("text/plain", 500),
        ("text/html", 1000),
        ("text/x-dvi", 800),
        ("text/x-c", 1000),
        ("text/css", 0),
    ] {
        let offer = Offer::new("x", content_type);
        assert_eq!(quality(offer, elaborate), expected, "{content_type}");
    }
}

#[test]
fn what_clients_send() {
    let chrome = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,\
                  image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";
    let firefox = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    let cases = [
        (chrome, "html", "json"),
        (firefox, "html", "json"),
        ("*/*", "html", "json"),
        ("application/json, text/plain, */*", "html", "json"),
        (
            "application/json, text/javascript, */*; q=0.01",
            "json",
            "json",
        ),
        (
            "application/jsv,application/json;q=0.9,*/*;q=0.8",
            "jsv",
            "jsv",
        ),
        ("text/jsv", "jsv", "jsv"),
        ("text/json", "json", "json"),
        ("image/avif,image/webp,image/png,*/*;q=0.5", "html", "json"),
        ("image/png", "-", "-"),
    ];
    for (accept, with_html, without) in cases {
        assert_eq!(chosen(&STRICT, &[accept]), with_html, "{accept}");
        let two = Negotiator::new(Policy::Strict);
        assert_eq!(chosen(&two, &[accept]), without, "{accept}");
    }
}

#[test]
fn qualities_and_precision_decide() {
    let cases: [(&[&str], &str); _] = [
        (&[], "html"),
        (&["application/jsv;q=0.9, application/json;q=0.8"], "jsv"),
        (&["application/jsv;q=0.8, application/json;q=0.801"], "json"),
        // The server's order where qualities are equal.
        (&["application/jsv, application/json"], "json"),
        (&["application/*"], "json"),
        (&["application/*;q=0.1, text/*;q=0.2"], "html"),
        // The more precise range counts, though its quality is lower.
        (&["*/*, text/html;q=0.1, application/json;q=0.2"], "jsv"),
        (&["application/*, application/json;q=0.5"], "jsv"),
        // Refused.
        (&["text/html;q=0, */*"], "json"),
        (&["application/*;q=0, text/html;q=0.0, */*;q=0.000"], "-"),
        (&["application/json;q=0"], "-"),
        // Both spellings are one format; a wildcard covers what is sent.
        (
            &["text/jsv;q=0.4, application/jsv;q=0.6, text/html;q=0.5"],
            "jsv",
        ),
        (&["text/*;q=0, */*"], "json"),
        // Lines are one list.
        (&["application/json;q=0.1", "application/jsv;q=0.2"], "jsv"),
        (&["text/html;q=0", "", "application/jsv"], "jsv"),
        // Any case.
        (&["APPLICATION/JSV;Q=1.000"], "jsv"),
        // A weight before other parameters, and `charset=utf-8` that changes nothing.
        (
            &["application/jsv;q=0.3;charset=UTF-8, text/html;q=0.2"],
            "jsv",
        ),
        (&["application/jsv; charset=\"utf-8\""], "jsv"),
        (&["application/json; charset=iso-8859-1"], "-"),
        // No offer has the parameter.
        (
            &["application/json;profile=\"a,b\", application/jsv;q=0.1"],
            "jsv",
        ),
    ];
    for (lines, expected) in cases {
        assert_eq!(chosen(&STRICT, lines), expected, "{lines:?}");
    }
}

#[test]
fn parameters_compare_in_any_order() {
    let page = Offer::new("html", "text/html;level=\"1\"; Version=2");
    let cases = [
        ("text/html", 1000),
        ("text/html;level=1", 1000),
        ("text/html;VERSION=2 ; level=\"\\1\"", 1000),
        ("text/html;version=2;level=1;q=0.5, text/html;q=0.9", 500),
        ("text/html;level=2", 0),
        ("text/html;level=1;more=1", 0),
        ("*/*;level=1", 1000),
    ];
    for (accept, expected) in cases {
        assert_eq!(quality(page, accept), expected, "{accept}");
    }
}

#[test]
fn malformed_elements_are_passed_over() {
    let bad = [
        "",
        ",",
        " , ,",
        "json",
        "*",
        "*/json",
        "application",
        "application/",
        "/jsv",
        "a/b/c",
        "application / json",
        "\"application/json\"",
        "application/json application/jsv",
        "application/json;q=2",
        "application/json;q=1.001",
        "application/json;q=0.1234",
        "application/json;q=.5",
        "application/json;q=-1",
        "application/json;q=",
        "text/html;q",
        "application/json;q=\"1\"",
        "application/json;q=0.5;q=0.6",
        "application/json; q =1",
        "application/json;p=\"open",
        "application/json;p=\"a\"b",
        "application/json;=1",
        "åäö/ö",
        "application/json;p=ö",
        ";q=1",
    ];
    for bad in bad {
        let head = Head::new("/").accept(bad);
        let choice = STRICT.negotiate(&head).unwrap();
        assert_eq!(
            choice.reason,
            Reason::Default,
            "{bad:?} alone is as no header"
        );
        // An open quote runs to the end of its line.
        for lines in [[bad, "application/jsv"], ["application/jsv", bad]] {
            assert_eq!(chosen(&STRICT, &lines), "jsv", "{lines:?}");
        }
        assert_eq!(chosen(&STRICT, &[&format!("application/jsv,{bad}")]), "jsv");
    }
    let accept: &[u8] = b"text/html;p=\"\xff\", application/jsv;q=0.1";
    let choice = STRICT.negotiate(&Head::new("/").accept(accept)).unwrap();
    assert_eq!(choice.offer, Offer::JSV);
}

#[test]
fn well_formed_oddities_count() {
    let cases = [
        ("application/jsv;", "jsv"),
        ("application/jsv ; ; q=1", "jsv"),
        ("\tapplication/jsv\t;\tq=1.\t", "jsv"),
        (",,application/jsv,,", "jsv"),
        ("application/jsv;q=0.", "-"),
        ("application/jsv;p=\"\\\"\";q=1", "-"),
    ];
    for (accept, expected) in cases {
        assert_eq!(chosen(&STRICT, &[accept]), expected, "{accept:?}");
    }
}

#[test]
fn json_suffixes_are_json_by_option() {
    let lenient = STRICT.plus_json(true);
    let cases = [
        ("application/problem+json", "-", "json"),
        (
            "application/vnd.api+JSON;q=0.5, text/html;q=0.4",
            "html",
            "json",
        ),
        // A range that names JSON is more precise.
        (
            "application/x+json, application/json;q=0, */*;q=0.1",
            "html",
            "html",
        ),
        ("application/x+json;q=0, application/json", "json", "json"),
        ("application/x+json;profile=y", "-", "-"),
        ("application/json-seq", "-", "-"),
    ];
    for (accept, strict, with_option) in cases {
        assert_eq!(chosen(&STRICT, &[accept]), strict, "{accept}");
        assert_eq!(chosen(&lenient, &[accept]), with_option, "{accept}");
    }
}

#[test]
fn nothing_acceptable() {
    let head = Head::new("/").accept("image/png");
    let refusal = STRICT.negotiate(&head).unwrap_err();
    assert_eq!(refusal.status(), 406);
    assert_eq!(
        refusal.to_string(),
        "not acceptable, expected text/html, application/json or application/jsv"
    );

    let choice = negotiate(Policy::Default(PLAIN), &head).unwrap();
    assert_eq!((choice.offer, choice.reason), (PLAIN, Reason::Default));
    assert!(choice.vary);
}

#[test]
fn switched_off_formats() {
    let negotiator = STRICT.switched_off(&["html"]);
    // `Accept` passes over them,
    assert_eq!(chosen(&negotiator, &["text/html, */*;q=0.1"]), "json");
    assert_eq!(chosen(&negotiator, &[]), "json");
    let refusal = negotiator.negotiate(&Head::new("/").accept("text/html"));
    let offers = vec![Offer::JSON, Offer::JSV];
    assert_eq!(refusal, Err(Refusal::NotAcceptable { offers }));
    // but a URL does not.
    let refusal = negotiator
        .negotiate(&Head::new("/customers.html"))
        .unwrap_err();
    assert_eq!(refusal.status(), 403);
    let everything = STRICT.switched_off(&["html", "json", "jsv"]);
    let refusal = everything.negotiate(&Head::new("/")).unwrap_err();
    assert_eq!(refusal.to_string(), "not acceptable");
}

#[test]
fn vary_where_accept_had_a_say() {
    let cases = [
        (Head::new("/r"), true),
        (Head::new("/r").accept("application/jsv"), true),
        (Head::new("/r.jsv").accept("application/jsv"), false),
        (Head::new("/r").query("format=jsv"), false),
        (Head::new("/r").query("format=nope"), true),
        (Head::new("/r").query("callback=cb"), false),
        (Head::new("/jsv/reply/Echo"), false),
    ];
    for (request, expected) in cases {
        let choice = STRICT.negotiate(&request).unwrap();
        assert_eq!(choice.vary, expected, "{request:?}");
        let servicestack = negotiate(Policy::ServiceStack, &request).unwrap();
        assert!(servicestack.vary, "{request:?}");
    }
}

#[test]
fn long_headers_take_linear_time() {
    let size = 1 << 20;
    let long = |piece: &str| piece.repeat(size / piece.len());
    let pieces = [
        ",",
        ";",
        "\"",
        "\\",
        "/",
        "a/b,",
        "a/b;q=0.5,",
        "a/b;p=\"",
        "a/b;p=\"\\",
        "q=1;",
        " ",
        "*/*;q=0,",
        "application/json;a=b;",
        "application/json;q=0.1,",
        "%2e",
        "..",
        "&format=",
    ];
    // Quadratic time would be hours.
    for piece in pieces {
        let text = long(piece);
        let path = format!("/{text}");
        let head = Head::new(&path)
            .query(&text)
            .accept(text.as_str())
            .content_type(&text);
        for policy in [Policy::ServiceStack, Policy::Strict, Policy::Default(HTML)] {
            let _ = Negotiator::new(policy).negotiate(&head);
        }
    }
}
