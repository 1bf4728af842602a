### scope: person
# The frame of every page, and the words that every form and every refusal share.
# The parts have their own files; only words that stand on all pages belong here.

frame-brand = Varde
frame-skip = Til innhaldet
frame-more = Meir
frame-show-rest = Vis { $n } til
frame-home = Heim
frame-menu = Hovudmeny
frame-language = Språk
frame-sign-in = Logg inn
frame-sign-out = Logg ut
frame-leave = Lukk fort
frame-demo = Demo
frame-help-now = Hjelp no
frame-danger-question = Er det fare for liv?
frame-danger-call = Ring 113
frame-doctor-question = Treng du lege i dag?
frame-doctor-call = Ring 116{"\u00A0"}117
frame-contact = Kontakten din, { $name }:
frame-privacy = Kort om opplysningane dine
frame-accessibility = Tilgjenge
frame-about = Om Varde
frame-note = Personen bestemmer kva som blir delt. Du ser kanskje ikkje alt.
frame-something-new = Noko er nytt.
frame-refresh = Oppdater
frame-still-there = Er du der?
frame-still-closing = Vi lukkar om 30 sekund, så ingen andre skal sjå.
frame-still-here = Eg er her

form-next = Neste
form-save = Lagre
form-send = Send
form-skip = Hopp over
form-not-now = Ikkje no
form-no-thanks = Nei takk
form-back = Tilbake
form-done = Ferdig
form-undo = Angre
form-try-again = Prøv igjen
form-optional = Kan hoppast over
form-missing = Fyll ut dette.
form-too-long = Skriv litt kortare.
form-choose = Vel ein av dei.
form-date = Skriv datoen slik: 24.11.2026.
form-time = Skriv klokka slik: 10.30.
form-phone = Skriv eit nummer med åtte tal.

error-summary-one = Sjå på éin ting til:
error-summary-many = Sjå på dette:
error-title = Feil:
error-fault-title = Noko gjekk gale hos oss
error-fault = Det er ikkje din feil. Det du skreiv, er lagra på denne telefonen.
error-fault-number = Sei dette nummeret om du ringjer: { $number }
error-missing-title = Sida finst ikkje
error-missing = Kanskje er ho flytta. Gå til framsida, så finn du fram.
error-denied-title = Du kan ikkje sjå dette
error-denied = Vi kan ikkje seie om det er noko her. Lurer du på kvifor, kan du spørje oss.
error-sign-in-title = Logg inn først
error-sign-in = Du må logge inn for å sjå dette.
error-old-form-title = Sida har stått open lenge
error-old-form = Last sida på nytt og prøv igjen.
error-too-many-title = Vent litt
error-too-many = Det kom mange forsøk på kort tid. Prøv igjen om { $minutes } minutt.
error-too-large = Det vart for mykje på ein gong. Send litt mindre.
error-home = Til framsida
form-write-something = Skriv noko her.
form-unreadable = Vi klarte ikkje å lese skjemaet. Gå tilbake og send det ein gong til.
form-unknown-field = Skjemaet hadde eit felt vi ikkje kjenner. Gå tilbake og send det ein gong til.
form-half-sent = Berre noko av skjemaet kom fram. Gå tilbake og send det ein gong til.
form-from-elsewhere = Skjemaet kom frå ein annan nettstad. Vi har ikkje lagra noko.
form-expired = Sida har stått open lenge. Trykk ein gong til.
error-invalid-title = Skjemaet blei ikkje sendt
error-refused-title = Det gjekk ikkje no
refusal-account-closed = Du har lukka kontoen din.
refusal-account-closed-remedy = Logg inn igjen for å opne han.
form-unreadable-signs = Teksten hadde teikn vi ikkje kan lese. Skriv han på nytt.

# The nine areas of life by which a person shares.
area-housing = Bustad
area-money = Pengar
area-body = Kroppen
area-teeth = Tenner
area-medicines = Medisinar og LAR
area-mental-health = Psykisk helse
area-people-around = Folk rundt meg
area-everyday-work = Kvardag og jobb
area-safety = Tryggleik

# The six status words of the whole product.
status-not-begun = Ikkje byrja
status-ongoing = I gang
status-waiting = Ventar på svar
status-agreed = Avtalt
status-done = Ferdig
status-not-now = Ikkje aktuelt no
