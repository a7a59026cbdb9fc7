//! What is expected of JSON beyond the recorded text.

use serde_json::Value as Json;

/// The path to the first recorded number that is no JSON number.
pub fn non_finite_path(recorded: &Json) -> Option<String> {
    let number_here = ["f64", "f32"].iter().find_map(|width| recorded.get(width));
    if let Some(bits) = number_here.and_then(Json::as_str) {
        let wide = u64::from_str_radix(bits, 16).expect("hex digits");
        let finite = match bits.len() {
            8 => f32::from_bits(wide as u32).is_finite(),
            _ => f64::from_bits(wide).is_finite(),
        };
        return (!finite).then(String::new);
    }
    let items = recorded.as_array().into_iter().flatten().enumerate();
    let members = recorded.as_object().into_iter().flatten();
    items
        .map(|(index, item)| (format!("[{index}]"), item))
        .chain(members.map(|(name, value)| (name.clone(), value)))
        .find_map(|(step, value)| Some(step + &non_finite_path(value)?))
}

/// A compact text with the layout that json.md gives the indented one.
pub fn indented(compact: &str) -> String {
    let mut text = String::new();
    let mut depth = 0;
    let mut characters = compact.chars().peekable();
    while let Some(c) = characters.next() {
        if "]}".contains(c) {
            depth -= 1;
            line(&mut text, depth);
        }
        text.push(c);
        match c {
            '"' => copy_rest_of_string(&mut characters, &mut text),
            '[' | '{' => match characters.next_if(|next| "]}".contains(*next)) {
                Some(closing) => text.push(closing),
                None => {
                    depth += 1;
                    line(&mut text, depth);
                }
            },
            ',' => line(&mut text, depth),
            ':' => text.push(' '),
            _ => {}
        }
    }
    text
}

fn line(text: &mut String, depth: usize) {
    text.push('\n');
    text.push_str(&"    ".repeat(depth));
}

fn copy_rest_of_string(characters: &mut impl Iterator<Item = char>, text: &mut String) {
    while let Some(c) = characters.next() {
        text.push(c);
        match c {
            '"' => return,
            '\\' => text.extend(characters.next()),
            _ => {}
        }
    }
}
