//! Reading the input: a file or standard input, with progress where it is large.

use std::{
    fs::File,
    io::{self, IsTerminal, Read},
    path::Path,
};

use indicatif::{ProgressBar, ProgressStyle};

use crate::{args::From, failure::Failure};

/// Files from this size on show progress.
const LARGE: u64 = 16 << 20;

/// All bytes of the file, or of standard input, without the line break at their end.
pub(crate) fn read(file: Option<&Path>) -> Result<Vec<u8>, Failure> {
    let file = file.filter(|file| *file != Path::new("-"));
    let mut bytes = Vec::new();
    let read = match file {
        None => io::stdin().lock().read_to_end(&mut bytes),
        Some(path) => read_file(path, &mut bytes),
    };
    match read {
        Ok(_) => {
            // The line break that ends a file's last line is none of a bare text's.
            if bytes.pop_if(|last| *last == b'\n').is_some() {
                bytes.pop_if(|last| *last == b'\r');
            }
            Ok(bytes)
        }
        Err(error) => Err(Failure::reading(&error, file)),
    }
}

fn read_file(path: &Path, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    if size < LARGE || !io::stderr().is_terminal() {
        return file.read_to_end(bytes);
    }
    let progress = ProgressBar::new(size);
    if let Ok(style) = ProgressStyle::with_template("{bytes}/{total_bytes} {wide_bar} {eta}") {
        progress.set_style(style);
    }
    let read = progress.wrap_read(file).read_to_end(bytes);
    progress.finish_and_clear();
    read
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
