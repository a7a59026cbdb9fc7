//! Gathers the small pieces that serde_json writes.

use alloc::vec::Vec;
use std::io;

/// How many bytes gather before they go to the writer.
const CHUNK: usize = 64 * 1024;

/// Writes into a writer in large pieces. The last of them waits for [`finish`](Self::finish).
pub(super) struct Chunks<W> {
    writer: W,
    gathered: Vec<u8>,
}

impl<W: io::Write> Chunks<W> {
    pub(super) fn new(writer: W) -> Self {
        Self {
            writer,
            gathered: Vec::with_capacity(128),
        }
    }

    /// Gives the writer the last piece, and then gives the writer back.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.write_gathered()?;
        Ok(self.writer)
    }

    fn write_gathered(&mut self) -> io::Result<()> {
        self.writer.write_all(&self.gathered)?;
        self.gathered.clear();
        Ok(())
    }
}

impl<W: io::Write> io::Write for Chunks<W> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.gathered.extend_from_slice(bytes);
        if self.gathered.len() >= CHUNK {
            return self.write_gathered();
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.write_gathered()?;
        self.writer.flush()
    }
}
