### scope: person
# Klage: det personen les først, så det dei som svarar, les.

complaints-title = Klage eller seie frå
complaints-lead = Du kan skrive til leiaren. Du treng ikkje seie kven du er.
complaints-here = Kven gjeld det?
complaints-no-places = Ingen stader er sette opp enno.
complaints-elsewhere = Andre du kan gå til
complaints-elsewhere-lead = Du kan gå rett til dei, også om du skriv her.
# awaiting-signoff: kap. 8 i lova, kven ombodet hjelper, er ikkje lese på nytt
complaints-body-ombud = Pasient- og brukarombodet
# awaiting-signoff: same
complaints-body-ombud-what = Gir gratis hjelp og råd når du vil klage på helse- eller sosialhjelp.
# awaiting-signoff: kva klager som går dit først, er ikkje lese på nytt
complaints-body-governor = Statsforvaltaren
# awaiting-signoff: same
complaints-body-governor-what = Ser på klager om helsehjelp, og på klager som staden sjølv ikkje gir deg rett i.
# awaiting-signoff: ikkje lese på nytt
complaints-body-data-authority = Datatilsynet
# awaiting-signoff: same
complaints-body-data-authority-what = For klager på korleis opplysningar om deg blir brukte.
# awaiting-signoff: ikkje lese på nytt
complaints-body-civil-ombud = Sivilombodet
# awaiting-signoff: same
complaints-body-civil-ombud-what = Når du har klaga til andre, og ikkje kjem vidare.
complaints-write-title = Skriv til leiaren
complaints-who-reads = Leiaren og personvernkontakten hos { $place } les det. Dei du fekk hjelp av, ser det ikkje her.
complaints-nobody-reads = Her kan du ikkje skrive på nett. Du kan ringje, eller gå til ein av dei andre.
complaints-field-kind = Kva er det?
complaints-kind-complaint = Ei klage
complaints-kind-words = Noko eg vil seie, og ha svar på
complaints-field-words = Kva har skjedd?
complaints-field-words-help = Skriv så lite eller så mykje du vil. Sei gjerne kva du vil skal skje no.
complaints-field-signed = Namn eller telefon
complaints-field-signed-help = Kan hoppast over. Då les du svaret med ein kode.
complaints-keep-title = Ta vare på ho?
complaints-keep = Legg ho på sida mi
complaints-keep-help = Då ser du svaret der. Dei som les, får ikkje vite kven du er av det.
complaints-or-call = Du kan også ringje:
complaints-receipt-title = Vi har fått det du skreiv
complaints-receipt = { $place } svarar deg seinast { $date }.
complaints-code = Koden din
complaints-code-keep = Skriv han ned. Med koden les du svaret her på sida.
complaints-code-title = Les svaret med kode
complaints-code-help = To ord og to tal
complaints-open = Opne
complaints-kept = Ho ligg også på sida di.
complaints-no-harm = Du mistar ikkje hjelp av å klage.
complaints-letter = Brev
complaints-about-complaint = Klage: { $place }
complaints-about-words = Til leiaren: { $place }
complaints-sent = Sendt { $date }.
complaints-unsigned = Utan namn.
complaints-state-waits = Får svar seinast { $date }.
complaints-state-late = Skulle ha fått svar { $date }.
complaints-state-answered = Svara på { $date }.
complaints-answer-from = Svar frå { $name }
complaints-not-happy = Er du ikkje nøgd? Du kan skrive igjen, eller gå til ein av dei andre.
complaints-mine = Det du har skrive til leiarar

refusal-complaints-nobody-reads = Ingen les brev for denne staden her.
refusal-complaints-nobody-reads-remedy = Ring dei, eller gå til ein av dei andre.
refusal-complaints-no-such-code = Ingen brev har denne koden.
refusal-complaints-no-such-code-remedy = Sjå etter om han er skriven rett. Brev blir sletta etter eitt år.
refusal-complaints-wait = Koden er prøvd for mange gonger.
refusal-complaints-wait-remedy = Prøv igjen om ti minutt.
refusal-complaints-busy = Mange har skrive på kort tid.
refusal-complaints-busy-remedy = Det du skreiv, står her enno. Send det om ein time.

## scope: staff

complaints-menu = Klager
complaints-staff-lead = Brev til leiar og personvernkontakt. Berre de les dei.
complaints-none = Ingen brev.
complaints-field-answer = Svar
complaints-field-answer-help = Svar på det som er spurt om. Sei kva de gjer, når, og kvar ein kan klage vidare.
complaints-answer = Send svaret
complaints-waiting = { $n } ventar på svar. { $late } er over fristen.
complaints-read = Les dei

refusal-complaints-answered = Brevet er svara på.
refusal-complaints-answered-remedy = Den som skreiv, kan skrive igjen om noko er uklart.

## scope: person
# What was done, as the person reads it in the log of who has looked.
complaints-log = Såg på klaga di
complaints-log-answer-letter = Svara på klaga di
complaints-log-forget = Sletta ei gammal klage
complaints-log-open-letter = Opna klaga di
complaints-log-write-letter = Skreiv ei klage
