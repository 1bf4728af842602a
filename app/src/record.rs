//! The record of processing activities (GDPR art. 30), as it follows from the parts themselves: what each is for, on which
//! ground, which tables it keeps and for how long.

use kernel::class::Class;
use platform::charter::{Charter, Table};

use crate::catalogue;

const HEAD: &str = "# Record of processing activities

*Made by `varde processing-record` from what each part says about itself. A test compares; change the part, not this page.
Whoever runs Varde adds their name, their data protection officer and the processors they use (GDPR art. 30 (1) a and d).*

**Whose information.** Persons with substance dependence who use the service, those they invite, and employees.
**Who receives it.** Those whom the person shares with, area by area; the organisation that wrote a record; nobody else. Nothing
leaves the EEA. **How it is guarded.** See `docs/threat-model.md`. **How long.** Where a row says nothing else, it goes with the
person: thirty days after the account is closed. What a dated rule says stands in the table `retention_rule`; `varde doctor` lists
the rules that somebody who may has still to settle.

## The house itself

What every part stands on: who somebody is, who may see what, who is signed in, and what was done.

| table | about persons | kept | because |
| --- | --- | --- | --- |
| person, person_lookup | yes | until the person leaves | name, phone and year of birth as the person gave them; keyed hashes by which a number is found again |
| access_grant, access_consent, access_block | yes | until the person leaves | a consent must be provable as long as it is relied on (GDPR art. 7 (1)) |
| access_relation, access_emergency | yes | until the person leaves | who has served the person, and who opened in an emergency, explains who has looked |
| session, one_time_link | yes | 30 days after the end | the person can see where they have been signed in |
| form_use, guess | no | 2 and 30 days | a form that comes twice is answered once; wrong tries are counted |
| fact, job | yes | 90 days | what happened in one part that another acts on |
| audit_line, audit_checkpoint | yes | unreadable once the person has left; how many years is not settled | looks must be accounted for (pasientjournalforskriften § 14, GDPR art. 5 (2)) |
| erasure, retention_rule | yes, no | until the erasure is done; always | who is to be erased, and by which dated rule rows go |
| account, organisation | employees | as long as the log names them | whoever has looked can be named to the person |
";

/// The record, as Markdown.
#[must_use]
pub fn processing_record() -> String {
    let mut said = HEAD.to_owned();
    for part in catalogue() {
        said.push_str(&of_part(part));
    }
    said
}

fn of_part(part: &Charter) -> String {
    let mut said = format!(
        "\n## {}\n\n| | |\n| --- | --- |\n| what for | {} |\n| ground | {} |\n| kind of record | {} |\n",
        part.key,
        part.purpose,
        part.legal_basis,
        class(part.class)
    );
    if !part.tables.is_empty() {
        said.push_str("\n| table | about persons | kept | because |\n| --- | --- | --- | --- |\n");
        for table in part.tables {
            said.push_str(&of_table(part, table));
        }
    }
    said
}

fn of_table(part: &Charter, table: &Table) -> String {
    let stated = part.retention.iter().find(|retention| retention.table == table.name);
    let (kept, ground) = match (stated, table.personal) {
        (Some(retention), _) => (retention.kept, retention.ground),
        (None, true) => ("until the person leaves", "goes with the rows it belongs to"),
        (None, false) => ("as long as it is used", "about nobody"),
    };
    format!("| {} | {} | {kept} | {ground} |\n", table.name, if table.personal { "yes" } else { "no" })
}

const fn class(class: Class) -> &'static str {
    match class {
        Class::Journal => "patient record: health care (GDPR art. 9 (2) h)",
        Class::Welfare => "record of a municipal service that is not health care",
        Class::Own => "the person's own: nobody sees it before the person shares",
        Class::Anonymous => "about nobody: no column could hold a name",
        Class::Reaction => "reaction after a criminal case: tables of its own, no free text",
        Class::Open => "open: never about a person",
    }
}
