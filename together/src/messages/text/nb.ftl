### scope: person
# Meldinger: det personen leser først, så det ansatte leser.

messages-menu = Meldinger
messages-title = Meldinger
messages-lead = Her skriver du med dem som hjelper deg. Du er alltid med.
messages-one = Melding
messages-write = Skriv en melding
messages-threads = Samtaler
messages-none = Ingen meldinger her ennå.
messages-older = Eldre
messages-newest = Nyeste
messages-you = Du
messages-new = { $n ->
    [one] 1 ny.
   *[other] { $n } nye.
}
messages-waits = Venter på svar fra deg.
messages-row-detail = { $area }. Sist { $when }.
messages-you-have = { $n ->
    [one] Du har en ny melding
   *[other] Du har { $n } nye meldinger
}
messages-all = Alle meldinger
messages-in-it = Med her:
messages-everyone-at = Alle hos { $name }
messages-said = Det som er skrevet
messages-question = Et spørsmål
messages-taken-back = Tatt tilbake.
messages-take-back = Ta tilbake
messages-read-by = Lest av { $name } { $when }
messages-read-by-you = Lest av deg { $when }
messages-answer = Svar
messages-answer-yes = Ja, det passer
messages-answer-not-now = Nei, ikke nå
messages-answer-call-me = Ring meg
messages-words = Skriv her
messages-who-reads = De som er med, kan lese dette. Det kan også andre ansatte du deler «{ $area }» med.
messages-take-in = Ta med en til
messages-take-in-lead = Den du tar med, kan lese alt her. Også det som er skrevet før.
messages-take-in-whom = Hvem vil du ta med?
messages-take-in-do = Ta med
messages-nobody-more = Alle som ser «{ $area }», er med alt. Du kan dele med flere.
messages-which-area = Hva gjelder det? Velg ett område. Da ser du hvem som kan lese.
messages-more-areas = Mangler det noen her? Da må du dele noe med dem først.
messages-to-sharing = Gå til Deling
messages-nobody = Du deler ikke noe med noen ennå. Del noe først, så kan dere skrive.
messages-nobody-in = Ingen ser «{ $area }» nå. Del det først, så kan dere skrive.
messages-to-whom = Til hvem?
messages-choose-somebody = Velg minst en.
messages-subject = Hva gjelder det?
messages-subject-help = Noen få ord.
messages-search = Søk i meldinger
messages-search-for = Hva leter du etter?
messages-search-help = Ordet blir ikke lagret.
messages-found = Det vi fant
messages-found-nothing = Vi fant ikke noe med det ordet.
messages-found-newest = Vi har lett i de nyeste meldingene.
messages-tried-title = Noen prøvde å nå deg
messages-tried-you-phone = { $name }, prøvde å ringe deg { $when }.
messages-tried-you-visit = { $name }, var innom for å treffe deg { $when }.
messages-tried-you-letter = { $name }, sendte deg et brev { $when }.
messages-why-you-no-answer = {""}
messages-why-you-not-home = {""}
messages-why-you-number = Nummeret vi har, virket ikke. Har du et nytt?
messages-why-you-other = {""}
messages-open-door = Ring eller skriv når det passer.
messages-file = Legg ved en fil
messages-file-help = Kan hoppes over. PDF, bilde eller tekstfil, opp til { $n } MB. Filen blir sjekket for virus.
messages-file-detail = { $kind }, { $n } kB
messages-file-none = Du kan ikke legge ved filer her ennå.
messages-file-off = Du kan ikke legge ved filer her ennå. Send bare teksten.
messages-file-too-large = Filen er for stor. Velg en mindre, eller send bare teksten.
messages-file-kind = Denne filen kan vi ikke ta imot. Velg en PDF, et bilde eller en tekstfil.
messages-file-found = Vi fant virus i filen. Vi har ikke tatt vare på den.
messages-file-not-looked-at = Vi fikk ikke sjekket filen nå. Prøv igjen litt senere, eller send bare teksten.

refusal-messages-full = Denne samtalen er full.
refusal-messages-full-remedy = Begynn en ny. Den gamle blir stående.
refusal-messages-no-question = Det er ikke noe spørsmål å svare på nå.
refusal-messages-no-question-remedy = Du kan skrive i stedet.
refusal-messages-not-yours = Du kan bare ta tilbake det du har skrevet selv.
refusal-messages-not-yours-remedy = Skriv heller at noe er feil.
refusal-messages-gone = Den er alt tatt tilbake.
refusal-messages-gone-remedy = Du trenger ikke gjøre noe.
refusal-messages-read = Noen har lest den. Da kan den ikke tas tilbake.
refusal-messages-read-remedy = Skriv en ny melding om det du vil rette.
refusal-messages-too-late = Det har gått mer enn ti minutter.
refusal-messages-too-late-remedy = Skriv en ny melding om det du vil rette.
refusal-messages-too-many = Det er ikke plass til flere i samtalen.
refusal-messages-too-many-remedy = Begynn en ny med dem du vil ha med.
refusal-messages-does-not-see = En av dem du valgte, ser ikke dette området nå.
refusal-messages-does-not-see-remedy = Velg et annet område, eller noen andre.
refusal-messages-there = De er med alt.
refusal-messages-there-remedy = Gå tilbake til samtalen.

## scope: staff

refusal-messages-when = Tiden må være nå eller før, og ikke mer enn 30 dager siden.
refusal-messages-when-remedy = Se på dato og klokkeslett.
messages-menu-staff = Beskjeder
messages-title-of = Meldinger med { $name }
messages-the-person = Personen
messages-contact-title = Kontakt
messages-write-staff = Skriv en beskjed
messages-new-title = Nye meldinger
messages-new-lead = Nye meldinger til deg eller arbeidsstedet ditt.
messages-nothing-new = Ikke noe nytt nå.
messages-to-people = Til Folk
messages-nothing-here = Ikke noe her nå
messages-all-of-them = Se alle
messages-about-what = Hva gjelder det?
messages-no-area = Du kan ikke skrive her ennå. Ring, eller skriv at du prøvde å nå personen.
messages-is-question = Et spørsmål?
messages-want-answer = Jeg ønsker svar
messages-want-answer-help = Personen får tre ferdige svar og kan skrive selv.
messages-who-reads-staff = Personen leser dette. Det gjør også andre som personen deler området med.
messages-help = Bare til deg: Du skrev «{ $word }». Du kan skrive: { $instead }.
messages-tell-tried = Vi prøvde å nå personen
messages-tried-lead = { $name } kan lese dette. Det står som en åpen dør: ring eller skriv når det passer.
messages-tried-title-staff = Forsøk på å nå personen
messages-tried-staff-phone = { $name }, ringte { $when }.
messages-tried-staff-visit = { $name }, var innom { $when }.
messages-tried-staff-letter = { $name }, sendte brev { $when }.
messages-tried-seen = Personen så det { $when }.
messages-tried-not-seen = Personen har ikke sett det ennå.
messages-how = Hvordan?
messages-way-phone = Ringte
messages-way-visit = Var innom
messages-way-letter = Sendte brev
messages-date = Dato
messages-time = Klokka
messages-why-not = Hvorfor ble det ikke kontakt?
messages-why-no-answer = Tok ikke telefonen
messages-why-not-home = Ikke hjemme
messages-why-number = Nummeret virker ikke
messages-why-other = Annet
messages-why-staff-no-answer = Tok ikke telefonen.
messages-why-staff-not-home = Ikke hjemme.
messages-why-staff-number = Nummeret virker ikke.
messages-why-staff-other = Annet.

## scope: person
# What was done, as the person reads it in the log of who has looked.
messages-log = Leste meldinger
messages-log-answer = Svarte på en melding
messages-log-attach = La ved en fil
messages-log-begin = Skrev en ny melding
messages-log-contact-tried = Skrev at de prøvde å nå deg
messages-log-forget-file = Slettet en fil
messages-log-read = Leste meldinger
messages-log-take-back = Tok tilbake en melding
messages-log-take-in = Tok imot en fil
messages-log-write = Skrev en melding
