### scope: person
# Who has looked, why, and what one can do about it. Read in a moment of doubt: say who and when, and that asking is fine.

access-log-title = Kven har sett på planen din?
access-log-short = Kven har sett
access-log-lead = { $n ->
    [one] Éin annan har sett på noko her.
   *[other] { $n } andre har sett på noko her.
}
access-log-nobody = Ingen andre har sett på noko her.
access-log-empty = Her kjem det linjer når nokon ser på noko om deg.
access-log-older = Sjå eldre
access-log-newest = Til det nyaste
access-log-print = Skriv ut
access-log-printed = Skrive ut { $when }.

access-log-emergency = Opna fordi livet ditt var i fare
access-log-emergency-when = Det var { $when }.
access-log-emergency-until = Ope til { $when }.
access-log-emergency-over = Det er lukka no.
access-log-emergency-review = Personvernkontakten ser på det.
access-log-emergency-reviewed = Personvernkontakten har sett på det.
access-log-emergency-seen = Eg har sett dette

access-log-you = Du sjølv
access-log-machine = Varde
access-log-machine-detail = heilt av seg sjølv
access-log-relative = Ein du har delt med
access-log-own-folded = { $n ->
    [one] Éin gong.
   *[other] { $n } gonger.
}
access-log-machine-folded = { $did } { $n ->
    [one] Éin gong.
   *[other] { $n } gonger.
} Ingen menneske såg noko.

access-log-and = { $first } og { $last }
access-log-and-more = { $first } og { $n ->
    [one] éin gong til
   *[other] { $n } gonger til
}
access-log-did-when = { $did } { $times }.
access-log-did-look = Såg på noko om deg
access-log-did-listed = Såg namnet ditt på ei liste
access-log-did-changed = Gjorde noko som gjeld deg
access-log-did-refused = Prøvde å gjere noko, men det gjekk ikkje
access-log-did-denied = Prøvde, men fekk ikkje sjå noko
access-log-more = Og { $n } ting til same dagen.

access-log-attested = Godkjend som
access-log-hpr = HPR-nummer { $number }
access-log-when = Når
access-log-what = Kva
access-log-open = Ope:
access-log-was-open = Dette var ope
access-log-open-all = Alt i planen.
access-log-open-all-but = Alt unnateke { $areas }.
access-log-open-areas = { $areas }.
access-log-open-nothing = Berre kven du er. Ikkje noko av planen.
access-log-open-question = Berre det du spurde om. Ikkje namnet ditt.
access-log-open-own-records = Berre det tenesta sjølv har skrive.
access-log-open-and-own-records = { $open } Og det tenesta sjølv har skrive.

access-log-why = Grunn:
access-log-reason = Grunn
access-log-why-said = «{ $words }»
access-log-why-contact = Er kontakten din.
access-log-why-coordinator = Er koordinatoren din.
access-log-why-responsible = Har ansvar for hjelpa du får der.
access-log-why-substitute = Er vikar for den som har ansvar.
access-log-why-treatment = Jobben er å gi deg helsehjelp.
access-log-why-coordination = Jobben er å få hjelpa di til å henge saman.
access-log-why-service = Jobben er å hjelpe deg der du går.
access-log-why-support = Støttar deg, slik du har bede om.
access-log-why-administration = Jobben er å passe på at alt går rett for seg.
access-log-why-help = Du bad om hjelp.
access-log-why-asked = Du spurde, og skal få svar.
access-log-why-own = Det var du sjølv.
access-log-why-machine = Varde gjorde jobben sin.

access-log-ground = Kva det byggjer på
access-log-ground-grant = Du delte dette { $date }.
access-log-ground-shared = Du hadde delt dette.
access-log-ground-own = Dette er ditt.
access-log-ground-relation = Du går der. Då ser dei kven du er.
access-log-ground-written-here = Lova: dei skal skrive ned det dei gjer.
access-log-ground-emergency = Lova: fare for livet.
access-log-ground-no-person = Det står ikkje kven det gjeld.
access-log-ground-asked = Du spurde om dette.
access-log-ground-machine = Lova: du skal få det du ber om.
access-log-ground-unknown = Grunnen står ikkje i loggen.
access-log-ground-silence = Du har ikkje delt noko med dei.
access-log-ground-erased = Alt om deg er sletta.
access-log-ground-blocked = Du har sperra denne personen.
access-log-link-detail = Opna med ei lenkje du har sagt ja til
access-log-why-link = For å svare på det du har bede om.
access-log-ground-by-link = Du sa ja til at dei fekk ei lenkje.
access-log-ground-role-never = I den jobben får ingen sjå slikt.
access-log-ground-area-closed = Du har lukka dette.
access-log-ground-objection = Du har sagt nei til deling.
access-log-ground-protected-address = Adressa di er skjerma.
access-log-ground-age = Alderen din gjer at dei ikkje får sjå.
access-log-ground-wall = Det er stengt for dei.
access-log-ground-not-shared = Du har ikkje delt dette.

access-log-role-next-of-kin = pårørande
access-log-role-volunteer = frivillig
access-log-role-coordinator = koordinator
access-log-role-mo-nurse = tilsett på senteret
access-log-role-gp = fastlege
access-log-role-nav = rettleiar
access-log-role-lar-doctor = lege i LAR
access-log-role-lar-outlet = deler ut medisin
access-log-role-pharmacy = på apoteket
access-log-role-detox-nurse = sjukepleiar
access-log-role-tsb = behandlar
access-log-role-room-staff = på brukarrommet
access-log-role-drug-checker = tek imot prøver
access-log-role-outreach = er ute blant folk
access-log-role-housing = hjelper med bustad
access-log-role-dental = tannlege
access-log-role-child-responsible = barneansvarleg
access-log-role-advisory-unit = rådgivar
access-log-role-leader = leiar
access-log-role-privacy-contact = personvernkontakt
access-log-role-admin = held systemet i gang

access-log-wonder = Eg lurer på dette
access-log-wonder-about = Eg lurer på dette: { $name }
access-log-wonder-title = Er det noko du lurer på?
access-log-wonder-how = Vel det du lurer på, og spør.
access-log-answer-from = { $n ->
    [one] Du får svar innan éin dag, frå { $name } i { $workplace }.
   *[other] Du får svar innan { $n } dagar, frå { $name } i { $workplace }.
}
access-log-answer-from-someone = { $n ->
    [one] Du får svar innan éin dag, frå personvernkontakten.
   *[other] Du får svar innan { $n } dagar, frå personvernkontakten.
}
access-log-ask-title = Vil du spørje?
access-log-words = Kva lurer du på?
access-log-words-help = Du kan la det stå tomt. Berre personvernkontakten ser det du skriv.
access-log-ask = Send spørsmålet
access-log-asked-already = Du har spurt om dette. Svaret er på veg.
access-log-to-question = Sjå spørsmålet
access-log-your-questions = Dette har du spurt om
access-log-asked-on = Du spurde { $when }
access-log-answered-on = Svaret kom { $when }.
access-log-due = Svaret kjem seinast { $when }.
access-log-late = Svaret skulle vore her no. Det er vår feil.
access-log-question-title = Spørsmålet ditt
access-log-sent = Spørsmålet er sendt.
access-log-you-asked = Dette spurde du om
access-log-answer-by = Svar frå { $name }
access-log-have-read = Eg har lese det
access-log-answers-title = Du har fått svar
access-log-answered-by = { $name } svara { $when }

access-log-stop-title = Skal nokon ikkje sjå meir?
access-log-stop-text = Du kan stengje for éin person. Det gjeld med ein gong. Berre du og personvernkontakten får vite det.
access-log-stop-choose = Vel kven du vil stengje for
access-log-stop-sharing = Slutt å dele med { $name }
access-log-block = La ikkje denne personen sjå meir
access-log-blocked = Ferdig. { $name } ser ikkje noko meir om deg.
access-log-blocked-who-knows = Berre du og personvernkontakten veit det.
access-log-lift = La personen sjå igjen

access-log-new-none = Ingen nye har sett på noko.
access-log-new-since = { $n ->
    [one] Eitt oppslag sidan sist du såg her.
   *[other] { $n } oppslag sidan sist du såg her.
}
access-log-new-month = { $n ->
    [one] Eitt oppslag dei siste 30 dagane.
   *[other] { $n } oppslag dei siste 30 dagane.
}
access-log-new-many = { $n ->
    [one] Eitt oppslag eller meir sidan sist.
   *[other] { $n } oppslag eller meir sidan sist.
}

access-log-log = Las spørsmålet ditt
access-log-log-ask = Spurde om eit oppslag
access-log-log-block = Stengde for ein tilsett
access-log-log-see-emergency = Såg at nokon hadde opna i naud
access-log-log-read-answer = Las eit svar
access-log-log-answer = Svara på det du lurte på
access-log-log-ask-employee = Spurde ein tilsett
access-log-log-tally = Talde oppslag
access-log-log-forget = Sletta gamle tal

refusal-access-log-nobody-looked = Her er det ingen å spørje om.
refusal-access-log-nobody-looked-remedy = Det var du sjølv, eller Varde, som gjorde dette.
refusal-access-log-already-asked = Du har alt spurt om dette.
refusal-access-log-already-asked-remedy = Svaret er på veg. Du finn det under Kven har sett.
refusal-access-log-many-questions = Du har mange spørsmål som ventar.
refusal-access-log-many-questions-remedy = Vent på svar på nokre av dei. Hastar det, ring kontakten din.
refusal-access-log-no-answer-yet = Svaret har ikkje kome enno.
refusal-access-log-no-answer-yet-remedy = Kom tilbake om nokre dagar.
refusal-access-log-nobody-to-block = Her er det ingen å stengje for.
refusal-access-log-nobody-to-block-remedy = Du kan slutte å dele under Deling.

## scope: staff

access-log-menu-questions = Spørsmål
access-log-questions-lead = Det folk lurer på om loggen sin. Du ser kva det gjeld, ikkje kven som spør og ikkje kva som stod der.
access-log-questions-wait = { $n ->
    [one] Eitt spørsmål ventar på svar
   *[other] { $n } spørsmål ventar på svar
}
access-log-questions-late = { $n ->
    [one] Eitt er over fristen
   *[other] { $n } er over fristen
}
access-log-waiting = Ventar på svar
access-log-waiting-none = Ingen spørsmål ventar.
access-log-is-late = Over fristen
access-log-done = Svara på siste 30 dagar
access-log-about-nobody = Ingen bestemt tilsett
access-log-case = Sak { $number }
access-log-case-due = Sak { $number }. Frist { $when }
access-log-case-answered = Sak { $number }. Svara på { $when }
access-log-case-lead = Nokon lurer på kva { $about } gjorde.
access-log-case-what = Slik står det i loggen til den som spør
access-log-case-by = Svar innan
access-log-case-words = Personens eigne ord
access-log-case-no-words = Personen skreiv ikkje noko. Forklar kvifor oppslaget skjedde.
access-log-case-answer = Svaret
access-log-case-write = Skriv svaret
access-log-case-help = Vanlege ord og korte setningar. Sei kva som skjedde og kvifor. Høgst 1000 teikn.
access-log-case-send = Send svaret
access-log-findings = Verdt å spørje om
access-log-findings-lead = { $n ->
    [one] Tal frå den siste dagen. Eit tal seier ikkje at noko er gale. Spør den det gjeld.
   *[other] Tal frå dei siste { $n } dagane. Eit tal seier ikkje at noko er gale. Spør den det gjeld.
}
access-log-findings-none = Ingenting skil seg ut.
access-log-finding-many-persons = { $n ->
    [one] Såg på éin person { $about }.
   *[other] Såg på { $n } personar { $about }.
}
access-log-finding-same-person = { $n ->
    [one] Såg på same person (nummer { $about }) éin gong utan å skrive noko.
   *[other] Såg på same person (nummer { $about }) { $n } gonger utan å skrive noko.
}
access-log-finding-night = { $n ->
    [one] Eitt oppslag om natta{ $about }.
   *[other] { $n } oppslag om natta{ $about }.
}
access-log-finding-denied = { $n ->
    [one] Prøvde å sjå noko éin gong utan å få lov{ $about }.
   *[other] Prøvde å sjå noko { $n } gonger utan å få lov{ $about }.
}
access-log-have-asked = Eg har spurt
access-log-spoken = Du spurde { $when }
refusal-access-log-already-answered = Nokon har alt svara på dette.
refusal-access-log-already-answered-remedy = Last sida på nytt for å sjå svaret.
