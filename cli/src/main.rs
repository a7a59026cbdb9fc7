//! The command `jsv`: converts, checks, formats and looks into JSV files.

mod args;
mod convert;
mod failure;
mod input;
mod path;
mod recase;
mod types;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::{CommandFactory, Parser};
use jsv::Value;

use crate::{
    args::{Cli, Command, To},
    failure::Failure,
};

fn main() -> ExitCode {
    // clap ends the process with code 2 where the usage is wrong.
    match run(Cli::parse().command).and_then(|output| print(&output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.show();
            failure.exit_code()
        }
    }
}

/// Gives what the command prints.
fn run(command: Command) -> Result<Vec<u8>, Failure> {
    match command {
        Command::Convert {
            from,
            to,
            as_type,
            typed,
            reading,
            case,
            infer,
            file,
        } => {
            let input = input::read(file.as_deref())?;
            let case = case.text_case();
            let options = reading.options();
            let is_json = input::is_json(from, file.as_deref(), &input);
            let to = to.unwrap_or(if is_json { To::Jsv } else { To::Json });
            let output = match as_type {
                Some(name) => {
                    let options = typed.set(options.text_case(case));
                    convert::typed(&input, is_json, to, &name, &options)
                }
                None if is_json => convert::from_json(&input, to, case, &options),
                None => convert::from_jsv(&input, to, case, infer, &options),
            };
            output.map(String::into_bytes).map(line)
        }
        Command::Check { reading, file } => {
            let input = input::read(file.as_deref())?;
            convert::read(&input, &reading.options())?;
            Ok(Vec::new())
        }
        Command::Fmt {
            compact,
            reading,
            file,
        } => {
            let input = input::read(file.as_deref())?;
            let value = convert::read(&input, &reading.options())?;
            let written = if compact {
                jsv::to_vec(&value)
            } else {
                jsv::to_vec_pretty(&value)
            };
            written.map(line).map_err(Failure::message)
        }
        Command::Get {
            path,
            reading,
            file,
        } => {
            let input = input::read(file.as_deref())?;
            let root = convert::read(&input, &reading.options())?;
            Ok(line(match path::get(&root, &path)? {
                Value::Text(text) => text.clone().into_bytes(),
                value => value.to_string().into_bytes(),
            }))
        }
        Command::Types => Ok(line(types::NAMES.join("\n").into_bytes())),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "jsv", &mut script);
            Ok(script)
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command())
                .render(&mut page)
                .map_err(|error| Failure::writing(&error))?;
            Ok(page)
        }
    }
}

/// A text with a line break at its end, for a terminal's sake.
fn line(mut text: Vec<u8>) -> Vec<u8> {
    text.push(b'\n');
    text
}

fn print(output: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout
        .write_all(output)
        .and_then(|()| stdout.flush())
        .map_err(|error| Failure::writing(&error))
}
