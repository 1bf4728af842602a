### scope: person
# Who has looked, why, and what one can do about it. Read in a moment of doubt: say who and when, and that asking is fine.

access-log-title = Hvem har sett på planen din?
access-log-short = Hvem har sett
access-log-lead = { $n ->
    [one] Én annen har sett på noe her.
   *[other] { $n } andre har sett på noe her.
}
access-log-nobody = Ingen andre har sett på noe her.
access-log-empty = Her kommer det linjer når noen ser på noe om deg.
access-log-older = Se eldre
access-log-newest = Til det nyeste
access-log-print = Skriv ut
access-log-printed = Skrevet ut { $when }.

access-log-emergency = Åpnet fordi livet ditt var i fare
access-log-emergency-when = Det var { $when }.
access-log-emergency-until = Åpent til { $when }.
access-log-emergency-over = Det er lukket nå.
access-log-emergency-review = Personvernkontakten ser på det.
access-log-emergency-reviewed = Personvernkontakten har sett på det.
access-log-emergency-seen = Jeg har sett dette

access-log-you = Du selv
access-log-machine = Varde
access-log-machine-detail = helt av seg selv
access-log-relative = En du har delt med
access-log-own-folded = { $n ->
    [one] Én gang.
   *[other] { $n } ganger.
}
access-log-machine-folded = { $did } { $n ->
    [one] Én gang.
   *[other] { $n } ganger.
} Ingen mennesker så noe.

access-log-and = { $first } og { $last }
access-log-and-more = { $first } og { $n ->
    [one] én gang til
   *[other] { $n } ganger til
}
access-log-did-when = { $did } { $times }.
access-log-did-look = Så på noe om deg
access-log-did-listed = Så navnet ditt på en liste
access-log-did-changed = Gjorde noe som gjelder deg
access-log-did-refused = Prøvde å gjøre noe, men det gikk ikke
access-log-did-denied = Prøvde, men fikk ikke se noe
access-log-more = Og { $n } ting til samme dag.

access-log-attested = Godkjent som
access-log-hpr = HPR-nummer { $number }
access-log-when = Når
access-log-what = Hva
access-log-open = Åpent:
access-log-was-open = Dette var åpent
access-log-open-all = Alt i planen.
access-log-open-all-but = Alt unntatt { $areas }.
access-log-open-areas = { $areas }.
access-log-open-nothing = Bare hvem du er. Ikke noe av planen.
access-log-open-question = Bare det du spurte om. Ikke navnet ditt.
access-log-open-own-records = Bare det tjenesten selv har skrevet.
access-log-open-and-own-records = { $open } Og det tjenesten selv har skrevet.

access-log-why = Grunn:
access-log-reason = Grunn
access-log-why-said = «{ $words }»
access-log-why-contact = Er kontakten din.
access-log-why-coordinator = Er koordinatoren din.
access-log-why-responsible = Har ansvar for hjelpen du får der.
access-log-why-substitute = Er vikar for den som har ansvar.
access-log-why-treatment = Jobben er å gi deg helsehjelp.
access-log-why-coordination = Jobben er å få hjelpen din til å henge sammen.
access-log-why-service = Jobben er å hjelpe deg der du går.
access-log-why-support = Støtter deg, slik du har bedt om.
access-log-why-administration = Jobben er å passe på at alt går rett for seg.
access-log-why-help = Du ba om hjelp.
access-log-why-asked = Du spurte, og skal få svar.
access-log-why-own = Det var du selv.
access-log-why-machine = Varde gjorde jobben sin.

access-log-ground = Hva det bygger på
access-log-ground-grant = Du delte dette { $date }.
access-log-ground-shared = Du hadde delt dette.
access-log-ground-own = Dette er ditt.
access-log-ground-relation = Du går der. Da ser de hvem du er.
access-log-ground-written-here = Loven: de skal skrive ned det de gjør.
access-log-ground-emergency = Loven: fare for livet.
access-log-ground-no-person = Det står ikke hvem det gjelder.
access-log-ground-asked = Du spurte om dette.
access-log-ground-machine = Loven: du skal få det du ber om.
access-log-ground-unknown = Grunnen står ikke i loggen.
access-log-ground-silence = Du har ikke delt noe med dem.
access-log-ground-erased = Alt om deg er slettet.
access-log-ground-blocked = Du har sperret denne personen.
access-log-link-detail = Åpnet med en lenke du har sagt ja til
access-log-why-link = For å svare på det du har bedt om.
access-log-ground-by-link = Du sa ja til at de fikk en lenke.
access-log-ground-role-never = I den jobben får ingen se slikt.
access-log-ground-area-closed = Du har lukket dette.
access-log-ground-objection = Du har sagt nei til deling.
access-log-ground-protected-address = Adressen din er skjermet.
access-log-ground-age = Alderen din gjør at de ikke får se.
access-log-ground-wall = Det er stengt for dem.
access-log-ground-not-shared = Du har ikke delt dette.

access-log-role-next-of-kin = pårørende
access-log-role-volunteer = frivillig
access-log-role-coordinator = koordinator
access-log-role-mo-nurse = ansatt på senteret
access-log-role-gp = fastlege
access-log-role-nav = veileder
access-log-role-lar-doctor = lege i LAR
access-log-role-lar-outlet = deler ut medisin
access-log-role-pharmacy = på apoteket
access-log-role-detox-nurse = sykepleier
access-log-role-tsb = behandler
access-log-role-room-staff = på brukerrommet
access-log-role-drug-checker = tar imot prøver
access-log-role-outreach = er ute blant folk
access-log-role-housing = hjelper med bolig
access-log-role-dental = tannlege
access-log-role-child-responsible = barneansvarlig
access-log-role-advisory-unit = rådgiver
access-log-role-leader = leder
access-log-role-privacy-contact = personvernkontakt
access-log-role-admin = holder systemet i gang

access-log-wonder = Jeg lurer på dette
access-log-wonder-about = Jeg lurer på dette: { $name }
access-log-wonder-title = Er det noe du lurer på?
access-log-wonder-how = Velg det du lurer på, og spør.
access-log-answer-from = { $n ->
    [one] Du får svar innen én dag, fra { $name } i { $workplace }.
   *[other] Du får svar innen { $n } dager, fra { $name } i { $workplace }.
}
access-log-answer-from-someone = { $n ->
    [one] Du får svar innen én dag, fra personvernkontakten.
   *[other] Du får svar innen { $n } dager, fra personvernkontakten.
}
access-log-ask-title = Vil du spørre?
access-log-words = Hva lurer du på?
access-log-words-help = Du kan la det stå tomt. Bare personvernkontakten ser det du skriver.
access-log-ask = Send spørsmålet
access-log-asked-already = Du har spurt om dette. Svaret er på vei.
access-log-to-question = Se spørsmålet
access-log-your-questions = Dette har du spurt om
access-log-asked-on = Du spurte { $when }
access-log-answered-on = Svaret kom { $when }.
access-log-due = Svaret kommer senest { $when }.
access-log-late = Svaret skulle vært her nå. Det er vår feil.
access-log-question-title = Spørsmålet ditt
access-log-sent = Spørsmålet er sendt.
access-log-you-asked = Dette spurte du om
access-log-answer-by = Svar fra { $name }
access-log-have-read = Jeg har lest det
access-log-answers-title = Du har fått svar
access-log-answered-by = { $name } svarte { $when }

access-log-stop-title = Skal noen ikke se mer?
access-log-stop-text = Du kan stenge for én person. Det gjelder med en gang. Bare du og personvernkontakten får vite det.
access-log-stop-choose = Velg hvem du vil stenge for
access-log-stop-sharing = Slutt å dele med { $name }
access-log-block = La ikke denne personen se mer
access-log-blocked = Ferdig. { $name } ser ikke noe mer om deg.
access-log-blocked-who-knows = Bare du og personvernkontakten vet det.
access-log-lift = La personen se igjen

access-log-new-none = Ingen nye har sett på noe.
access-log-new-since = { $n ->
    [one] Ett oppslag siden sist du så her.
   *[other] { $n } oppslag siden sist du så her.
}
access-log-new-month = { $n ->
    [one] Ett oppslag de siste 30 dagene.
   *[other] { $n } oppslag de siste 30 dagene.
}
access-log-new-many = { $n ->
    [one] Ett oppslag eller mer siden sist.
   *[other] { $n } oppslag eller mer siden sist.
}

access-log-log = Leste spørsmålet ditt
access-log-log-ask = Spurte om et oppslag
access-log-log-block = Stengte for en ansatt
access-log-log-see-emergency = Så at noen hadde åpnet i nød
access-log-log-read-answer = Leste et svar
access-log-log-answer = Svarte på det du lurte på
access-log-log-ask-employee = Spurte en ansatt
access-log-log-tally = Talte oppslag
access-log-log-forget = Slettet gamle tall

refusal-access-log-nobody-looked = Her er det ingen å spørre om.
refusal-access-log-nobody-looked-remedy = Det var du selv, eller Varde, som gjorde dette.
refusal-access-log-already-asked = Du har alt spurt om dette.
refusal-access-log-already-asked-remedy = Svaret er på vei. Du finner det under Hvem har sett.
refusal-access-log-many-questions = Du har mange spørsmål som venter.
refusal-access-log-many-questions-remedy = Vent på svar på noen av dem. Haster det, ring kontakten din.
refusal-access-log-no-answer-yet = Svaret har ikke kommet ennå.
refusal-access-log-no-answer-yet-remedy = Kom tilbake om noen dager.
refusal-access-log-nobody-to-block = Her er det ingen å stenge for.
refusal-access-log-nobody-to-block-remedy = Du kan slutte å dele under Deling.

## scope: staff

access-log-menu-questions = Spørsmål
access-log-questions-lead = Det folk lurer på om loggen sin. Du ser hva det gjelder, ikke hvem som spør og ikke hva som sto der.
access-log-questions-wait = { $n ->
    [one] Ett spørsmål venter på svar
   *[other] { $n } spørsmål venter på svar
}
access-log-questions-late = { $n ->
    [one] Ett er over fristen
   *[other] { $n } er over fristen
}
access-log-waiting = Venter på svar
access-log-waiting-none = Ingen spørsmål venter.
access-log-is-late = Over fristen
access-log-done = Besvart siste 30 dager
access-log-about-nobody = Ingen bestemt ansatt
access-log-case = Sak { $number }
access-log-case-due = Sak { $number }. Frist { $when }
access-log-case-answered = Sak { $number }. Besvart { $when }
access-log-case-lead = Noen lurer på hva { $about } gjorde.
access-log-case-what = Slik står det i loggen til den som spør
access-log-case-by = Svar innen
access-log-case-words = Personens egne ord
access-log-case-no-words = Personen skrev ikke noe. Forklar hvorfor oppslaget skjedde.
access-log-case-answer = Svaret
access-log-case-write = Skriv svaret
access-log-case-help = Vanlige ord og korte setninger. Si hva som skjedde og hvorfor. Høyst 1000 tegn.
access-log-case-send = Send svaret
access-log-findings = Verdt å spørre om
access-log-findings-lead = { $n ->
    [one] Tall fra den siste dagen. Et tall sier ikke at noe er galt. Spør den det gjelder.
   *[other] Tall fra de siste { $n } dagene. Et tall sier ikke at noe er galt. Spør den det gjelder.
}
access-log-findings-none = Ingenting skiller seg ut.
access-log-finding-many-persons = { $n ->
    [one] Så på én person { $about }.
   *[other] Så på { $n } personer { $about }.
}
access-log-finding-same-person = { $n ->
    [one] Så på samme person (nummer { $about }) én gang uten å skrive noe.
   *[other] Så på samme person (nummer { $about }) { $n } ganger uten å skrive noe.
}
access-log-finding-night = { $n ->
    [one] Ett oppslag om natta{ $about }.
   *[other] { $n } oppslag om natta{ $about }.
}
access-log-finding-denied = { $n ->
    [one] Prøvde å se noe én gang uten å få lov{ $about }.
   *[other] Prøvde å se noe { $n } ganger uten å få lov{ $about }.
}
access-log-have-asked = Jeg har spurt
access-log-spoken = Du spurte { $when }
refusal-access-log-already-answered = Noen har alt svart på dette.
refusal-access-log-already-answered-remedy = Last siden på nytt for å se svaret.
