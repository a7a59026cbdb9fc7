//! What goes wrong, and how it is shown.

use std::{fmt::Write as _, io, path::Path, process::ExitCode};

use anstyle::{AnsiColor, Style};

/// A failure.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Bad input, or a file that cannot be read: shown as it is.
    Message(String),
    /// An argument that makes no sense: shown as it is.
    Usage(String),
    /// Nobody reads standard output any more: no failure to speak of.
    ClosedPipe,
}

impl Failure {
    pub(crate) fn message(message: impl std::fmt::Display) -> Self {
        Self::Message(format!("error: {message}\n"))
    }

    /// A text that is not what it should be.
    pub(crate) fn text(error: &jsv::Error, text: &[u8]) -> Self {
        Self::Message(error.report(&String::from_utf8_lossy(text)))
    }

    pub(crate) fn reading(error: &io::Error, file: Option<&Path>) -> Self {
        match file {
            Some(file) => Self::message(format_args!("{}: {error}", file.display())),
            None => Self::message(format_args!("standard input: {error}")),
        }
    }

    pub(crate) fn writing(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::message(format_args!("standard output: {error}")),
        }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::ClosedPipe => ExitCode::SUCCESS,
            Self::Message(_) => ExitCode::from(1),
            // As clap does.
            Self::Usage(_) => ExitCode::from(2),
        }
    }

    /// Shows it on standard error, in colour on a terminal.
    pub(crate) fn show(&self) {
        let (Self::Message(message) | Self::Usage(message)) = self else {
            return;
        };
        const RED: Style = AnsiColor::Red.on_default().bold();
        let mut shown = String::new();
        for line in message.lines() {
            let red_from = match line.split_once('|') {
                _ if line.starts_with("error:") => Some(0..6),
                Some((gutter, rest)) if gutter.trim().is_empty() && rest.contains('^') => {
                    Some(gutter.len() + 1..line.len())
                }
                _ => None,
            };
            // Writing to a String does not fail.
            let _ = match red_from {
                Some(red) => writeln!(
                    shown,
                    "{}{RED}{}{RED:#}{}",
                    &line[..red.start],
                    &line[red.clone()],
                    &line[red.end..]
                ),
                None => writeln!(shown, "{line}"),
            };
        }
        anstream::eprint!("{shown}");
    }
}
