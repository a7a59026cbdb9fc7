//! The rules once more, as plainly as they can be written, with no thought of time or memory.

use jsv::negotiate::Offer;

/// What RFC 9110, section 12.5.1, makes of the lines: the name of the offer and its thousandths;
/// `Err` if nothing is acceptable. Without any well-formed element, the first offer.
pub fn rfc(lines: &[String], offers: &[Offer], plus_json: bool) -> Result<(String, u32), ()> {
    let elements: Vec<Element> = lines
        .iter()
        .flat_map(|line| split(line, ','))
        .filter_map(|text| element(&text))
        .collect();
    if elements.is_empty() {
        return Ok((offers[0].name().to_owned(), 1000));
    }
    let mut ranked: Vec<(u32, &str)> = Vec::new();
    for offer in offers {
        let ranks = elements.iter().filter_map(|e| rank(e, offer, plus_json));
        if let Some((_, _, quality)) = ranks.max() {
            ranked.push((quality, offer.name()));
        }
    }
    // A stable sort keeps the server's order.
    ranked.sort_by_key(|(quality, _)| std::cmp::Reverse(*quality));
    match ranked.first() {
        Some((quality, name)) if *quality > 0 => Ok(((*name).to_owned(), *quality)),
        _ => Err(()),
    }
}

struct Element {
    kind: String,
    subtype: String,
    parameters: Vec<(String, String)>,
    quality: u32,
}

/// How a range fits an offer: precision, parameters, quality.
fn rank(element: &Element, offer: &Offer, plus_json: bool) -> Option<(u32, usize, u32)> {
    let range = format!("{}/{}", element.kind, element.subtype);
    let sent = offer.media_type().to_lowercase();
    let precision = if offer.media_types().any(|known| known == range) {
        3
    } else if range == "*/*" {
        0
    } else if element.subtype == "*" {
        sent.starts_with(&format!("{}/", element.kind))
            .then_some(1)?
    } else {
        let fits = plus_json && offer.name() == "json" && element.quality > 0;
        (fits && range.ends_with("+json")).then_some(2)?
    };
    let had = parameters(&split(offer.content_type(), ';')[1..])?;
    let asked = &element.parameters;
    let all = asked.iter().all(|parameter| had.contains(parameter));
    all.then_some((precision, asked.len(), element.quality))
}

fn element(text: &str) -> Option<Element> {
    let parts = split(text, ';');
    let essence = parts[0].trim_matches([' ', '\t']).to_lowercase();
    let (kind, subtype) = essence.split_once('/')?;
    if !is_token(kind) || !is_token(subtype) || (kind == "*" && subtype != "*") {
        return None;
    }
    let all = parameters(&parts[1..])?;
    let weights: Vec<&String> = all.iter().filter(|p| p.0 == "q").map(|p| &p.1).collect();
    let quoted_weight = parts[1..].iter().any(|part| {
        let part = part.trim().to_lowercase();
        part.starts_with("q=\"")
    });
    let quality = match weights.as_slice() {
        [] => 1000,
        [weight] if !quoted_weight => thousandths(weight)?,
        _ => return None,
    };
    Some(Element {
        kind: kind.to_owned(),
        subtype: subtype.to_owned(),
        parameters: all.into_iter().filter(|p| p.0 != "q").collect(),
        quality,
    })
}

fn thousandths(weight: &str) -> Option<u32> {
    let (whole, decimals) = weight.split_once('.').unwrap_or((weight, ""));
    let is_number = ["0", "1"].contains(&whole) && decimals.chars().all(|c| c.is_ascii_digit());
    if !is_number || decimals.len() > 3 {
        return None;
    }
    let number: u32 = format!("{whole}{decimals:0<3}").parse().ok()?;
    (number <= 1000).then_some(number)
}

/// The parameters but `charset=utf-8`; `None` if one is malformed.
fn parameters(parts: &[String]) -> Option<Vec<(String, String)>> {
    let mut parameters = Vec::new();
    for part in parts {
        let part = part.trim_matches([' ', '\t']);
        if part.is_empty() {
            continue;
        }
        let (name, value) = part.split_once('=')?;
        let mut value = unquoted(value)?;
        let name = name.to_lowercase();
        if name == "charset" {
            value = value.to_lowercase();
        }
        if !is_token(&name) {
            return None;
        }
        if (name.as_str(), value.as_str()) != ("charset", "utf-8") {
            parameters.push((name, value));
        }
    }
    Some(parameters)
}

fn unquoted(value: &str) -> Option<String> {
    let Some(quoted) = value.strip_prefix('"') else {
        return is_token(value).then(|| value.to_owned());
    };
    let (mut text, mut chars) = (String::new(), quoted.chars());
    loop {
        match chars.next()? {
            '"' => break,
            '\\' => text.push(chars.next()?),
            c => text.push(c),
        }
    }
    chars.next().is_none().then_some(text)
}

/// Splits outside of quotes.
fn split(text: &str, separator: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut is_quoted, mut is_escaped) = (false, false);
    for c in text.chars() {
        if c == separator && !is_quoted {
            parts.push(String::new());
            continue;
        }
        if is_escaped {
            is_escaped = false;
        } else if c == '\\' && is_quoted {
            is_escaped = true;
        } else if c == '"' {
            is_quoted = !is_quoted;
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts
}

fn is_token(text: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_graphic() && !"\"(),/:;<=>?@[\\]{}".contains(c);
    !text.is_empty() && text.chars().all(is_allowed)
}

/// A request of the ServiceStack property: its parts are plain texts without percent-encoding.
#[derive(Debug, Clone)]
pub struct Plain {
    pub path: String,
    pub query: Vec<(String, String)>,
    pub accept: Vec<String>,
    pub content_type: String,
}

/// What http.md, section 2, makes of a request that is for no predefined route: the name of the
/// offer, the path, and the type.
pub fn servicestack(request: &Plain, offers: &[Offer]) -> (String, String, String) {
    let named = |name: &str| offers.iter().find(|offer| offer.name() == name);
    let callbacks: Vec<&str> = request
        .query
        .iter()
        .filter(|(name, _)| name.to_lowercase() == "callback")
        .map(|(_, value)| value.as_str())
        .collect();
    // Joined first (section 4), so that two empty ones are not empty.
    let is_callback = !callbacks.join(",").is_empty();
    let answer = |offer: &Offer, path: &str| {
        let content_type = match is_callback && offer.name() == "json" {
            true => "text/javascript",
            false => offer.content_type(),
        };
        (
            offer.name().to_owned(),
            path.to_owned(),
            content_type.to_owned(),
        )
    };
    let path = request.path.as_str();
    // 2
    if let Some((before, suffix)) = path.rsplit_once('.')
        && let Some(offer) = named(suffix)
    {
        return answer(offer, before);
    }
    // 3
    if is_callback && let Some(json) = named("json") {
        return answer(json, path);
    }
    // 4
    let formats: Vec<String> = request
        .query
        .iter()
        .filter(|(name, _)| name.to_lowercase() == "format")
        .map(|(_, value)| value.to_lowercase())
        .collect();
    if let [format] = formats.as_slice()
        && let Some(offer) = named(format.split('.').next().unwrap_or_default())
    {
        return answer(offer, path);
    }
    // 5
    if formats.is_empty() {
        for offer in offers {
            let lower = path.to_lowercase();
            let name = offer.name();
            if (name.len() == 3 && lower.starts_with(&format!("/{name}/")))
                || (name.len() == 4 && lower == format!("/{name}"))
            {
                return answer(offer, path);
            }
        }
    }
    // 6
    let lines: Vec<String> = request
        .accept
        .iter()
        .map(|line| {
            line.split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_lowercase()
        })
        .collect();
    let names = |offer: &Offer| {
        lines
            .iter()
            .any(|line| line.starts_with(offer.media_type()))
    };
    let media_type = request.content_type.split(';').next().unwrap_or_default();
    let media_type = media_type.trim().to_lowercase();
    let own = offers
        .iter()
        .find(|offer| offer.media_types().any(|known| known == media_type));
    let mut order: Vec<&Offer> = own.into_iter().chain(&offers[..1]).collect();
    order.extend(
        ["html", "json", "xml", "jsv"]
            .iter()
            .filter_map(|name| named(name)),
    );
    if let Some(offer) = order.into_iter().find(|offer| names(offer)) {
        return answer(offer, path);
    }
    // 7
    let is_form =
        media_type == "application/x-www-form-urlencoded" || media_type == "multipart/form-data";
    let takes_anything = request.accept.iter().any(|line| line.trim() == "*/*");
    if takes_anything && !request.content_type.trim().is_empty() && !is_form {
        return match own {
            Some(own) => {
                let (name, path, content_type) = answer(own, path);
                let written = match request.content_type == own.media_type() {
                    true => content_type,
                    false => request.content_type.clone(),
                };
                (name, path, written)
            }
            None => answer(&offers[0], path),
        };
    }
    // 8 and 9
    for line in &lines {
        if let Some(offer) = offers.iter().find(|o| line.starts_with(o.media_type())) {
            return answer(offer, path);
        }
    }
    answer(&offers[0], path)
}
