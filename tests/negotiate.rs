//! Negotiation beside the recorded requests: `Accept` as RFC 9110 has it, the rules of URLs,
//! JSONP, and properties against a naive implementation.

mod oracle;
mod properties;
mod strict;
mod urls;
