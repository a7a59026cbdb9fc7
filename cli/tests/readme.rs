//! The README's commands print what it says.

use assert_cmd::Command;

/// What each of the README's runs of the command begins with.
const RUN: &str = "cargo run -q -p jsv-cli -- ";

#[test]
fn the_commands_of_the_readme_print_what_it_says() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let readme = std::fs::read_to_string(format!("{root}/README.md")).unwrap();
    let mut runs = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap();
        for run in block.split("$ ").skip(1) {
            let (command, expected) = run.split_once('\n').unwrap();
            let Some(arguments) = command.strip_prefix(RUN) else {
                assert_eq!(command, "cargo test --workspace");
                continue;
            };
            Command::new(env!("CARGO_BIN_EXE_jsv"))
                .current_dir(root)
                .args(arguments.split(' '))
                .assert()
                .success()
                .stdout(expected.to_owned());
            runs += 1;
        }
    }
    assert_eq!(runs, 4, "runs of the command in the README");
}

#[test]
fn the_report_of_the_readme_is_what_is_drawn() {
    let readme = include_str!("../../README.md");
    let report = readme
        .split("```text\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap_or_else(|| panic!("the README shows no report"));
    let text = "{\n\tBillingInformation: \n\t{\n\t\tName: \"Acme\"x,\n\t}\n}";
    Command::new(env!("CARGO_BIN_EXE_jsv"))
        .arg("check")
        .write_stdin(text)
        .assert()
        .code(1)
        .stderr(report.to_owned());
}
