//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Converts, checks, formats and looks into JSV, the text format of ServiceStack.
///
/// FILE is read if given, else standard input, which is also what `-` means. Output goes to
/// standard output, errors to standard error. Exit codes: 0, 1 for bad input or a file that cannot
/// be read, 2 for wrong usage.
#[derive(Debug, Parser)]
#[command(name = "jsv", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Convert between JSV and JSON.
    ///
    /// JSV has no types, so that every scalar becomes a JSON string unless --infer is given. From
    /// JSON, numbers keep their text, `true` becomes `True`, and a null member is left out.
    Convert {
        /// Format of the input; `auto` takes a file ending in .json or .jsv at its word, and else
        /// a text that is JSON as a whole for JSON.
        #[arg(long, value_enum, default_value_t = From::Auto)]
        from: From,
        /// Format of the output [default: json for JSV, jsv for JSON].
        #[arg(long, value_enum)]
        to: Option<To>,
        #[command(flatten)]
        reading: Reading,
        /// Case of the names in the output. Without a type nothing tells a name from a map's key,
        /// so all of them change.
        #[arg(long, value_enum, default_value_t = Case::AsDeclared)]
        case: Case,
        /// To JSON: make bools and numbers of bare scalars that print back the same.
        #[arg(long)]
        infer: bool,
        /// File to read; `-` is standard input.
        file: Option<PathBuf>,
    },
    /// Check that a text is JSV: says nothing if it is, else draws where it is not.
    Check {
        #[command(flatten)]
        reading: Reading,
        /// File to read; `-` is standard input.
        file: Option<PathBuf>,
    },
    /// Format JSV: the pretty layout, or compact.
    Fmt {
        /// Write the compact form.
        #[arg(long)]
        compact: bool,
        #[command(flatten)]
        reading: Reading,
        /// File to read; `-` is standard input.
        file: Option<PathBuf>,
    },
    /// Print one value: a scalar as its text, an object or list as compact JSV.
    Get {
        /// Way to the value, like `BillingInformation.BillingMethodOptions[0].Name`. Names match
        /// exactly or else ignoring case; one with `.` or `[` stands in quotes: `"a.b"[0]`.
        path: String,
        #[command(flatten)]
        reading: Reading,
        /// File to read; `-` is standard input.
        file: Option<PathBuf>,
    },
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page, in roff.
    Man,
}

/// How JSV is read.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// Which white space of a JSV text is layout: that of the pretty printer if the text begins
    /// like it, none, or any around a token.
    #[arg(long, value_enum, default_value_t = Layout::Auto)]
    pub(crate) layout: Layout,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    Auto,
    Jsv,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum To {
    Json,
    JsonPretty,
    Jsv,
    JsvPretty,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layout {
    Auto,
    Compact,
    Loose,
}

impl Reading {
    pub(crate) fn options(&self) -> jsv::Options {
        jsv::Options::new().layout(match self.layout {
            Layout::Auto => jsv::Layout::Auto,
            Layout::Compact => jsv::Layout::Compact,
            Layout::Loose => jsv::Layout::Loose,
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Case {
    AsDeclared,
    Camel,
    Snake,
}

impl Case {
    pub(crate) fn text_case(self) -> jsv::TextCase {
        match self {
            Self::AsDeclared => jsv::TextCase::AsDeclared,
            Self::Camel => jsv::TextCase::Camel,
            Self::Snake => jsv::TextCase::Snake,
        }
    }
}
