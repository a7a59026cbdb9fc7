//! Reading the input: a file or standard input, with progress where it is large.

use std::{
    fs::File,
    io::{self, IsTerminal, Read},
    path::Path,
};

use indicatif::{ProgressBar, ProgressStyle};

use crate::{args::From, failure::Failure};

/// Input of more than this shows progress while it is read.
const LARGE: u64 = 16 << 20;

/// All bytes of the file, or of standard input, without the line break at their end.
pub(crate) fn read(file: Option<&Path>) -> Result<Vec<u8>, Failure> {
    let file = file.filter(|file| *file != Path::new("-"));
    let read = match file {
        None => read_all(io::stdin().lock(), None),
        Some(path) => File::open(path).and_then(|file| {
            let size = file.metadata()?.len();
            read_all(file, Some(size))
        }),
    };
    let mut bytes = read.map_err(|error| Failure::reading(&error, file))?;
    // The line break that ends a file's last line is none of a bare text's.
    if bytes.pop_if(|last| *last == b'\n').is_some() {
        bytes.pop_if(|last| *last == b'\r');
    }
    Ok(bytes)
}

fn read_all(mut reader: impl Read, size: Option<u64>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if !io::stderr().is_terminal() {
        reader.read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    let start = reader.by_ref().take(LARGE).read_to_end(&mut bytes)? as u64;
    if start == LARGE {
        let progress = progress(size);
        progress.set_position(start);
        progress.wrap_read(reader).read_to_end(&mut bytes)?;
        progress.finish_and_clear();
    }
    Ok(bytes)
}

/// A bar where the size is known, else a count.
fn progress(size: Option<u64>) -> ProgressBar {
    let (bar, template) = match size {
        Some(size) => (
            ProgressBar::new(size),
            "{bytes}/{total_bytes} {wide_bar} {eta}",
        ),
        None => (ProgressBar::no_length(), "{bytes} read, {bytes_per_sec}"),
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        // The templates are well-formed; without one the bar has its own style.
        Err(_) => bar,
    }
}

/// Which format the input is in.
pub(crate) fn is_json(from: From, file: Option<&Path>, bytes: &[u8]) -> bool {
    let extension = || {
        file.and_then(Path::extension)
            .and_then(|extension| extension.to_str())
            .map(str::to_ascii_lowercase)
    };
    match from {
        From::Json => true,
        From::Jsv => false,
        From::Auto => match extension().as_deref() {
            Some("json") => true,
            Some("jsv") => false,
            _ => is_json_text(bytes),
        },
    }
}

/// A structure that is JSON as a whole. A bare scalar may be either, and then means the same.
fn is_json_text(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    matches!(bytes.trim_ascii_start(), [b'{' | b'[', ..])
        && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}
