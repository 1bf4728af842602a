### scope: person
# Klage: det personen leser først, så det de som svarer, leser.

complaints-title = Klage eller si fra
complaints-lead = Du kan skrive til lederen. Du trenger ikke si hvem du er.
complaints-here = Hvem gjelder det?
complaints-no-places = Ingen steder er satt opp ennå.
complaints-elsewhere = Andre du kan gå til
complaints-elsewhere-lead = Du kan gå rett til dem, også om du skriver her.
# awaiting-signoff: kap. 8 i loven, hvem ombudet hjelper, er ikke lest på nytt
complaints-body-ombud = Pasient- og brukerombudet
# awaiting-signoff: samme
complaints-body-ombud-what = Gir gratis hjelp og råd når du vil klage på helse- eller sosialhjelp.
# awaiting-signoff: hvilke klager som går dit først, er ikke lest på nytt
complaints-body-governor = Statsforvalteren
# awaiting-signoff: samme
complaints-body-governor-what = Ser på klager om helsehjelp, og på klager som stedet selv ikke gir deg rett i.
# awaiting-signoff: ikke lest på nytt
complaints-body-data-authority = Datatilsynet
# awaiting-signoff: samme
complaints-body-data-authority-what = For klager på hvordan opplysninger om deg blir brukt.
# awaiting-signoff: ikke lest på nytt
complaints-body-civil-ombud = Sivilombudet
# awaiting-signoff: samme
complaints-body-civil-ombud-what = Når du har klaget til andre, og ikke kommer videre.
complaints-write-title = Skriv til lederen
complaints-who-reads = Lederen og personvernkontakten hos { $place } leser det. De du fikk hjelp av, ser det ikke her.
complaints-nobody-reads = Her kan du ikke skrive på nett. Du kan ringe, eller gå til en av de andre.
complaints-field-kind = Hva er det?
complaints-kind-complaint = En klage
complaints-kind-words = Noe jeg vil si, og ha svar på
complaints-field-words = Hva har skjedd?
complaints-field-words-help = Skriv så lite eller så mye du vil. Si gjerne hva du vil skal skje nå.
complaints-field-signed = Navn eller telefon
complaints-field-signed-help = Kan hoppes over. Da leser du svaret med en kode.
complaints-keep-title = Ta vare på den?
complaints-keep = Legg den på siden min
complaints-keep-help = Da ser du svaret der. De som leser, får ikke vite hvem du er av det.
complaints-or-call = Du kan også ringe:
complaints-receipt-title = Vi har fått det du skrev
complaints-receipt = { $place } svarer deg senest { $date }.
complaints-code = Koden din
complaints-code-keep = Skriv den ned. Med koden leser du svaret her på siden.
complaints-code-title = Les svaret med kode
complaints-code-help = To ord og to tall
complaints-open = Åpne
complaints-kept = Den ligger også på siden din.
complaints-no-harm = Du mister ikke hjelp av å klage.
complaints-letter = Brev
complaints-about-complaint = Klage: { $place }
complaints-about-words = Til lederen: { $place }
complaints-sent = Sendt { $date }.
complaints-unsigned = Uten navn.
complaints-state-waits = Får svar senest { $date }.
complaints-state-late = Skulle ha fått svar { $date }.
complaints-state-answered = Besvart { $date }.
complaints-answer-from = Svar fra { $name }
complaints-not-happy = Er du ikke fornøyd? Du kan skrive igjen, eller gå til en av de andre.
complaints-mine = Det du har skrevet til ledere

refusal-complaints-nobody-reads = Ingen leser brev for dette stedet her.
refusal-complaints-nobody-reads-remedy = Ring dem, eller gå til en av de andre.
refusal-complaints-no-such-code = Ingen brev har denne koden.
refusal-complaints-no-such-code-remedy = Se etter om den er skrevet rett. Brev blir slettet etter ett år.
refusal-complaints-wait = Koden er prøvd for mange ganger.
refusal-complaints-wait-remedy = Prøv igjen om ti minutter.
refusal-complaints-busy = Mange har skrevet på kort tid.
refusal-complaints-busy-remedy = Det du skrev, står her ennå. Send det om en time.

## scope: staff

complaints-menu = Klager
complaints-staff-lead = Brev til leder og personvernkontakt. Bare dere leser dem.
complaints-none = Ingen brev.
complaints-field-answer = Svar
complaints-field-answer-help = Svar på det som er spurt om. Si hva dere gjør, når, og hvor man kan klage videre.
complaints-answer = Send svaret
complaints-waiting = { $n } venter på svar. { $late } er over fristen.
complaints-read = Les dem

refusal-complaints-answered = Brevet er besvart.
refusal-complaints-answered-remedy = Den som skrev, kan skrive igjen hvis noe er uklart.

## scope: person
# What was done, as the person reads it in the log of who has looked.
complaints-log = Så på klagen din
complaints-log-answer-letter = Svarte på klagen din
complaints-log-forget = Slettet en gammel klage
complaints-log-open-letter = Åpnet klagen din
complaints-log-write-letter = Skrev en klage
