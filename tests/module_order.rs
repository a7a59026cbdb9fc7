//! The library's modules have one order, in which a module names only those above it. What is read
//! are the paths in its code; comments, where a text names what it likes, are not.

use std::{collections::BTreeMap, fs, path::Path};

/// From the module that knows nothing to those that may know all.
const ORDER: &str = "private error kinds options syntax scalars de ser value json dotnet \
    format negotiate operation query http dto adapter";
/// They gather the modules, or tell of them.
const OUTSIDE: &[&str] = &["lib", "guide"];

/// The code of a file without comments and without its module of tests, which ends it.
fn code(source: &str) -> String {
    let lines = source.lines().take_while(|line| *line != "mod tests {");
    let code = lines.map(|line| line.split("//").next().unwrap_or_default());
    code.collect::<Vec<_>>().join("\n")
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    let is_sign = |c: char| !c.is_alphanumeric() && c != '_';
    text.split(is_sign).next().unwrap_or_default()
}

/// The names at the top of a tree: `a` and `b` of `{a::{x, y}, b}`, `a` of `a::x`.
fn tops(tree: &str) -> Vec<&str> {
    let mut tops = Vec::new();
    let (mut depth, mut is_begin) = (0, true);
    for (at, c) in tree.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' => is_begin = depth == 1,
            c if c.is_whitespace() => {}
            _ if is_begin => {
                tops.push(name(&tree[at..]));
                is_begin = false;
            }
            _ => {}
        }
        if depth == 0 && !is_begin {
            break;
        }
    }
    tops
}

/// What the file of a module names of the crate's root: by `crate`, or by as many `super`.
fn names_of_the_root<'c>(module: &[&str], code: &'c str) -> Vec<&'c str> {
    let root = "super::".repeat(module.len());
    let paths = ["crate::", &root].map(|root| code.match_indices(root).map(|(at, _)| at));
    let paths = paths.into_iter().flatten().filter(|at| {
        let line = code[..*at].lines().last().unwrap_or_default();
        line.matches('"').count().is_multiple_of(2)
            && !line.ends_with(|c: char| c.is_alphanumeric())
    });
    let trees = paths.map(|at| code[at..].trim_start_matches("super::"));
    let trees = trees.map(|tree| tree.trim_start_matches("crate::"));
    trees.flat_map(tops).filter(|top| !top.is_empty()).collect()
}

/// The source files in a folder, by their paths below `src` without the ending.
fn files(src: &Path, folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(src, &path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let path = path.strip_prefix(src).unwrap().with_extension("");
            found.push(path.to_str().unwrap().replace('\\', "/"));
        }
    }
}

#[test]
fn a_module_names_only_those_above_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let code_of = |file: &str| code(&fs::read_to_string(src.join(format!("{file}.rs"))).unwrap());
    let lib = code_of("lib");
    let mut homes = BTreeMap::from([("jsv", "value"), ("jsv_internal", "value")]);
    for (home, names) in lib
        .split("pub use ")
        .filter_map(|path| path.split_once("::"))
    {
        homes.extend(tops(names).into_iter().map(|name| (name, home)));
    }
    let mut all = Vec::new();
    files(&src, &src, &mut all);
    let mut wrong = Vec::new();
    for file in &all {
        let module: Vec<&str> = file.split('/').filter(|part| *part != "mod").collect();
        let home = module[0];
        if OUTSIDE.contains(&home) || module.contains(&"tests") {
            continue;
        }
        let place = |home: &str| ORDER.split(' ').position(|known| known == home);
        let Some(own) = place(home) else {
            wrong.push(format!("{file}.rs: `{home}` is not in the order"));
            continue;
        };
        let code = code_of(file);
        if code.contains("crate::*") {
            wrong.push(format!("{file}.rs: names all of the root"));
        }
        for name in names_of_the_root(&module, &code) {
            let known = homes.get(name).copied().unwrap_or(name);
            match place(known) {
                Some(place) if place <= own => {}
                Some(_) => wrong.push(format!("{file}.rs: knows {name}, which comes after {home}")),
                None => wrong.push(format!(
                    "{file}.rs: knows {name}, which is not in the order"
                )),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
