//! A value written as a whole: serde_json's writer with this dialect's formatter and adapter.

use alloc::vec::Vec;
use std::io;

use serde_core::ser::Serialize;

use super::{
    adapter::Adapted,
    formatter::{DotnetFormatter, NextString},
    state::State,
};
use crate::{error::Result, options::Options};

/// serde_json's serializer with the layout of this dialect.
pub(super) type Inner<W> = serde_json::Serializer<W, DotnetFormatter>;

#[derive(Clone, Copy)]
pub(super) enum Layout {
    Compact,
    Indented,
}

pub(super) fn inner<W: io::Write>(writer: W, layout: Layout, next: NextString) -> Inner<W> {
    let formatter = match layout {
        Layout::Compact => DotnetFormatter::compact(next),
        Layout::Indented => DotnetFormatter::indented(next),
    };
    Inner::with_formatter(writer, formatter)
}

/// The text of a value that is inside of `depth` levels.
#[inline]
pub(super) fn written<T: Serialize + ?Sized>(
    value: &T,
    options: &Options,
    layout: Layout,
    depth: usize,
) -> Result<Vec<u8>> {
    let state = &State::new(options);
    let mut inner = inner(Vec::with_capacity(128), layout, state.next.clone());
    let adapted = Adapted {
        value,
        state,
        depth,
    };
    adapted
        .serialize(&mut inner)
        .map_err(|error| state.error(error))?;
    Ok(inner.into_inner())
}
