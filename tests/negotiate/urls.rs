//! What a URL says: suffixes, `format`, prefixes, predefined routes, JSONP.

use jsv::negotiate::{
    Choice, Head, Negotiator, Offer, Policy, PredefinedKind, Reason, Refusal, negotiate,
};

const HTML: Offer = Offer::new("html", "text/html");
const XML: Offer = Offer::new("xml", "application/xml");
const HOST: Negotiator<'static> =
    Negotiator::new(Policy::ServiceStack).offers(&[HTML, Offer::JSON, XML, Offer::JSV]);

fn choice<'a>(target: &'a str) -> Choice<'a> {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    HOST.negotiate(&Head::new(path).query(query)).unwrap()
}

#[test]
fn suffixes_are_cut_off() {
    let cases = [
        ("/r.jsv", "jsv", "/r"),
        ("/r%2ejsv", "jsv", "/r"),
        ("/r%2E%6as%76", "jsv", "/r"),
        ("/a.b/r.json", "json", "/a.b/r"),
        ("/r.json.jsv", "jsv", "/r.json"),
        ("/r%252Ejsv", "html", "/r%252Ejsv"),
        ("/r.JSV", "html", "/r.JSV"),
        ("/r.jsv/", "html", "/r.jsv/"),
        ("/r.jsv/x", "html", "/r.jsv/x"),
        ("/r.jsv%2Fx", "html", "/r.jsv%2Fx"),
        ("/r.", "html", "/r."),
        ("/.jsv", "jsv", "/"),
        ("/å.jsv", "jsv", "/å"),
        ("/r.jsv?format=json", "jsv", "/r"),
        ("r.jsv", "jsv", "r"),
        ("", "html", ""),
        ("/%", "html", "/%"),
        ("/%2", "html", "/%2"),
    ];
    for (target, name, path) in cases {
        let choice = choice(target);
        assert_eq!((choice.offer.name(), choice.path), (name, path), "{target}");
    }
}

#[test]
fn format_in_the_query() {
    let cases = [
        ("format=jsv", "jsv"),
        ("FORMAT=JSV", "jsv"),
        ("%66ormat=%6Asv", "jsv"),
        ("format=jsv.x", "jsv"),
        ("format=jsv%2Ex", "jsv"),
        ("a=1&&format=jsv&b", "jsv"),
        ("format=.jsv", "html"),
        ("format=jsv+", "html"),
        ("format=jsv&format=jsv", "html"),
        ("format=jsv.x&format=", "html"),
        ("format", "html"),
        ("formats=jsv", "html"),
    ];
    for (query, name) in cases {
        let head = Head::new("/r").query(query);
        for policy in [Policy::ServiceStack, Policy::Strict, Policy::Default(HTML)] {
            let negotiator = Negotiator::new(policy).offers(&[HTML, Offer::JSV]);
            let choice = negotiator.negotiate(&head).unwrap();
            assert_eq!(choice.offer.name(), name, "{query}");
        }
    }
}

#[test]
fn prefixes_are_the_reference_s_alone() {
    let cases = [
        ("/jsv/x", Reason::Prefix, "jsv"),
        ("/JSV/", Reason::Prefix, "jsv"),
        ("/%6Asv/x", Reason::Prefix, "jsv"),
        ("/json", Reason::Prefix, "json"),
        ("/jsv", Reason::Default, "html"),
        ("/json/x", Reason::Default, "html"),
        ("/jsvx/x", Reason::Default, "html"),
        ("/x/jsv/x", Reason::Default, "html"),
        ("/jsv/x?format", Reason::Default, "html"),
        ("jsv/x", Reason::Default, "html"),
    ];
    for (target, reason, name) in cases {
        let choice = choice(target);
        assert_eq!(
            (choice.reason, choice.offer.name()),
            (reason, name),
            "{target}"
        );
    }
    let strict = negotiate(Policy::Strict, &Head::new("/jsv/x")).unwrap();
    assert_eq!(strict.reason, Reason::Default);
}

#[test]
fn predefined_routes() {
    use PredefinedKind::{Api, OneWay, Reply};
    let cases = [
        (
            "/json/reply/Echo",
            Some((Reply, "json", "Echo", false)),
            "/json/reply/Echo",
        ),
        (
            "/JSV/OneWay/echo/x",
            Some((OneWay, "jsv", "echo", false)),
            "/JSV/OneWay/echo/x",
        ),
        (
            "/json/reply/Echo.jsv",
            Some((Reply, "json", "Echo.jsv", false)),
            "/json/reply/Echo.jsv",
        ),
        (
            "/json/reply/Echo%5B%5D",
            Some((Reply, "json", "Echo", true)),
            "/json/reply/Echo%5B%5D",
        ),
        (
            "/json/reply/Echo[][]",
            Some((Reply, "json", "Echo[]", true)),
            "/json/reply/Echo[][]",
        ),
        (
            "/json/reply/%FF",
            Some((Reply, "json", "%FF", false)),
            "/json/reply/%FF",
        ),
        (
            "/json/reply",
            Some((Reply, "json", "", false)),
            "/json/reply",
        ),
        (
            "/json/reply/",
            Some((Reply, "json", "", false)),
            "/json/reply/",
        ),
        ("/api/Echo", Some((Api, "json", "Echo", false)), "/api/Echo"),
        (
            "/api/Echo.jsv",
            Some((Api, "jsv", "Echo", false)),
            "/api/Echo",
        ),
        (
            "/api/Echo%2Ejsv",
            Some((Api, "jsv", "Echo", false)),
            "/api/Echo",
        ),
        (
            "/api/Echo[].jsv",
            Some((Api, "jsv", "Echo", true)),
            "/api/Echo[]",
        ),
        ("/api/Echo.jsv.json", None, "/api/Echo.jsv.json"),
        ("/api/Echo.JSV", None, "/api/Echo.JSV"),
        ("/api/.jsv", None, "/api/.jsv"),
        ("/api/Echo/extra", None, "/api/Echo/extra"),
        ("/api/customers/5.jsv", None, "/api/customers/5"),
        ("/API/Echo", None, "/API/Echo"),
        ("/api/", None, "/api/"),
        ("/api", None, "/api"),
        ("/text/reply/Echo", None, "/text/reply/Echo"),
        ("/json/syncreply/Echo", None, "/json/syncreply/Echo"),
    ];
    for (path, expected, routed) in cases {
        let choice = choice(path);
        let route = choice.predefined.as_ref();
        let found = route.map(|r| (r.kind, r.offer.name(), &*r.operation, r.is_list));
        assert_eq!((found, choice.path), (expected, routed), "{path}");
    }
    assert_eq!(choice("/jsv/reply/Echo").reason, Reason::Route);
    assert_eq!(choice("/jsv/reply/Echo?format=xml").offer, XML);
    assert_eq!(choice("/jsv/reply/Echo?callback=cb").offer, Offer::JSON);
    assert_eq!(choice("/api/Echo.jsv?format=json").offer, Offer::JSON);
}

#[test]
fn names_of_jsonp_functions() {
    let cases = [
        ("callback=cb", Some("cb")),
        ("CallBack=a.b_9", Some("a.b_9")),
        ("callback=", None),
        ("callback", None),
        ("callback=a&callback=b&callback=", Some("a_b_")),
        ("callback=a+b", Some("a_b")),
        ("callback=%F0%9F%98%80", Some("_")),
        ("callback=%FF+", Some("_FF_")),
        ("callback=alert(1)//", Some("alert_1___")),
    ];
    for (query, expected) in cases {
        let head = Head::new("/r").query(query);
        let jsonp = HOST.negotiate(&head).unwrap().jsonp;
        assert_eq!(
            jsonp.as_ref().map(|jsonp| jsonp.name()),
            expected,
            "{query}"
        );
    }
}

#[test]
fn jsonp_around_other_formats() {
    let head = Head::new("/r.xml").query("callback=cb");
    let choice = HOST.negotiate(&head).unwrap();
    assert_eq!(choice.content_type, "application/xml");
    assert_eq!(choice.jsonp.unwrap().wrap(b"<r/>"), b"cb(<r/>)");

    let negotiator = Negotiator::new(Policy::Strict).offers(&[HTML, Offer::JSON, XML]);
    assert_eq!(negotiator.negotiate(&head).unwrap().jsonp, None);

    let head = Head::new("/r").query("callback=cb");
    let mut choice = HOST.negotiate(&head).unwrap();
    choice.set_offer(Offer::JSV);
    assert_eq!(choice.content_type, "application/jsv");
    assert!(choice.jsonp.is_some());
    let mut choice = negotiator.negotiate(&head).unwrap();
    choice.set_offer(XML);
    assert_eq!(choice.jsonp, None);
}

#[test]
fn careful_jsonp() {
    let name = "x".repeat(128);
    let query = format!("callback={name}");
    let longer = format!("callback={name}y");
    for policy in [Policy::Strict, Policy::Default(Offer::JSV)] {
        let choice = negotiate(policy, &Head::new("/r").query(&query)).unwrap();
        assert_eq!(choice.content_type, "text/javascript; charset=utf-8");
        assert!(choice.jsonp.is_some_and(|jsonp| jsonp.nosniff()));

        let head = Head::new("/r").query(&longer);
        let refusal = negotiate(policy, &head).unwrap_err();
        assert_eq!(
            (&refusal, refusal.status()),
            (&Refusal::CallbackTooLong, 400)
        );
        let off = Negotiator::new(policy).jsonp(false).negotiate(&head);
        assert_eq!(off.unwrap().content_type, Offer::JSON.content_type());
    }
    let choice = negotiate(Policy::ServiceStack, &Head::new("/r").query(&longer)).unwrap();
    let jsonp = choice.jsonp.unwrap();
    assert_eq!(jsonp.name().len(), 129);
    assert!(!jsonp.nosniff());
    assert_eq!(
        jsonp.wrap("\u{2028}".as_bytes())[130..133],
        *"\u{2028}".as_bytes()
    );

    let choice = negotiate(Policy::Strict, &Head::new("/r").query("callback=f")).unwrap();
    let body = "\"\u{2028}\u{2029}\u{2027}â\u{2028}";
    let wrapped = choice.jsonp.unwrap().wrap(body.as_bytes());
    let expected = "f(\"\\u2028\\u2029\u{2027}â\\u2028)";
    assert_eq!(wrapped, expected.as_bytes());
}

#[test]
fn the_type_of_the_request() {
    let cases = [
        ("text/jsv", "text/jsv"),
        ("application/json", "application/json; charset=utf-8"),
        ("APPLICATION/JSON", "APPLICATION/JSON"),
        (
            "application/jsv; charset=utf-8",
            "application/jsv; charset=utf-8",
        ),
        ("application/jsv;\r\nX: y", "application/jsv"),
        ("image/png", "text/html"),
        ("Multipart/Form-Data; boundary=x", "text/html"),
        (" ", "text/html"),
    ];
    for (content_type, expected) in cases {
        let head = Head::new("/r").accept("*/*").content_type(content_type);
        let choice = HOST.negotiate(&head).unwrap();
        assert_eq!(choice.content_type, expected, "{content_type}");
    }
    // Without `*/*`, or with a weight, it does not count.
    for accept in ["", "text/plain, */*", "*/*;q=0.5"] {
        let head = Head::new("/r").accept(accept).content_type("text/jsv");
        assert_eq!(HOST.negotiate(&head).unwrap().offer, HTML, "{accept}");
    }
}

#[test]
fn any_list_of_offers() {
    let none = Negotiator::new(Policy::ServiceStack).offers(&[]);
    assert_eq!(none.negotiate(&Head::new("/r")).unwrap().offer, Offer::JSON);
    let pages = Negotiator::new(Policy::ServiceStack).offers(&[HTML]);
    let head = Head::new("/r").query("callback=cb");
    assert_eq!(pages.negotiate(&head).unwrap().offer, HTML);
    let head = Head::new("/api/X");
    assert_eq!(pages.negotiate(&head).unwrap().offer, HTML);
    // A default that is not in the list is offered, too.
    let policy = Policy::Default(XML);
    let negotiator = Negotiator::new(policy).offers(&[Offer::JSON]);
    let head = Head::new("/r.xml");
    assert_eq!(negotiator.negotiate(&head).unwrap().offer, XML);
}
