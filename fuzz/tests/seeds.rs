//! Replays every seed, and the texts of the main crate's tests, through the fuzz targets' checks.

use std::{fs, panic, path::Path};

/// The files of a folder that have this extension, by name; none if there is no such folder.
fn files(folder: &str, extension: Option<&str>) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .filter(|path| extension.is_none_or(|wanted| path.extension().is_some_and(|e| e == wanted)))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn replay(name: &str, data: &[u8]) {
    let checks = || {
        jsv_fuzz::read(data);
        jsv_fuzz::json(data);
        jsv_fuzz::scalars(data);
        jsv_fuzz::request(data);
    };
    if let Err(panic) = panic::catch_unwind(checks) {
        println!("input {name}: {:?}", String::from_utf8_lossy(data));
        panic::resume_unwind(panic);
    }
}

#[test]
fn every_seed_passes() {
    let seeds = files("seeds", None);
    assert!(!seeds.is_empty(), "expected: some seeds, actual: none");
    for (name, data) in seeds {
        replay(&name, &data);
    }
}

#[test]
fn every_text_of_the_main_tests_passes() {
    for extension in ["jsv", "json"] {
        for (name, data) in files("../tests/seeds", Some(extension)) {
            replay(&name, &data);
        }
    }
}

/// The recorded texts are as good a corpus as any: whole, broken, and of every type.
#[test]
fn every_recorded_text_passes() {
    for (name, data) in files("../tests/vectors", Some("jsonl")) {
        for line in data
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
        {
            let line: serde_json::Value = serde_json::from_slice(line).unwrap();
            for key in ["jsv", "json", "pretty", "input"] {
                if let Some(text) = line.get(key).and_then(serde_json::Value::as_str) {
                    replay(&format!("{name}: {key}"), text.as_bytes());
                    let unquoted = text.trim_matches('"').as_bytes();
                    replay(&format!("{name}: {key} unquoted"), unquoted);
                }
            }
        }
    }
}

#[test]
fn every_beginning_of_a_seed_passes() {
    for (name, data) in files("seeds", None) {
        for end in 0..data.len().min(400) {
            replay(&format!("{name} up to {end}"), &data[..end]);
        }
    }
}

/// The recorded requests, in the form that the target takes.
#[test]
fn every_recorded_request_passes() {
    let recorded = files("../tests/vectors", Some("jsonl"));
    let lines = recorded
        .iter()
        .filter(|(name, _)| name == "http.jsonl")
        .flat_map(|(_, data)| data.split(|byte| *byte == b'\n'))
        .filter(|line| !line.is_empty());
    let mut count = 0;
    for line in lines {
        let line: serde_json::Value = serde_json::from_slice(line).unwrap();
        let request = &line["request"];
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let headers = |name: &str| -> Vec<String> {
            let headers = request["headers"].as_array().unwrap().iter();
            headers
                .filter(|header| text(&header[0]).eq_ignore_ascii_case(name))
                .map(|header| text(&header[1]))
                .collect()
        };
        let mut head = vec![text(&request["target"])];
        head.extend(headers("Accept"));
        head.push(headers("Content-Type").concat());
        let data = format!("{}\n\n{}", head.join("\n"), text(&request["body"]));
        replay(&text(&line["id"]), data.as_bytes());
        count += 1;
    }
    assert!(count > 2000, "expected: all requests, actual: {count}");
}
