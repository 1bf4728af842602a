//! Attachments, with a scanner on loopback that answers as the test says.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use kernel::role::Role;
use testkit::{Browser, Page, Town, both_databases, both_databases_with};

use super::town::{Around, CATALOGUE, around, begun, theirs, withdraw};

/// A scanner: reads everything it is handed and answers what stands in `says`; nothing to close without a word.
struct Scanner {
    address: String,
    says: Arc<Mutex<&'static str>>,
}

fn scanner() -> Scanner {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let says = Arc::new(Mutex::new("stream: OK\0"));
    let answer = says.clone();
    std::thread::spawn(move || {
        for line in listener.incoming() {
            let mut line = line.expect("somebody who asks");
            let mut command = [0; 10];
            line.read_exact(&mut command).expect("the command");
            loop {
                let mut length = [0; 4];
                line.read_exact(&mut length).expect("a length");
                let length = usize::try_from(u32::from_be_bytes(length)).expect("a size");
                if length == 0 {
                    break;
                }
                line.read_exact(&mut vec![0; length]).expect("a piece");
            }
            let words = *answer.lock().expect("the answer");
            line.write_all(words.as_bytes()).expect("an answer");
        }
    });
    Scanner { address, says }
}

async fn send(browser: &mut Browser, path: &str, words: &str, name: &str, content: &[u8]) -> Page {
    browser.post_file(path, &[("words", words)], ("fil", name), content).await
}

async fn a_thread(town: &Town) -> (Around, Browser, String) {
    let around = around(town);
    let mut jon = town.as_person(&around.jon);
    let thread = begun(&mut jon, &around.kari, "Hei").await;
    jon.get(&thread).await;
    (around, jon, thread)
}

#[test]
fn a_file_is_looked_at_sealed_and_handed_out_to_those_in_the_thread() {
    let scanner = scanner();
    let settings = |config: &mut platform::config::Config| config.clamav = Some(scanner.address.clone());
    both_databases_with(CATALOGUE, settings, async |town: Town| {
        let (around, mut jon, thread) = a_thread(&town).await;
        assert!(jon.get(&thread).await.says("opp til 5 MB"));
        let letter = format!("%PDF-1.7 {}", "Brevet fra utleier. ".repeat(40_000));
        let sent = send(&mut jon, &thread, "Her er brevet", "../Brev fra utleier.pdf", letter.as_bytes()).await;
        assert_eq!(sent.status, 303, "{}", sent.html);
        let page = jon.get(&thread).await;
        assert!(page.says("Her er brevet") && page.says("Brev fra utleier.pdf") && page.says("PDF, 782 kB"), "{}", page.html);
        assert!(town.rows("messages_chunk").len() > 1, "in pieces");
        assert_eq!(town.tables_with("fra utleier"), Vec::<String>::new(), "name and content are sealed");

        let href = page.attribute(&format!("href=\"{thread}/vedlegg/")).map(|_| ()).and_then(|()| {
            let at = page.html.find(&format!("{thread}/vedlegg/"))?;
            page.html.get(at..)?.split('"').next().map(str::to_owned)
        });
        let href = href.expect("a link");
        let mut kari = town.as_account(&around.kari, Role::MoNurse);
        let file = kari.get(&theirs(&around.jon, &href)).await;
        assert_eq!(file.html, letter);
        let header = |name: &str| file.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        assert_eq!(header("content-disposition"), "attachment; filename=\"vedlegg-2.pdf\"");
        assert_eq!((header("x-content-type-options"), header("cache-control")), ("nosniff".into(), "no-store".into()));
        assert_eq!(header("content-type"), "application/pdf");
        assert_eq!(town.as_account(&around.sara, Role::Nav).get(&theirs(&around.jon, &href)).await.status, 403);
        assert_eq!(kari.get(&theirs(&around.jon, &format!("{thread}/vedlegg/{}", "0".repeat(32)))).await.status, 404);
        withdraw(&town, &around.jon, &around.grant);
        assert_eq!(kari.get(&theirs(&around.jon, &href)).await.status, 403, "closed with the thread");

        // Taken back, it is gone with its pieces.
        jon.get(&thread).await;
        assert_eq!(send(&mut jon, &thread, "Feil fil", "notat.txt", b"Feil").await.status, 303);
        let before = town.rows("messages_chunk").len();
        jon.get(&thread).await;
        jon.post(&format!("{thread}/tilbake"), &[("nummer", "3")]).await;
        assert_eq!((town.rows("messages_chunk").len(), town.rows("messages_file").len()), (before - 1, 1));
    });
}

#[test]
fn a_file_that_is_refused_leaves_the_words() {
    let scanner = scanner();
    let settings = |config: &mut platform::config::Config| config.clamav = Some(scanner.address.clone());
    both_databases_with(CATALOGUE, settings, async |town: Town| {
        let (_, mut jon, thread) = a_thread(&town).await;
        let large = [&b"%PDF-1.7"[..], &vec![b' '; 5 * 1024 * 1024]].concat();
        let far_too_large = [&b"%PDF-1.7"[..], &vec![b' '; 12 * 1024 * 1024]].concat();
        let cases: [(&str, &[u8], &'static str, &str); 6] = [
            ("brev.pdf", b"MZ this is no letter", "stream: OK\0", "Denne filen kan vi ikke ta imot."),
            ("side.html", b"<script>alert(1)</script>", "stream: OK\0", "Denne filen kan vi ikke ta imot."),
            ("brev.pdf", &large, "stream: OK\0", "Filen er for stor."),
            ("brev.pdf", &far_too_large, "stream: OK\0", "Filen er for stor."),
            ("brev.pdf", b"%PDF-1.7", "stream: Eicar-Test-Signature FOUND\0", "Vi fant virus i filen."),
            ("brev.pdf", b"%PDF-1.7", "", "Vi fikk ikke sjekket filen nå."),
        ];
        for (name, content, says, answer) in cases {
            *scanner.says.lock().expect("the answer") = says;
            let page = send(&mut jon, &thread, "Det jeg skrev", name, content).await;
            assert!(page.status == 422 && page.says(answer) && page.says("Det jeg skrev"), "{name}: {}", page.html);
        }
        *scanner.says.lock().expect("the answer") = "stream: OK\0";
        assert_eq!((town.rows("messages_message").len(), town.rows("messages_chunk").len()), (1, 0), "nothing of it is kept");
        let half = b"--m\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nHei".to_vec();
        let half = jon.post_bytes(&thread, "multipart/form-data; boundary=m", half).await;
        assert_eq!(half.status, 422, "{}", half.html);
        let elsewhere = send(&mut jon, "/meldinger/ny/housing", "Hei", "brev.pdf", b"%PDF-1.7").await;
        assert_eq!(elsewhere.status, 422, "other addresses take no files");
    });
}

#[test]
fn a_form_sent_twice_leaves_nothing_behind() {
    let scanner = scanner();
    let settings = |config: &mut platform::config::Config| config.clamav = Some(scanner.address.clone());
    both_databases_with(CATALOGUE, settings, async |town: Town| {
        let (_, mut jon, thread) = a_thread(&town).await;
        for _ in 0..2 {
            assert_eq!(send(&mut jon, &thread, "Her", "notat.txt", "Hei".as_bytes()).await.status, 303);
        }
        assert_eq!((town.rows("messages_message").len(), town.rows("messages_file").len()), (2, 1), "a replay writes nothing");
        assert_eq!(town.rows("messages_chunk").len(), 2);
        town.run_jobs();
        town.wait_minutes(61);
        town.run_jobs();
        assert_eq!(town.rows("messages_chunk").len(), 1, "what never came with a message is forgotten, the other stays");
    });
}

#[test]
fn without_a_scanner_nobody_attaches_anything() {
    both_databases(CATALOGUE, async |town: Town| {
        let (_, mut jon, thread) = a_thread(&town).await;
        let page = jon.get(&thread).await;
        assert!(page.says("Du kan ikke legge ved filer her ennå.") && !page.says("type=\"file\""), "{}", page.html);
        let sent = send(&mut jon, &thread, "Det jeg skrev", "brev.pdf", b"%PDF-1.7").await;
        assert!(sent.status == 422 && sent.says("Send bare teksten.") && sent.says("Det jeg skrev"), "{}", sent.html);
        assert_eq!(town.rows("messages_chunk").len(), 0);
    });
}
