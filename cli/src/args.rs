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
    /// JSV has no types, so that every scalar becomes a JSON string, unless --as names the type of
    /// the text or --infer is given. From JSON, numbers keep their text, `true` becomes `True`, and
    /// a null member is left out.
    Convert {
        /// Format of the input; `auto` takes a file ending in .json or .jsv at its word, and else
        /// a text that is JSON as a whole for JSON.
        #[arg(long, value_enum, default_value_t = From::Auto)]
        from: From,
        /// Format of the output [default: json for JSV, jsv for JSON].
        #[arg(long, value_enum)]
        to: Option<To>,
        /// Type of the text, one that `jsv types` lists, or `Name[]` for a list of it.
        #[arg(long = "as", value_name = "TYPE")]
        as_type: Option<String>,
        #[command(flatten)]
        typed: Typed,
        #[command(flatten)]
        reading: Reading,
        /// Case of the names in the output. Without a type nothing tells a name from a map's key,
        /// so all of them change.
        #[arg(long, value_enum, default_value_t = Case::AsDeclared)]
        case: Case,
        /// To JSON: make bools and numbers of bare scalars that print back the same.
        #[arg(long, conflicts_with = "as_type")]
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
    /// List the types that `convert --as` knows.
    Types,
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page, in roff.
    Man,
}

/// How the scalars of a typed text are printed.
#[derive(Debug, Args)]
pub(crate) struct Typed {
    /// Form of the Guids in the output: 32 digits, or with hyphens. Needs --as.
    #[arg(long, value_enum, requires = "as_type")]
    guid: Option<Guid>,
    /// Form of the dates in the output: of a DateTime any in JSON, the Unix ones in JSV; of a
    /// DateTimeOffset iso8601 and system-text, in JSON. A Unix form also reads a number as a date.
    /// Needs --as.
    #[arg(long, value_enum, requires = "as_type")]
    date_format: Option<DateFormat>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Guid {
    N,
    D,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DateFormat {
    Wcf,
    Iso8601,
    Iso8601DateOnly,
    Iso8601DateTime,
    Rfc1123,
    UnixTime,
    UnixTimeMs,
    SystemText,
}

impl Typed {
    /// The options with these choices.
    pub(crate) fn set(&self, mut options: jsv::Options) -> jsv::Options {
        if let Some(guid) = self.guid {
            options = options.guid(match guid {
                Guid::N => jsv::GuidFormat::N,
                Guid::D => jsv::GuidFormat::D,
            });
        }
        if let Some(date_format) = self.date_format {
            options = options.date_format(match date_format {
                DateFormat::Wcf => jsv::DateFormat::Wcf,
                DateFormat::Iso8601 => jsv::DateFormat::Iso8601,
                DateFormat::Iso8601DateOnly => jsv::DateFormat::Iso8601DateOnly,
                DateFormat::Iso8601DateTime => jsv::DateFormat::Iso8601DateTime,
                DateFormat::Rfc1123 => jsv::DateFormat::Rfc1123,
                DateFormat::UnixTime => jsv::DateFormat::UnixTime,
                DateFormat::UnixTimeMs => jsv::DateFormat::UnixTimeMs,
                DateFormat::SystemText => jsv::DateFormat::SystemText,
            });
        }
        options
    }
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
