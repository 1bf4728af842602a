//! In which order names stand.

/// Norwegian order: æ, ø and å last, and aa as å. A letter of Northern Sámi comes after the letter it is made from.
#[must_use]
pub fn sorting(name: &str) -> String {
    let lower = name.to_lowercase().replace("aa", "å");
    lower.chars().fold(String::new(), |mut sorted, letter| {
        match letter {
            'æ' => sorted.push('{'),
            'ø' => sorted.push('|'),
            'å' => sorted.push('}'),
            'á' => sorted.push_str("a~"),
            'č' => sorted.push_str("c~"),
            'đ' => sorted.push_str("d~"),
            'ŋ' => sorted.push_str("n~"),
            'š' => sorted.push_str("s~"),
            'ŧ' => sorted.push_str("t~"),
            'ž' => sorted.push_str("z~"),
            other => sorted.push(other),
        }
        sorted
    })
}

#[cfg(test)]
mod tests {
    use super::sorting;

    #[test]
    fn names_stand_as_people_look_for_them() {
        let mut names = ["Åse", "Øystein", "Čiŋil", "Aase", "Ánde", "Dag", "Ærlend", "Camilla", "Azra", "Bo"];
        names.sort_by_key(|name| sorting(name));
        assert_eq!(names, ["Azra", "Ánde", "Bo", "Camilla", "Čiŋil", "Dag", "Ærlend", "Øystein", "Åse", "Aase"]);
    }
}
