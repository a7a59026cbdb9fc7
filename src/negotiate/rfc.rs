//! Policies `Default` and `Strict`: proactive negotiation by `Accept`, as RFC 9110, section 12,
//! has it (http.md, section 3).

use super::{
    choice::{Decision, Reason, Refusal},
    head::Head,
    media_range::Quality,
    negotiator::Negotiator,
    policy::Policy,
};

/// Chooses the offer of the highest quality, of several the first in the server's order.
pub(super) fn decide<'a>(
    negotiator: &Negotiator<'_>,
    head: &Head<'a>,
) -> Result<Decision<'a>, Refusal> {
    let offers = || {
        negotiator
            .in_order()
            .filter(|offer| !negotiator.is_off(offer))
    };
    if !head.accept.has_range() {
        // No header means anything.
        let first = offers()
            .next()
            .map(|offer| Decision::new(offer, Reason::Default));
        return first.map_or_else(|| nothing_acceptable(negotiator), Ok);
    }
    let mut best: Option<Decision<'a>> = None;
    let mut highest = Quality::ZERO;
    for offer in offers() {
        let Some(range) = head.accept.best(&offer, negotiator.plus_json) else {
            continue;
        };
        let quality = range.quality;
        if quality > highest {
            let range = range.text;
            best = Some(Decision::new(offer, Reason::Accept { range, quality }));
            highest = quality;
        }
        if highest == Quality::ONE {
            break;
        }
    }
    best.map_or_else(|| nothing_acceptable(negotiator), Ok)
}

fn nothing_acceptable<'a>(negotiator: &Negotiator<'_>) -> Result<Decision<'a>, Refusal> {
    match negotiator.policy {
        Policy::Strict => Err(Refusal::NotAcceptable {
            offers: negotiator
                .in_order()
                .filter(|offer| !negotiator.is_off(offer))
                .collect(),
        }),
        _ => Ok(Decision::new(negotiator.default(), Reason::Default)),
    }
}
