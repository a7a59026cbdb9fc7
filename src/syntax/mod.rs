//! JSV as text, without serde: tokens, the grammar, quoting, numbers and layouts.
//!
//! [`token`] holds the leaves: nom functions on bytes, each for one token. [`cursor`] strings them
//! together by the one grammar that is read, skipped and captured alike; [`layout`] knows which
//! white space the layouts make and undo. [`quote`] and [`number`] are the rules for writing,
//! [`scalar`] those for reading a scalar's text.

pub(crate) mod cursor;
pub(crate) mod layout;
pub(crate) mod number;
pub(crate) mod quote;
pub(crate) mod scalar;
pub(crate) mod scan;
mod token;
