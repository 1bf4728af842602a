//! The common elements in words: codes, names, days, amounts. What is missing is left out, never guessed.

use serde_json::{Number, Value};

/// Looks up a path such as `period.start`; a number picks from a list.
#[must_use]
pub fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(value, |inner, step| match step.parse::<usize>() {
        Ok(place) => inner.get(place),
        Err(_) => inner.get(step),
    })
}

/// Text at a path, when there is some.
#[must_use]
pub fn text<'v>(value: &'v Value, path: &str) -> Option<&'v str> {
    at(value, path)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}

/// A coded concept: its own text, else the first display, else the first code.
#[must_use]
pub fn concept(value: &Value) -> Option<&str> {
    let codings = value.get("coding").and_then(Value::as_array);
    let first = |field| codings.and_then(|all| all.iter().find_map(|coding| text(coding, field)));
    text(value, "text").or_else(|| first("display")).or_else(|| first("code"))
}

/// A coded concept, or the first of a list of them, at a path.
#[must_use]
pub fn concept_at<'v>(value: &'v Value, path: &str) -> Option<&'v str> {
    match at(value, path)? {
        Value::Array(all) => all.iter().find_map(concept),
        one => concept(one),
    }
}

/// Every coding (system, code) of a concept or a list of them at a path.
#[must_use]
pub fn codings<'v>(value: &'v Value, path: &str) -> Vec<(&'v str, &'v str)> {
    let concepts: Vec<&Value> = match at(value, path) {
        Some(Value::Array(all)) => all.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    };
    let lists = concepts.into_iter().filter_map(|concept| concept.get("coding").and_then(Value::as_array));
    let pair = |coding: &'v Value| Some((text(coding, "system").unwrap_or(""), text(coding, "code")?));
    lists.flatten().filter_map(pair).collect()
}

/// A person's name as its owner would say it: the given names and the family name, without digits that a generator added.
#[must_use]
pub fn human_name(name: &Value) -> Option<String> {
    if let Some(whole) = text(name, "text") {
        return Some(whole.to_owned());
    }
    let given = name.get("given").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let words: Vec<&str> = given.chain(text(name, "family")).filter(|word| !word.trim().is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The name of a list of names that is meant to be used: the official or usual one, else the first.
#[must_use]
pub fn name_of(resource: &Value) -> Option<String> {
    let names = resource.get("name")?;
    let Some(all) = names.as_array() else { return names.as_str().map(str::to_owned) };
    let called = |wanted: &str| all.iter().find(|name| text(name, "use") == Some(wanted));
    called("official").or_else(|| called("usual")).or_else(|| all.first()).and_then(human_name)
}

/// The day part of a date or an instant as it was written: `2013`, `2013-05` or `2013-05-30`.
#[must_use]
pub fn day_text(date: &str) -> Option<&str> {
    let day = date.split('T').next().unwrap_or("");
    let parts: Vec<&str> = day.split('-').collect();
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2),
        [year, month, of_month] => digits(year, 4) && digits(month, 2) && digits(of_month, 2),
        _ => false,
    };
    fits.then_some(day)
}

/// A number with as many decimals as a reader has use for; the file itself keeps them all.
#[must_use]
pub fn number(number: &Number, comma: char) -> String {
    if number.is_i64() || number.is_u64() {
        return number.to_string();
    }
    let Some(value) = number.as_f64() else { return number.to_string() };
    let decimals = match value.abs() {
        big if big >= 100.0 => 1,
        middling if middling >= 1.0 => 2,
        _ => 4,
    };
    let fixed = format!("{value:.decimals$}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    if short.is_empty() || short == "-0" { "0".into() } else { short.replace('.', &comma.to_string()) }
}

/// An amount with its unit: `175,8 cm`.
#[must_use]
pub fn quantity(amount: &Value, comma: char) -> Option<String> {
    let Some(Value::Number(value)) = amount.get("value") else { return None };
    let unit = text(amount, "unit").or_else(|| text(amount, "code")).unwrap_or("");
    let sign = text(amount, "comparator").unwrap_or("");
    Some(format!("{sign}{} {unit}", number(value, comma)).trim().to_owned())
}

/// `value[x]` of an observation or a component, in words.
#[must_use]
pub fn value_of(holder: &Value, comma: char) -> Option<String> {
    let fields = holder.as_object()?;
    let (name, value) = fields.iter().find(|(name, _)| name.starts_with("value") && name.len() > 5)?;
    match (name.as_str(), value) {
        ("valueQuantity", amount) => quantity(amount, comma),
        ("valueCodeableConcept", coded) => concept(coded).map(str::to_owned),
        (_, Value::String(text)) => Some(day_text(text).unwrap_or(text).to_owned()),
        (_, Value::Number(amount)) => Some(number(amount, comma)),
        (_, Value::Bool(yes)) => Some(yes.to_string()),
        ("valueRange", range) => {
            let end = |field| range.get(field).and_then(|amount| quantity(amount, comma));
            Some([end("low"), end("high")].into_iter().flatten().collect::<Vec<_>>().join("–"))
        }
        _ => None,
    }
}
