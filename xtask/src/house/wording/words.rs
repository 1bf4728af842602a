//! Words that hurt, blame or blur, and what to say instead. The lists lie in `xtask/words`.

use super::fluent::Scope;

const NB: &str = include_str!("../../../words/nb.txt");
const NN: &str = include_str!("../../../words/nn.txt");
const EN: &str = include_str!("../../../words/en.txt");

/// One word or phrase to avoid.
#[derive(Debug, Clone)]
pub struct Avoided {
    /// The word or phrase, in small letters. A star at the end matches any ending.
    pub phrase: String,
    scopes: Vec<String>,
    /// What to say instead.
    pub instead: String,
}

/// The list of one language.
pub fn list(language: &str) -> Vec<Avoided> {
    let text = match language {
        "nn" => NN,
        "en" => EN,
        _ => NB,
    };
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.flat_map(entry).collect()
}

/// One line: `words, separated, by commas | scopes | what to say instead`.
fn entry(line: &str) -> Vec<Avoided> {
    let mut columns = line.split('|').map(str::trim);
    let (phrases, scopes, instead) =
        (columns.next().unwrap_or_default(), columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
    let scopes: Vec<String> = scopes.split_whitespace().map(str::to_owned).collect();
    let phrases = phrases.split(',').map(str::trim).filter(|phrase| !phrase.is_empty());
    phrases.map(|phrase| Avoided { phrase: phrase.to_lowercase(), scopes: scopes.clone(), instead: instead.to_owned() }).collect()
}

/// The avoided words that stand in a text, as whole words.
pub fn found_in<'a>(text: &str, scope: Scope, avoided: &'a [Avoided]) -> Vec<&'a Avoided> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let applies = avoided.iter().filter(|word| word.scopes.iter().any(|name| name == scope.name()));
    applies.filter(|word| stands(&words, &word.phrase)).collect()
}

fn stands(words: &[&str], phrase: &str) -> bool {
    let sought: Vec<&str> = phrase.split_whitespace().collect();
    words.windows(sought.len().max(1)).any(|window| {
        window.iter().zip(&sought).all(|(word, sought)| match sought.strip_suffix('*') {
            Some(start) => word.starts_with(start),
            None => word == sought,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, scope: Scope) -> Vec<String> {
        let avoided = list("nb");
        found_in(text, scope, &avoided).into_iter().map(|word| word.phrase.clone()).collect()
    }

    #[test]
    fn a_word_is_matched_whole_and_for_its_readers_only() {
        assert_eq!(said("Vi ringer brukeren.", Scope::Staff), ["brukeren"]);
        assert!(said("Person som bruker rusmidler", Scope::Person).is_empty());
        assert_eq!(said("Sprøyterom", Scope::Person), ["sprøyterom"]);
        assert_eq!(said("Du må på kontroll", Scope::Person), ["kontroll"]);
        assert!(said("Overvåket inntak og kontroll", Scope::Staff).is_empty());
    }

    #[test]
    fn a_phrase_is_matched_as_a_whole() {
        assert_eq!(said("Hun møtte ikke opp i går", Scope::Staff), ["møtte ikke opp"]);
        assert!(said("Vi møtte henne ikke", Scope::Staff).is_empty());
    }

    #[test]
    fn every_line_of_every_list_is_whole() {
        for language in ["nb", "nn", "en"] {
            for word in list(language) {
                assert!(!word.scopes.is_empty() && !word.instead.is_empty(), "{language}: {word:?}");
                assert!(
                    word.scopes.iter().all(|scope| matches!(scope.as_str(), "person" | "staff" | "letter" | "legal")),
                    "{word:?}"
                );
            }
        }
    }
}
