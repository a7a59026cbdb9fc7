//! Replays every seed, and the texts of the main crate's tests, through the fuzz target's checks.

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
    if let Err(panic) = panic::catch_unwind(|| jsv_fuzz::read(data)) {
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
    for (name, data) in files("../tests/seeds", Some("jsv")) {
        replay(&name, &data);
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
