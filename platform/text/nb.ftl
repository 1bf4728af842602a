### scope: person
# The frame of every page, and the words that every form and every refusal share.
# The parts have their own files; only words that stand on all pages belong here.

frame-brand = Varde
frame-skip = Til innholdet
frame-more = Mer
frame-show-rest = Vis { $n } til
frame-home = Hjem
frame-menu = Hovedmeny
frame-language = Språk
frame-sign-in = Logg inn
frame-sign-out = Logg ut
frame-leave = Lukk fort
frame-demo = Demo
frame-help-now = Hjelp nå
frame-danger-question = Er det fare for liv?
frame-danger-call = Ring 113
frame-doctor-question = Trenger du lege i dag?
frame-doctor-call = Ring 116{"\u00A0"}117
frame-contact = Kontakten din, { $name }:
frame-privacy = Kort om dine opplysninger
frame-accessibility = Tilgjengelighet
frame-about = Om Varde
frame-note = Personen bestemmer hva som deles. Du ser kanskje ikke alt.
frame-something-new = Noe er nytt.
frame-refresh = Oppdater
frame-still-there = Er du der?
frame-still-closing = Vi lukker om 30 sekunder for at ingen andre skal se.
frame-still-here = Jeg er her

form-next = Neste
form-save = Lagre
form-send = Send
form-skip = Hopp over
form-not-now = Ikke nå
form-no-thanks = Nei takk
form-back = Tilbake
form-done = Ferdig
form-undo = Angre
form-try-again = Prøv igjen
form-optional = Kan hoppes over
form-missing = Fyll ut dette.
form-too-long = Skriv litt kortere.
form-choose = Velg en av dem.
form-date = Skriv datoen slik: 24.11.2026.
form-time = Skriv klokka slik: 10.30.
form-phone = Skriv et nummer med åtte tall.

error-summary-one = Se på én ting til:
error-summary-many = Se på dette:
error-title = Feil:
error-fault-title = Noe gikk galt hos oss
error-fault = Det er ikke din feil. Det du skrev, er lagret på denne telefonen.
error-fault-number = Si dette nummeret hvis du ringer: { $number }
error-missing-title = Siden finnes ikke
error-missing = Kanskje er den flyttet. Gå til forsiden, så finner du fram.
error-denied-title = Du kan ikke se dette
error-denied = Vi kan ikke si om det er noe her. Lurer du på hvorfor, kan du spørre oss.
error-sign-in-title = Logg inn først
error-sign-in = Du må logge inn for å se dette.
error-old-form-title = Siden har stått åpen lenge
error-old-form = Last siden på nytt og prøv igjen.
error-too-many-title = Vent litt
error-too-many = Det kom mange forsøk på kort tid. Prøv igjen om { $minutes } minutter.
error-too-large = Det ble for mye på en gang. Send litt mindre.
error-home = Til forsiden
form-write-something = Skriv noe her.
form-unreadable = Vi klarte ikke å lese skjemaet. Gå tilbake og send det en gang til.
form-unknown-field = Skjemaet hadde et felt vi ikke kjenner. Gå tilbake og send det en gang til.
form-half-sent = Bare noe av skjemaet kom fram. Gå tilbake og send det en gang til.
form-from-elsewhere = Skjemaet kom fra et annet nettsted. Vi har ikke lagret noe.
form-expired = Siden har stått åpen lenge. Trykk en gang til.
error-invalid-title = Skjemaet ble ikke sendt
error-refused-title = Det gikk ikke nå
refusal-account-closed = Du har lukket kontoen din.
refusal-account-closed-remedy = Logg inn igjen for å åpne den.
form-unreadable-signs = Teksten hadde tegn vi ikke kan lese. Skriv den på nytt.

# The nine areas of life by which a person shares.
area-housing = Bolig
area-money = Penger
area-body = Kroppen
area-teeth = Tenner
area-medicines = Medisiner og LAR
area-mental-health = Psykisk helse
area-people-around = Folk rundt meg
area-everyday-work = Hverdag og jobb
area-safety = Trygghet

# The six status words of the whole product.
status-not-begun = Ikke begynt
status-ongoing = Pågår
status-waiting = Venter på svar
status-agreed = Avtalt
status-done = Ferdig
status-not-now = Ikke aktuelt nå
