//! The command as a person runs it: output, errors and exit codes of the binary.

use assert_cmd::{Command, assert::Assert};

/// Runs the command with standard input.
fn jsv(arguments: &[&str], input: &str) -> Assert {
    Command::new(env!("CARGO_BIN_EXE_jsv"))
        .args(arguments)
        .write_stdin(input)
        .assert()
}

/// The output of a run that succeeds and says nothing on standard error.
fn output(arguments: &[&str], input: &str) -> String {
    let run = jsv(arguments, input).success().stderr("");
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

/// The path of a seed.
fn seed(name: &str) -> String {
    format!("{}/../tests/seeds/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn jsv_becomes_json_and_json_jsv() {
    let cases: &[(&[&str], &str, &str)] = &[
        (
            &[],
            "{A:1,B:[x,,\"\"],C:{}}",
            r#"{"A":"1","B":["x",null,""],"C":{}}"#,
        ),
        (
            &[],
            r#"{"A":1.50,"B":[true,null],"C":null}"#,
            "{A:1.50,B:[True,]}",
        ),
        (
            &[],
            r#"{"A":123456789012345678901234567890}"#,
            "{A:123456789012345678901234567890}",
        ),
        (
            &["--infer"],
            "{A:1,B:01,C:True,D:-1.5,E:\"2\",F:NaN}",
            r#"{"A":1,"B":"01","C":true,"D":-1.5,"E":"2","F":"NaN"}"#,
        ),
        (&["--from", "jsv"], r#"{"A":"x"}"#, r#"{"A":"x"}"#),
        (&["--to", "jsv"], "{A:1}", "{A:1}"),
        (
            &["--to", "jsv-pretty"],
            "{A:[1]}",
            "{\n\tA: \n\t[\n\t\t1\n\t]\n}",
        ),
        (
            &["--to", "json-pretty"],
            "{A:[1]}",
            "{\n    \"A\": [\n        \"1\"\n    ]\n}",
        ),
        (&["--to", "json-pretty"], "{A:[]}", "{\n    \"A\": []\n}"),
        (
            &["--to", "json"],
            r#"{ "B": 1.50, "A": [] }"#,
            r#"{"B":1.50,"A":[]}"#,
        ),
        (
            &["--case", "camel"],
            "{CompanyId:1,Sub:[{MyID:2}]}",
            r#"{"companyId":"1","sub":[{"myID":"2"}]}"#,
        ),
        (&["--case", "snake"], r#"{"CompanyId":1}"#, "{company_id:1}"),
        (
            &["--layout", "loose"],
            "{ A : 1 , B : [ x ] }",
            r#"{"A":"1","B":["x"]}"#,
        ),
        (&["-"], "[a]", r#"["a"]"#),
        (&[], "a\r\n", "\"a\""),
    ];
    for (arguments, input, expected) in cases {
        let arguments = [&["convert"], *arguments].concat();
        let actual = output(&arguments, input);
        assert_eq!(actual, format!("{expected}\n"), "{arguments:?} of {input}");
    }
}

#[test]
fn the_seeds_go_from_jsv_to_json_and_back() {
    for name in [
        "create-license.request",
        "create-license.response",
        "cancel-license.response",
    ] {
        let page = std::fs::read_to_string(seed(&format!("{name}.jsv"))).unwrap();
        let json = output(&["convert", &seed(&format!("{name}.jsv")), "--infer"], "");
        let back = output(&["convert", "--to", "jsv-pretty"], &json);
        assert_eq!(back, format!("{page}\n"), "{name}");
    }
    for name in ["update-customer.request", "create-axema-user-sync.response"] {
        let page = std::fs::read_to_string(seed(&format!("{name}.json"))).unwrap();
        let jsv = output(&["convert", &seed(&format!("{name}.json"))], "");
        let read: serde_json::Value = serde_json::from_str(&page).unwrap();
        let back: serde_json::Value =
            serde_json::from_str(&output(&["convert", "--from", "jsv"], &jsv)).unwrap();
        assert_eq!(
            read.as_object().unwrap().len(),
            back.as_object().unwrap().len()
        );
    }
}

#[test]
fn check_says_nothing_or_draws_the_error() {
    jsv(&["check"], "{A:1}").success().stdout("").stderr("");
    let broken = "{\n\tA: 1,\n\tB: \"x\"y\n}";
    jsv(&["check"], broken).code(1).stdout("").stderr(
        "error: expected `,` or `}` after a closing quote\n --> line 3, column 8, at B\n  |\n\
         3 |     B: \"x\"y\n  |           ^\n",
    );
    jsv(&["check"], "{ A: {} }").code(1);
    jsv(&["check", "--layout", "loose"], "{ A: {} }").success();
}

#[test]
fn what_is_not_utf_8_is_drawn_too() {
    let run = Command::new(env!("CARGO_BIN_EXE_jsv"))
        .arg("check")
        .write_stdin(&b"{A:\xFF}"[..])
        .assert()
        .code(1);
    let error = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(
        error.starts_with("error: not UTF-8\n --> line 1, column 4\n"),
        "{error}"
    );
}

#[test]
fn fmt_writes_the_pretty_layout_or_the_compact() {
    assert_eq!(output(&["fmt"], "{A:{}}"), "{\n\tA: {}\n}\n");
    let path = seed("create-license.request.jsv");
    let page = std::fs::read_to_string(&path).unwrap();
    assert_eq!(output(&["fmt", &path], ""), format!("{page}\n"));
    let compact = output(&["fmt", "--compact", &path], "");
    assert!(compact.starts_with("{CompanyId:00000000-"), "{compact}");
    assert_eq!(output(&["fmt"], compact.trim_end()), format!("{page}\n"));
}

#[test]
fn get_finds_a_value_by_its_path() {
    let text = "{Name:\"a,b\",List:[x,{A:1}],a.b:c,Empty:[]}";
    let cases = [
        ("Name", "a,b"),
        ("name", "a,b"),
        ("List", "[x,{A:1}]"),
        ("List[1].A", "1"),
        ("\"a.b\"", "c"),
        ("", text),
    ];
    for (path, expected) in cases {
        assert_eq!(
            output(&["get", path], text),
            format!("{expected}\n"),
            "{path}"
        );
    }
    let failures = [
        ("Nope.A", "error: nothing at `Nope`: no such member\n"),
        ("List[7]", "error: nothing at `List[7]`: no such item\n"),
        (
            "Empty[0]",
            "error: nothing at `Empty[0]`: the list is empty\n",
        ),
        ("Name.A", "error: nothing at `Name.A`: not an object\n"),
        ("Name[0]", "error: nothing at `Name[0]`: not a list\n"),
    ];
    for (path, expected) in failures {
        jsv(&["get", path], text)
            .code(1)
            .stdout("")
            .stderr(expected);
    }
    jsv(&["get", "List[x]"], text)
        .code(2)
        .stdout("")
        .stderr("error: malformed path `List[x]` at column 5: expected `Name`, `.Name` or `[0]`\n");
}

#[test]
fn bad_json_is_an_error_with_its_place() {
    let cases = [
        (
            "{\"a\":1,\n\"b\":}",
            "error: expected value\n --> line 2, column 5, at b\n  |\n2 | \"b\":}\n  |     ^\n",
        ),
        (
            "{\"a\":1,\"a\":2}",
            "error: `a` stands twice\n --> line 1, column 8\n  |\n1 | {\"a\":1,\"a\":2}\n  \
             |        ^\n",
        ),
    ];
    for (input, expected) in cases {
        jsv(&["convert", "--from", "json"], input)
            .code(1)
            .stderr(expected);
    }
    jsv(&["convert", "--from", "json"], &"[".repeat(200)).code(1);
    let deep = "[".repeat(200) + &"]".repeat(200);
    jsv(&["convert", "--from", "json"], &deep).code(1);
    for clash in ["{MyId:1,myId:2}", r#"{"MyId":1,"myId":2}"#] {
        jsv(&["convert", "--case", "camel"], clash)
            .code(1)
            .stderr("error: `myId` would stand twice in the case asked for\n");
    }
}

#[test]
fn a_type_says_what_each_scalar_is() {
    let license = "{CompanyId:7a1b2c3d4e5f60718293a4b5c6d7e8f9,TypeId:3,MetaData:\"3\"}";
    let relation = "{BillingMethodId:1,ModifiedDate:2001-01-01T10:20:30.0000000+00:00}";
    let price = r#"{"price":"249","modifiedDate":"\/Date(978344430000)\/"}"#;
    let job = "{Status:1,CreatedDate:2001-01-01T10:20:30Z}";
    let cases: &[(&[&str], &str, &str)] = &[
        (
            &["--as", "CreateLicense"],
            license,
            r#"{"CompanyId":"7a1b2c3d4e5f60718293a4b5c6d7e8f9","TypeId":3,"MetaData":"3"}"#,
        ),
        (
            &["--as", "createlicense", "--guid", "d", "--case", "camel"],
            license,
            r#"{"companyId":"7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9","typeId":3,"metaData":"3"}"#,
        ),
        (
            &[
                "--as",
                "BillingMethodCountriesRelation[]",
                "--date-format",
                "iso8601",
            ],
            &format!("[{relation}]"),
            r#"[{"BillingMethodId":1,"ModifiedDate":"2001-01-01T10:20:30.0000000+00:00"}]"#,
        ),
        (
            &["--as", "LicensePrice"],
            price,
            "{MonthlyPayment:False,LicenseTypeId:0,Price:249,\
             ModifiedDate:2001-01-01T10:20:30.0000000+00:00}",
        ),
        (
            &[
                "--as",
                "AxemaUserSyncJobResponse",
                "--date-format",
                "unix-time",
                "--to",
                "jsv",
            ],
            job,
            "{Id:00000000000000000000000000000000,CompanyId:00000000000000000000000000000000,\
             Status:1,CreatedDate:978344430,UpdatedDate:-62135596800}",
        ),
        (
            &["--as", "CancelLicense", "--to", "jsv-pretty"],
            "{Id:7}",
            "{\n\tId: 7\n}",
        ),
    ];
    for (arguments, input, expected) in cases {
        let arguments = [&["convert"], *arguments].concat();
        let actual = output(&arguments, input);
        assert_eq!(actual, format!("{expected}\n"), "{arguments:?} of {input}");
    }
    jsv(&["convert", "--as", "CancelLicense"], "{Id:x}")
        .code(1)
        .stderr(
            "error: not a valid integer (i32)\n --> line 1, column 5, at Id\n  |\n1 | {Id:x}\n  \
         |     ^\n",
        );
    jsv(&["convert", "--as", "Nope"], "{Id:1}")
        .code(2)
        .stderr("error: unknown type `Nope`; `jsv types` lists them\n");
    jsv(&["convert", "--guid", "d"], "{Id:1}").code(2);
    jsv(&["convert", "--as", "CancelLicense", "--infer"], "{Id:1}").code(2);
}

#[test]
fn every_listed_type_is_known() {
    let types = output(&["types"], "");
    assert!(types.lines().any(|name| name == "CreateLicense"));
    for name in types.lines() {
        output(&["convert", "--as", name], "{}");
    }
}

#[test]
fn wrong_usage_ends_with_2_and_a_missing_file_with_1() {
    jsv(&[], "").code(2);
    jsv(&["nonsense"], "").code(2);
    jsv(&["convert", "--to", "xml"], "").code(2);
    jsv(&["get"], "").code(2);
    jsv(&["check", "no-such-file.jsv"], "").code(1).stdout("");
    jsv(&["--help"], "").success();
}

#[test]
fn completions_and_the_manual_page_are_generated() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            output(&["completions", shell], "").contains("convert"),
            "{shell}"
        );
    }
    assert!(output(&["man"], "").contains(".TH jsv 1"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::process::{Command, Stdio};

    let mut child = Command::new(env!("CARGO_BIN_EXE_jsv"))
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let result = child.wait_with_output().unwrap();
    assert!(result.status.success());
    assert_eq!(result.stderr, b"");
}
