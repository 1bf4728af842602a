### scope: person
# Meldingar: det personen les først, så det tilsette les.

messages-menu = Meldingar
messages-title = Meldingar
messages-lead = Her skriv du med dei som hjelper deg. Du er alltid med.
messages-one = Melding
messages-write = Skriv ei melding
messages-threads = Samtalar
messages-none = Ingen meldingar her enno.
messages-older = Eldre
messages-newest = Nyaste
messages-you = Du
messages-new = { $n ->
    [one] 1 ny.
   *[other] { $n } nye.
}
messages-waits = Ventar på svar frå deg.
messages-row-detail = { $area }. Sist { $when }.
messages-you-have = { $n ->
    [one] Du har ei ny melding
   *[other] Du har { $n } nye meldingar
}
messages-all = Alle meldingar
messages-in-it = Med her:
messages-everyone-at = Alle hos { $name }
messages-said = Det som er skrive
messages-question = Eit spørsmål
messages-taken-back = Teken tilbake.
messages-take-back = Ta tilbake
messages-read-by = Lesen av { $name } { $when }
messages-read-by-you = Lesen av deg { $when }
messages-answer = Svar
messages-answer-yes = Ja, det passar
messages-answer-not-now = Nei, ikkje no
messages-answer-call-me = Ring meg
messages-words = Skriv her
messages-who-reads = Dei som er med, kan lese dette. Det kan òg andre tilsette du deler «{ $area }» med.
messages-take-in = Ta med ein til
messages-take-in-lead = Den du tek med, kan lese alt her. Òg det som er skrive før.
messages-take-in-whom = Kven vil du ta med?
messages-take-in-do = Ta med
messages-nobody-more = Alle som ser «{ $area }», er med alt. Du kan dele med fleire.
messages-which-area = Kva gjeld det? Vel eitt område. Då ser du kven som kan lese.
messages-more-areas = Manglar det nokon her? Då må du dele noko med dei først.
messages-to-sharing = Gå til Deling
messages-nobody = Du deler ikkje noko med nokon enno. Del noko først, så kan de skrive.
messages-nobody-in = Ingen ser «{ $area }» no. Del det først, så kan de skrive.
messages-to-whom = Til kven?
messages-choose-somebody = Vel minst ein.
messages-subject = Kva gjeld det?
messages-subject-help = Nokre få ord.
messages-search = Søk i meldingar
messages-search-for = Kva leitar du etter?
messages-search-help = Ordet blir ikkje lagra.
messages-found = Det vi fann
messages-found-nothing = Vi fann ikkje noko med det ordet.
messages-found-newest = Vi har leita i dei nyaste meldingane.
messages-tried-title = Nokon prøvde å nå deg
messages-tried-you-phone = { $name }, prøvde å ringe deg { $when }.
messages-tried-you-visit = { $name }, var innom for å treffe deg { $when }.
messages-tried-you-letter = { $name }, sende deg eit brev { $when }.
messages-why-you-no-answer = {""}
messages-why-you-not-home = {""}
messages-why-you-number = Nummeret vi har, verka ikkje. Har du eit nytt?
messages-why-you-other = {""}
messages-open-door = Ring eller skriv når det passar.
messages-file = Legg ved ei fil
messages-file-help = Kan hoppast over. PDF, bilete eller tekstfil, opp til { $n } MB. Fila blir sjekka for virus.
messages-file-detail = { $kind }, { $n } kB
messages-file-none = Du kan ikkje leggje ved filer her enno.
messages-file-off = Du kan ikkje leggje ved filer her enno. Send berre teksten.
messages-file-too-large = Fila er for stor. Vel ei mindre, eller send berre teksten.
messages-file-kind = Denne fila kan vi ikkje ta imot. Vel ein PDF, eit bilete eller ei tekstfil.
messages-file-found = Vi fann virus i fila. Vi har ikkje teke vare på ho.
messages-file-not-looked-at = Vi fekk ikkje sjekka fila no. Prøv igjen litt seinare, eller send berre teksten.

refusal-messages-full = Denne samtalen er full.
refusal-messages-full-remedy = Begynn ein ny. Den gamle blir ståande.
refusal-messages-no-question = Det er ikkje noko spørsmål å svare på no.
refusal-messages-no-question-remedy = Du kan skrive i staden.
refusal-messages-not-yours = Du kan berre ta tilbake det du har skrive sjølv.
refusal-messages-not-yours-remedy = Skriv heller at noko er feil.
refusal-messages-gone = Ho er alt teken tilbake.
refusal-messages-gone-remedy = Du treng ikkje gjere noko.
refusal-messages-read = Nokon har lese ho. Då kan ho ikkje takast tilbake.
refusal-messages-read-remedy = Skriv ei ny melding om det du vil rette.
refusal-messages-too-late = Det har gått meir enn ti minutt.
refusal-messages-too-late-remedy = Skriv ei ny melding om det du vil rette.
refusal-messages-too-many = Det er ikkje plass til fleire i samtalen.
refusal-messages-too-many-remedy = Begynn ein ny med dei du vil ha med.
refusal-messages-does-not-see = Ein av dei du valde, ser ikkje dette området no.
refusal-messages-does-not-see-remedy = Vel eit anna område, eller nokon andre.
refusal-messages-there = Dei er med alt.
refusal-messages-there-remedy = Gå tilbake til samtalen.

## scope: staff

refusal-messages-when = Tida må vere no eller før, og ikkje meir enn 30 dagar sidan.
refusal-messages-when-remedy = Sjå på dato og klokkeslett.
messages-menu-staff = Beskjedar
messages-title-of = Meldingar med { $name }
messages-the-person = Personen
messages-contact-title = Kontakt
messages-write-staff = Skriv ein beskjed
messages-new-title = Nye meldingar
messages-new-lead = Nye meldingar til deg eller arbeidsstaden din.
messages-nothing-new = Ikkje noko nytt no.
messages-to-people = Til Folk
messages-nothing-here = Ikkje noko her no
messages-all-of-them = Sjå alle
messages-about-what = Kva gjeld det?
messages-no-area = Du kan ikkje skrive her enno. Ring, eller skriv at du prøvde å nå personen.
messages-is-question = Eit spørsmål?
messages-want-answer = Eg ønskjer svar
messages-want-answer-help = Personen får tre ferdige svar og kan skrive sjølv.
messages-who-reads-staff = Personen les dette. Det gjer òg andre som personen deler området med.
messages-help = Berre til deg: Du skreiv «{ $word }». Du kan skrive: { $instead }.
messages-tell-tried = Vi prøvde å nå personen
messages-tried-lead = { $name } kan lese dette. Det står som ei open dør: ring eller skriv når det passar.
messages-tried-title-staff = Forsøk på å nå personen
messages-tried-staff-phone = { $name }, ringde { $when }.
messages-tried-staff-visit = { $name }, var innom { $when }.
messages-tried-staff-letter = { $name }, sende brev { $when }.
messages-tried-seen = Personen såg det { $when }.
messages-tried-not-seen = Personen har ikkje sett det enno.
messages-how = Korleis?
messages-way-phone = Ringde
messages-way-visit = Var innom
messages-way-letter = Sende brev
messages-date = Dato
messages-time = Klokka
messages-why-not = Kvifor blei det ikkje kontakt?
messages-why-no-answer = Tok ikkje telefonen
messages-why-not-home = Ikkje heime
messages-why-number = Nummeret verkar ikkje
messages-why-other = Anna
messages-why-staff-no-answer = Tok ikkje telefonen.
messages-why-staff-not-home = Ikkje heime.
messages-why-staff-number = Nummeret verkar ikkje.
messages-why-staff-other = Anna.

## scope: person
# What was done, as the person reads it in the log of who has looked.
messages-log = Las meldingar
messages-log-answer = Svara på ei melding
messages-log-attach = La ved ei fil
messages-log-begin = Skreiv ei ny melding
messages-log-contact-tried = Skreiv at dei prøvde å nå deg
messages-log-forget-file = Sletta ei fil
messages-log-read = Las meldingar
messages-log-take-back = Tok tilbake ei melding
messages-log-take-in = Tok imot ei fil
messages-log-write = Skreiv ei melding
