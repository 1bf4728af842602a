### scope: person
# I natt: det personen leser først, så det de som jobber med det, leser.

tonight-tab = I natt
tonight-title = Et sted å sove i natt
tonight-lead = Du får svar i dag. Du trenger ikke si hvem du er.
tonight-to-mine = Se hva du har fått
tonight-ask = Be om et sted i natt
tonight-have-code = Jeg har en kode
tonight-rights = Dette kan du regne med
# awaiting-signoff: svar samme dag står i en veileder, ikke lest i loven
tonight-right-today = En på NAV har ansvar for å finne et sted til deg i dag.
tonight-right-search = Du trenger ikke ha lett selv først.
tonight-right-safe = Er stedet ikke trygt for deg, får du et annet.
tonight-right-complain = Du kan klage, også når du har fått et sted.
tonight-places-open = Steder du kan ringe selv
tonight-places-none = Ingen steder står på listen nå. Ring NAV.
tonight-places-call = Ring før du går dit. Tallet sier hvor gammelt det er.
tonight-more = Vis flere
tonight-call = Ring i stedet
tonight-ask-tab = Be om et sted
tonight-ask-title = Hva trenger du i natt?
tonight-ask-lead = Skriv så lite eller så mye du vil. Du kan også la det stå tomt.
tonight-words = Med egne ord
tonight-words-help = For eksempel hvor du er nå, eller hva som er viktig. Ikke skriv navn på andre.
tonight-wishes = Hva er viktig for deg?
tonight-trait-women-only = Bare kvinner
tonight-trait-own-room = Eget rom
tonight-trait-couples = Plass til et par
tonight-trait-animals = Dyr kan være med
tonight-trait-step-free = Uten trapp
tonight-trait-awake = Noen er våkne hele natta
tonight-ask-send = Send
tonight-ask-who-reads = De som har vakt på NAV, leser dette. Ingen andre.
tonight-must-have-asked = Spør personen først. Kryss av når det er gjort.
tonight-receipt-tab = Sendt
tonight-receipt-title = Vi har fått det
tonight-receipt-who = { $name } hos { $office } har ansvar for å finne et sted til deg i dag.
tonight-receipt-deleted = Vi sletter dette { $date } hvis du ikke vil ha mer kontakt.
tonight-receipt-code = Koden din er
tonight-receipt-keep = Skriv den ned eller ta bilde. Med koden leser du svaret på alle skjermer.
tonight-receipt-read = Les svaret med koden
tonight-receipt-done = Ferdig
tonight-receipt-next = Dette skjer nå
tonight-code-tab = Kode
tonight-code-title = Åpne svaret om i natt
tonight-code-label = Koden din
tonight-code-help = To ord og et tall, slik: kano hest 47
tonight-code-open = Åpne
tonight-code-wrong = Vi fant ikke koden. Se på den en gang til.
tonight-code-lost = Har du mistet koden? Ring NAV eller be om et sted på nytt.
tonight-mine-tab = I natt
tonight-mine-title = Et sted å sove
tonight-mine-none = Du har ikke bedt om noe ennå.
tonight-mine-waiting = Vi leter etter et sted
tonight-mine-waiting-text = Du trenger ikke lete selv. Du får navn på et sted, ikke en liste.
tonight-mine-given = Du har fått et sted
tonight-mine-staying = Her sover du
tonight-mine-declined = Du fikk nei
tonight-mine-closed = Dette er ferdig
tonight-yes = Jeg kommer
tonight-not-safe = Det er ikke trygt for meg
tonight-not-safe-text = Da finner vi et annet sted. Du mister ikke noe på det.
tonight-not-safe-words = Hva er det som ikke er trygt?
tonight-not-safe-help = Du kan la dette stå tomt.
tonight-not-safe-send = Finn et annet sted
tonight-ask-again = Be om et sted på nytt
tonight-complain-title = Du kan klage
# awaiting-signoff: fristen og hvem som får klagen, er ikke lest i loven
tonight-complain-text = Si det til den som svarte deg, eller skriv. Noen andre ser på saken. Du mister ikke plassen mens du venter.
tonight-complain-link = Skriv en klage
# awaiting-signoff: tre uker er lest i en veileder, ikke i loven
tonight-complain-by = Du kan klage til og med { $date }.
tonight-earlier = Tidligere svar
tonight-who = Den som har ansvar nå
tonight-holder = { $name }, { $office }.
tonight-mine-words = Det du skrev
tonight-no-words = Ingen egne ord.
tonight-count = Netter
tonight-nights = { $n ->
    [one] 1 natt siden { $since }.
   *[other] { $n } netter siden { $since }.
}
# awaiting-signoff: omtrent tre måneder er lest i en veileder
tonight-alarm-soon = { $date } er det tre måneder.
# awaiting-signoff: omtrent tre måneder er lest i en veileder
tonight-alarm-over = Over tre måneder siden { $date }.
tonight-count-what = Et sted for nå skal ikke vare så lenge. Du skal få en plan for et hjem.
tonight-no-need = Jeg trenger det ikke lenger
tonight-slip = Si tallet { $n } i døra.
tonight-one-night = En natt, { $day }.
tonight-from-through = Fra { $from } til og med { $through }.
tonight-from-left = Fra { $from } til { $left }.
tonight-came = Kom { $when }.
tonight-did-not-come = Stedet sier at ingen kom.
tonight-decided-no = Nei
tonight-place-hidden = Stedet vises ikke her
tonight-decided-by = { $name } bestemte dette { $when }.
tonight-said-yes = Sa ja.
tonight-said-not-safe = Ikke trygt.
tonight-clock-left = { $time } igjen av dagen
tonight-clock-over = Skulle vært svart for { $time } siden
tonight-quality-good = Sjekket { $date }: bra.
tonight-quality-to-mend = Sjekket { $date }: noe skal rettes.
tonight-quality-unfit = Sjekket { $date }: ikke i bruk.
tonight-quality-none = Ingen har sjekket stedet ennå.
tonight-closed-now = Tar ikke imot nå
tonight-home-title = Et sted å sove
tonight-home-waits = { $name } leter etter et sted til deg. Svar { $when }.
tonight-home-given = { $name } har ansvar.

## scope: staff

tonight-menu = I natt
tonight-unnamed = Uten navn
tonight-ask-title-staff = Meld fra for en som trenger et sted
tonight-ask-for = For { $name }. NAV får det med en gang.
tonight-ask-unnamed = Uten navn. Personen får en kode å lese svaret med.
tonight-ask-unnamed-button = Meld fra for en uten navn
tonight-ask-person = Meld fra om et sted i natt
tonight-spoken-legend = Har personen bedt om det?
tonight-spoken = Personen har bedt om det
tonight-spoken-help = NAV får vite at personen trenger et sted, og det som står over.
tonight-receipt-code-staff = Gi personen denne koden
tonight-nobody-on-duty = ingen har sagt at de har vakt
tonight-duty = Vakt
tonight-duty-now = { $name } har vakt og får det som kommer inn.
tonight-duty-default = Ingen har vakt. { $name } får det som kommer inn.
tonight-duty-nobody = Ingen veileder er lagt inn.
tonight-duty-text = Den som har vakt, har ansvar fra første sekund. Vakta varer til i morgen kl. 09.00.
tonight-duty-take = Jeg har vakta
tonight-duty-leave = Jeg er ferdig
tonight-waiting = Må avgjøres i dag
tonight-waiting-none = Ingen venter på svar.
tonight-staying = Bor et sted nå
tonight-staying-none = Ingen bor midlertidig nå.
tonight-too-long = Nær eller over tre måneder
tonight-free = Ledig i natt
tonight-filter = Vis bare noen av stedene
tonight-filter-legend = Stedet må ha
tonight-filter-show = Vis
tonight-places-none-fit = Ingen steder passer. Ta bort et kryss.
tonight-again = Oppdater
tonight-all = Se alt om i natt
tonight-new-place = Nytt sted
tonight-row-wishes = Ønsker: { $what }
tonight-row-held = { $name } har ansvar · spurt { $when }
tonight-open = Åpne
tonight-open-what = Åpne { $name }
tonight-one-tab = En som trenger et sted
tonight-one-own = Det personen sier
tonight-one-wishes = Dette er viktig for personen:
tonight-one-now = Gjelder nå
tonight-state-waiting = Venter på svar
tonight-state-given = Har fått et sted
tonight-state-staying = Bor der
tonight-state-declined = Fikk nei
tonight-state-closed = Ferdig
tonight-fact-asked = Spurt
tonight-fact-holder = Har ansvar
tonight-take = Jeg tar den
tonight-give-title = Gi et sted
tonight-give-lead = Velg ett konkret sted. Ring og hør at plassen er der. Personen skal ikke lete selv.
tonight-give-place = Hvilket sted?
tonight-give-words = Beskjed til personen
tonight-give-words-help = Kan hoppes over. Personen leser dette.
tonight-give = Gi denne plassen
tonight-nights-label = Antall netter
tonight-nights-help = Fra 1 til 14. Så ser noen på det igjen.
tonight-nights-number = Skriv et tall fra 1 til 14.
tonight-said-not-safe-before = Personen har sagt at det ikke er trygt her.
tonight-has = Har: { $what }
tonight-lacks = Mangler: { $what }
tonight-extend-title = Flere netter
tonight-extend = Gi flere netter
tonight-look-again = Finn et annet sted
tonight-look-again-why = Hvorfor?
tonight-look-again-unsafe = Personen sier at det ikke er trygt her
tonight-look-again-words = Med personens egne ord
tonight-look-again-send = Let videre
tonight-decline = Svar nei
tonight-decline-lead = NAV skal finne et sted, uansett grunn. Et nei skal begrunnes, og personen kan klage i tre uker.
tonight-decline-why = Begrunnelse
tonight-decline-help = Personen leser dette ord for ord.
tonight-decline-send = Svar nei
tonight-end = Trenger det ikke lenger
tonight-confirm-same = { $n ->
    [one] Det stemmer: 1 ledig
   *[other] Det stemmer: { $n } ledige
}
tonight-confirm-other = Et annet tall
tonight-confirm-free = Ledige nå
tonight-confirm-total = Plasser i alt
tonight-confirm-send = Bekreft
tonight-number = Skriv et helt tall.
tonight-slips = På vei i natt
tonight-slips-lead = Den som kommer, sier et tall i døra. Dere trenger ikke vite navnet for å ta imot.
tonight-slips-none = Ingen er på vei.
tonight-slip-n = Tall { $n }
tonight-slip-came = Kom
tonight-slip-missed = Kom ikke
tonight-on-the-way = På vei
tonight-missed-at = Kom ikke. Meldt { $when }.
tonight-check = Kommunens sjekk
tonight-check-new = Skriv inn en ny sjekk
tonight-check-mark = Hva fant dere?
tonight-mark-good = Bra
tonight-mark-to-mend = Noe skal rettes
tonight-mark-unfit = Skal ikke brukes
tonight-check-words = Hva fant dere?
tonight-check-words-help = Om stedet. Aldri om personer.
tonight-check-save = Lagre sjekken
tonight-close-place = Ta ikke imot nå
tonight-open-again = Ta imot igjen
tonight-new-name = Hva heter stedet?
tonight-new-phone = Telefon
tonight-new-part = Bydel
tonight-new-part-help = Ikke adressen. Den gis på telefon.
tonight-new-traits = Slik er stedet
tonight-new-who-reads = Hvem kan lese om stedet?
tonight-new-open = Alle
tonight-new-open-help = Uten kryss ser bare ansatte stedet. Krisesentre skal ikke stå åpent.
tonight-leader-line = { $n ->
    [one] 1 person bor midlertidig over tre måneder. { $name }, { $office }, har ansvar.
   *[other] { $n } personer bor midlertidig over tre måneder. { $name }, { $office }, har ansvar.
}
tonight-leader-why = Et midlertidig sted bør ikke vare lenger enn omtrent tre måneder (veiledning, ikke lov).

refusal-tonight-changed = Noen har gjort noe her siden du åpnet siden.
refusal-tonight-changed-remedy = Se hva som står nå, og prøv igjen.
refusal-tonight-full = En annen fikk den siste plassen akkurat nå.
refusal-tonight-full-remedy = Velg et annet sted, eller ring og hør.
refusal-tonight-place-closed = Stedet tar ikke imot noen nå.
refusal-tonight-place-closed-remedy = Velg et annet sted.
refusal-tonight-unfit = Kommunens sjekk sier at stedet ikke skal brukes.
refusal-tonight-unfit-remedy = Velg et annet sted.
refusal-tonight-unsafe = Personen har sagt at dette stedet ikke er trygt.
refusal-tonight-unsafe-remedy = Velg et annet sted.
refusal-tonight-decided = Dette er svart på alt.
refusal-tonight-decided-remedy = Les svaret. Velg «Finn et annet sted» hvis det skal endres.

## scope: person

refusal-tonight-nothing-given = Du har ikke fått et sted som du kan svare på nå.
refusal-tonight-nothing-given-remedy = Ring NAV hvis det haster.

## scope: staff

refusal-tonight-not-staying = Personen har ikke et sted etter denne.
refusal-tonight-not-staying-remedy = Gi et sted først.

## scope: person

refusal-tonight-asked-already = Du har alt bedt om et sted.
refusal-tonight-asked-already-remedy = Se hva du har fått.
refusal-tonight-closed = Dette er ferdig.
refusal-tonight-closed-remedy = Be om et sted på nytt hvis du trenger det.
refusal-tonight-nobody-decides = Ingen kan svare her nå.
refusal-tonight-nobody-decides-remedy = Ring NAV eller legevakta på 116 117.

## scope: staff

refusal-tonight-more-than-all = Det kan ikke være flere ledige enn plasser.
refusal-tonight-more-than-all-remedy = Se på de to tallene.
refusal-tonight-not-theirs = De som driver stedet, sier hvor mange som er ledige.
refusal-tonight-not-theirs-remedy = Ring stedet.

## scope: person

refusal-tonight-busy = Mange spør akkurat nå.
refusal-tonight-busy-remedy = Ring NAV, eller prøv igjen om en stund.
refusal-tonight-wait = Det er prøvd for mange koder.
refusal-tonight-wait-remedy = Vent ti minutter, eller ring NAV.

tonight-log = I natt
tonight-log-ask = Ba om et sted å sove
tonight-log-open-answer = Åpnet svaret med koden
tonight-log-say-yes = Sa ja til et sted
tonight-log-say-not-safe = Sa at stedet ikke var trygt
tonight-log-end = Avsluttet
tonight-log-take = Tok på seg å finne et sted
tonight-log-give = Ga deg et sted
tonight-log-decline = Svarte nei
tonight-log-look-again = Lette etter et annet sted
tonight-log-extend = Ga flere netter
tonight-log-duty = Byttet vakt
tonight-log-confirm = Sa hvor mange plasser som er ledige
tonight-log-slip = Sa fra om noen kom
tonight-log-close-place = Åpnet eller stengte et sted
tonight-log-mark-place = Sjekket et sted
tonight-log-make-place = Skrev inn et sted
tonight-log-forget = Slettet det som er gammelt
tonight-log-set-up = Satte opp hvem som svarer
