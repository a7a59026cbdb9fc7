//! Policy `ServiceStack`: what a ServiceStack host makes of a request whose URL names no format
//! (http.md, section 2, steps 5 to 9).

use super::{
    choice::{Decision, Reason},
    head::Head,
    media_range::Quality,
    negotiator::Negotiator,
    offer::Offer,
    path,
};

/// The formats that every host has, in its order after the default. Those of other offers are
/// looked at after all else.
const BUILT_IN: [&str; 4] = ["html", "json", "xml", "jsv"];

/// Chooses by the path's first segment, `Accept` and `Content-Type`.
pub(super) fn decide<'a>(
    negotiator: &Negotiator<'_>,
    head: &Head<'a>,
    has_format: bool,
) -> Decision<'a> {
    if !has_format && let Some(offer) = by_prefix(negotiator, head.path) {
        return Decision::new(offer, Reason::Prefix);
    }
    if let Some(decision) = by_accept(negotiator, head) {
        return decision;
    }
    if head.accept.iter().any(|line| line.trim_ascii() == b"*/*") && is_body_type(head.content_type)
    {
        let default = || Decision::new(negotiator.default(), Reason::Default);
        return by_content_type(negotiator, head).unwrap_or_else(default);
    }
    by_other_type(negotiator, head)
        .unwrap_or_else(|| Decision::new(negotiator.default(), Reason::Default))
}

/// Step 5: `/jsv/…`.
fn by_prefix(negotiator: &Negotiator<'_>, path: &str) -> Option<Offer> {
    let mut offers = negotiator.in_order();
    offers.find(|offer| path::is_prefix(path, offer.name()))
}

/// Step 6: the offer of the request's own type, if a line names it; else the first in order.
fn by_accept<'a>(negotiator: &Negotiator<'_>, head: &Head<'a>) -> Option<Decision<'a>> {
    let own = own_offer(negotiator, head);
    let default = negotiator.default();
    let built_in = BUILT_IN.iter().filter_map(|name| {
        let mut offers = negotiator.in_order();
        offers.find(|offer| offer.name() == *name)
    });
    let mut in_order = own.into_iter().chain([default]).chain(built_in);
    in_order.find_map(|offer| {
        let range = lines(head).find_map(|line| beginning(line, &offer))?;
        Some(accepted(offer, range))
    })
}

/// Step 7: the request's own type, as it was written, but JSON with its charset.
fn by_content_type<'a>(negotiator: &Negotiator<'_>, head: &Head<'a>) -> Option<Decision<'a>> {
    let offer = own_offer(negotiator, head)?;
    let written = head.content_type;
    let is_sendable = written
        .bytes()
        .all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte));
    Some(Decision {
        offer,
        reason: Reason::ContentType,
        content_type: (written != offer.media_type() && is_sendable).then_some(written),
    })
}

/// Step 8: the first line that begins with the type of an offer of the application's own.
fn by_other_type<'a>(negotiator: &Negotiator<'_>, head: &Head<'a>) -> Option<Decision<'a>> {
    lines(head).find_map(|line| {
        negotiator
            .in_order()
            .find_map(|offer| Some(accepted(offer, beginning(line, &offer)?)))
    })
}

fn accepted(offer: Offer, range: &str) -> Decision<'_> {
    let quality = Quality::ONE;
    Decision::new(offer, Reason::Accept { range, quality })
}

/// The offer of the request's `Content-Type`.
fn own_offer(negotiator: &Negotiator<'_>, head: &Head<'_>) -> Option<Offer> {
    let mut offers = negotiator.in_order();
    offers.find(|offer| offer.is_named_by(head.content_type))
}

/// What counts of each line: the text before its first `;`, trimmed.
fn lines<'a>(head: &Head<'a>) -> impl Iterator<Item = &'a [u8]> + use<'a> {
    head.accept.iter().map(|line| {
        let mut parts = line.split(|&byte| byte == b';');
        parts.next().unwrap_or_default().trim_ascii()
    })
}

/// The beginning of a line that is the media type of an offer, in any case.
fn beginning<'a>(line: &'a [u8], offer: &Offer) -> Option<&'a str> {
    let start = line.get(..offer.media_type().len())?;
    let is_named = start.eq_ignore_ascii_case(offer.media_type().as_bytes());
    core::str::from_utf8(start).ok().filter(|_| is_named)
}

/// Whether a `Content-Type` is there, and not that of a form.
fn is_body_type(content_type: &str) -> bool {
    const FORMS: [&str; 2] = ["application/x-www-form-urlencoded", "multipart/form-data"];
    let media_type = content_type.split(';').next().unwrap_or_default().trim();
    let is_form = FORMS
        .iter()
        .any(|form| form.eq_ignore_ascii_case(media_type));
    !content_type.trim().is_empty() && !is_form
}
