### scope: person
# I natt: det personen les først, så det dei som arbeider med det, les.

tonight-tab = I natt
tonight-title = Ein stad å sove i natt
tonight-lead = Du får svar i dag. Du treng ikkje seie kven du er.
tonight-to-mine = Sjå kva du har fått
tonight-ask = Be om ein stad i natt
tonight-have-code = Eg har ein kode
tonight-rights = Dette kan du rekne med
# awaiting-signoff: svar same dag står i ein rettleiar, ikkje lese i lova
tonight-right-today = Ein på NAV har ansvar for å finne ein stad til deg i dag.
tonight-right-search = Du treng ikkje ha leita sjølv først.
tonight-right-safe = Er staden ikkje trygg for deg, får du ein annan.
tonight-right-complain = Du kan klage, også når du har fått ein stad.
tonight-places-open = Stader du kan ringe sjølv
tonight-places-none = Ingen stader står på lista no. Ring NAV.
tonight-places-call = Ring før du går dit. Talet seier kor gammalt det er.
tonight-more = Vis fleire
tonight-call = Ring i staden
tonight-ask-tab = Be om ein stad
tonight-ask-title = Kva treng du i natt?
tonight-ask-lead = Skriv så lite eller så mykje du vil. Du kan òg la det stå tomt.
tonight-words = Med eigne ord
tonight-words-help = Til dømes kvar du er no, eller kva som er viktig. Ikkje skriv namn på andre.
tonight-wishes = Kva er viktig for deg?
tonight-trait-women-only = Berre kvinner
tonight-trait-own-room = Eige rom
tonight-trait-couples = Plass til eit par
tonight-trait-animals = Dyr kan vere med
tonight-trait-step-free = Utan trapp
tonight-trait-awake = Nokon er vakne heile natta
tonight-ask-send = Send
tonight-ask-who-reads = Dei som har vakt på NAV, les dette. Ingen andre.
tonight-must-have-asked = Spør personen først. Kryss av når det er gjort.
tonight-receipt-tab = Sendt
tonight-receipt-title = Vi har fått det
tonight-receipt-who = { $name } hos { $office } har ansvar for å finne ein stad til deg i dag.
tonight-receipt-deleted = Vi slettar dette { $date } om du ikkje vil ha meir kontakt.
tonight-receipt-code = Koden din er
tonight-receipt-keep = Skriv han ned eller ta bilete. Med koden les du svaret på alle skjermar.
tonight-receipt-read = Les svaret med koden
tonight-receipt-done = Ferdig
tonight-receipt-next = Dette skjer no
tonight-code-tab = Kode
tonight-code-title = Opne svaret om i natt
tonight-code-label = Koden din
tonight-code-help = To ord og eit tal, slik: kano hest 47
tonight-code-open = Opne
tonight-code-wrong = Vi fann ikkje koden. Sjå på han ein gong til.
tonight-code-lost = Har du mista koden? Ring NAV eller be om ein stad på nytt.
tonight-mine-tab = I natt
tonight-mine-title = Ein stad å sove
tonight-mine-none = Du har ikkje bede om noko enno.
tonight-mine-waiting = Vi leitar etter ein stad
tonight-mine-waiting-text = Du treng ikkje leite sjølv. Du får namn på ein stad, ikkje ei liste.
tonight-mine-given = Du har fått ein stad
tonight-mine-staying = Her søv du
tonight-mine-declined = Du fekk nei
tonight-mine-closed = Dette er ferdig
tonight-yes = Eg kjem
tonight-not-safe = Det er ikkje trygt for meg
tonight-not-safe-text = Då finn vi ein annan stad. Du mistar ikkje noko på det.
tonight-not-safe-words = Kva er det som ikkje er trygt?
tonight-not-safe-help = Du kan la dette stå tomt.
tonight-not-safe-send = Finn ein annan stad
tonight-ask-again = Be om ein stad på nytt
tonight-complain-title = Du kan klage
# awaiting-signoff: fristen og kven som får klaga, er ikkje lese i lova
tonight-complain-text = Sei det til den som svara deg, eller skriv. Nokon andre ser på saka. Du mistar ikkje plassen medan du ventar.
tonight-complain-link = Skriv ei klage
# awaiting-signoff: tre veker er lese i ein rettleiar, ikkje i lova
tonight-complain-by = Du kan klage til og med { $date }.
tonight-earlier = Tidlegare svar
tonight-who = Den som har ansvar no
tonight-holder = { $name }, { $office }.
tonight-mine-words = Det du skreiv
tonight-no-words = Ingen eigne ord.
tonight-count = Netter
tonight-nights = { $n ->
    [one] 1 natt sidan { $since }.
   *[other] { $n } netter sidan { $since }.
}
# awaiting-signoff: om lag tre månader er lese i ein rettleiar
tonight-alarm-soon = { $date } er det tre månader.
# awaiting-signoff: om lag tre månader er lese i ein rettleiar
tonight-alarm-over = Over tre månader sidan { $date }.
tonight-count-what = Ein stad for no skal ikkje vare så lenge. Du skal få ein plan for ein heim.
tonight-no-need = Eg treng det ikkje lenger
tonight-slip = Sei talet { $n } i døra.
tonight-one-night = Ei natt, { $day }.
tonight-from-through = Frå { $from } til og med { $through }.
tonight-from-left = Frå { $from } til { $left }.
tonight-came = Kom { $when }.
tonight-did-not-come = Staden seier at ingen kom.
tonight-decided-no = Nei
tonight-place-hidden = Staden blir ikkje vist her
tonight-decided-by = { $name } bestemte dette { $when }.
tonight-said-yes = Sa ja.
tonight-said-not-safe = Ikkje trygt.
tonight-clock-left = { $time } att av dagen
tonight-clock-over = Skulle vore svara på for { $time } sidan
tonight-quality-good = Sjekka { $date }: bra.
tonight-quality-to-mend = Sjekka { $date }: noko skal rettast.
tonight-quality-unfit = Sjekka { $date }: ikkje i bruk.
tonight-quality-none = Ingen har sjekka staden enno.
tonight-closed-now = Tek ikkje imot no
tonight-home-title = Ein stad å sove
tonight-home-waits = { $name } leitar etter ein stad til deg. Svar { $when }.
tonight-home-given = { $name } har ansvar.

## scope: staff

tonight-menu = I natt
tonight-unnamed = Utan namn
tonight-ask-title-staff = Meld frå for ein som treng ein stad
tonight-ask-for = For { $name }. NAV får det med ein gong.
tonight-ask-unnamed = Utan namn. Personen får ein kode å lese svaret med.
tonight-ask-unnamed-button = Meld frå for ein utan namn
tonight-ask-person = Meld frå om ein stad i natt
tonight-spoken-legend = Har personen bede om det?
tonight-spoken = Personen har bede om det
tonight-spoken-help = NAV får vite at personen treng ein stad, og det som står over.
tonight-receipt-code-staff = Gi personen denne koden
tonight-nobody-on-duty = ingen har sagt at dei har vakt
tonight-duty = Vakt
tonight-duty-now = { $name } har vakt og får det som kjem inn.
tonight-duty-default = Ingen har vakt. { $name } får det som kjem inn.
tonight-duty-nobody = Ingen rettleiar er lagd inn.
tonight-duty-text = Den som har vakt, har ansvar frå første sekund. Vakta varer til i morgon kl. 09.00.
tonight-duty-take = Eg har vakta
tonight-duty-leave = Eg er ferdig
tonight-waiting = Må avgjerast i dag
tonight-waiting-none = Ingen ventar på svar.
tonight-staying = Bur ein stad no
tonight-staying-none = Ingen bur mellombels no.
tonight-too-long = Nær eller over tre månader
tonight-free = Ledig i natt
tonight-filter = Vis berre nokre av stadene
tonight-filter-legend = Staden må ha
tonight-filter-show = Vis
tonight-places-none-fit = Ingen stader passar. Ta bort eit kryss.
tonight-again = Oppdater
tonight-all = Sjå alt om i natt
tonight-new-place = Ny stad
tonight-row-wishes = Ønskjer: { $what }
tonight-row-held = { $name } har ansvar · spurt { $when }
tonight-open = Opne
tonight-open-what = Opne { $name }
tonight-one-tab = Ein som treng ein stad
tonight-one-own = Det personen seier
tonight-one-wishes = Dette er viktig for personen:
tonight-one-now = Gjeld no
tonight-state-waiting = Ventar på svar
tonight-state-given = Har fått ein stad
tonight-state-staying = Bur der
tonight-state-declined = Fekk nei
tonight-state-closed = Ferdig
tonight-fact-asked = Spurt
tonight-fact-holder = Har ansvar
tonight-take = Eg tek den
tonight-give-title = Gi ein stad
tonight-give-lead = Vel éin konkret stad. Ring og høyr at plassen er der. Personen skal ikkje leite sjølv.
tonight-give-place = Kva stad?
tonight-give-words = Melding til personen
tonight-give-words-help = Kan hoppast over. Personen les dette.
tonight-give = Gi denne plassen
tonight-nights-label = Kor mange netter
tonight-nights-help = Frå 1 til 14. Så ser nokon på det att.
tonight-nights-number = Skriv eit tal frå 1 til 14.
tonight-said-not-safe-before = Personen har sagt at det ikkje er trygt her.
tonight-has = Har: { $what }
tonight-lacks = Manglar: { $what }
tonight-extend-title = Fleire netter
tonight-extend = Gi fleire netter
tonight-look-again = Finn ein annan stad
tonight-look-again-why = Kvifor?
tonight-look-again-unsafe = Personen seier at det ikkje er trygt her
tonight-look-again-words = Med personen sine eigne ord
tonight-look-again-send = Leit vidare
tonight-decline = Svar nei
tonight-decline-lead = NAV skal finne ein stad, uansett grunn. Eit nei skal grunngivast, og personen kan klage i tre veker.
tonight-decline-why = Grunngiving
tonight-decline-help = Personen les dette ord for ord.
tonight-decline-send = Svar nei
tonight-end = Treng det ikkje lenger
tonight-confirm-same = { $n ->
    [one] Det stemmer: 1 ledig
   *[other] Det stemmer: { $n } ledige
}
tonight-confirm-other = Eit anna tal
tonight-confirm-free = Ledige no
tonight-confirm-total = Plassar i alt
tonight-confirm-send = Stadfest
tonight-number = Skriv eit heilt tal.
tonight-slips = På veg i natt
tonight-slips-lead = Den som kjem, seier eit tal i døra. De treng ikkje vite namnet for å ta imot.
tonight-slips-none = Ingen er på veg.
tonight-slip-n = Tal { $n }
tonight-slip-came = Kom
tonight-slip-missed = Kom ikkje
tonight-on-the-way = På veg
tonight-missed-at = Kom ikkje. Meldt { $when }.
tonight-check = Kommunen sin sjekk
tonight-check-new = Skriv inn ein ny sjekk
tonight-check-mark = Kva fann de?
tonight-mark-good = Bra
tonight-mark-to-mend = Noko skal rettast
tonight-mark-unfit = Skal ikkje brukast
tonight-check-words = Kva fann de?
tonight-check-words-help = Om staden. Aldri om personar.
tonight-check-save = Lagre sjekken
tonight-close-place = Ta ikkje imot no
tonight-open-again = Ta imot att
tonight-new-name = Kva heiter staden?
tonight-new-phone = Telefon
tonight-new-part = Bydel
tonight-new-part-help = Ikkje adressa. Ho blir gitt på telefon.
tonight-new-traits = Slik er staden
tonight-new-who-reads = Kven kan lese om staden?
tonight-new-open = Alle
tonight-new-open-help = Utan kryss ser berre tilsette staden. Krisesenter skal ikkje stå ope.
tonight-leader-line = { $n ->
    [one] 1 person bur mellombels over tre månader. { $name }, { $office }, har ansvar.
   *[other] { $n } personar bur mellombels over tre månader. { $name }, { $office }, har ansvar.
}
tonight-leader-why = Ein mellombels stad bør ikkje vare lenger enn om lag tre månader (rettleiing, ikkje lov).

refusal-tonight-changed = Nokon har gjort noko her sidan du opna sida.
refusal-tonight-changed-remedy = Sjå kva som står no, og prøv att.
refusal-tonight-full = Ein annan fekk den siste plassen akkurat no.
refusal-tonight-full-remedy = Vel ein annan stad, eller ring og høyr.
refusal-tonight-place-closed = Staden tek ikkje imot nokon no.
refusal-tonight-place-closed-remedy = Vel ein annan stad.
refusal-tonight-unfit = Kommunen sin sjekk seier at staden ikkje skal brukast.
refusal-tonight-unfit-remedy = Vel ein annan stad.
refusal-tonight-unsafe = Personen har sagt at denne staden ikkje er trygg.
refusal-tonight-unsafe-remedy = Vel ein annan stad.
refusal-tonight-decided = Dette er svara på alt.
refusal-tonight-decided-remedy = Les svaret. Vel «Finn ein annan stad» om det skal endrast.

## scope: person

refusal-tonight-nothing-given = Du har ikkje fått ein stad som du kan svare på no.
refusal-tonight-nothing-given-remedy = Ring NAV om det hastar.

## scope: staff

refusal-tonight-not-staying = Personen har ikkje ein stad etter denne.
refusal-tonight-not-staying-remedy = Gi ein stad først.

## scope: person

refusal-tonight-asked-already = Du har alt bede om ein stad.
refusal-tonight-asked-already-remedy = Sjå kva du har fått.
refusal-tonight-closed = Dette er ferdig.
refusal-tonight-closed-remedy = Be om ein stad på nytt om du treng det.
refusal-tonight-nobody-decides = Ingen kan svare her no.
refusal-tonight-nobody-decides-remedy = Ring NAV eller legevakta på 116 117.

## scope: staff

refusal-tonight-more-than-all = Det kan ikkje vere fleire ledige enn plassar.
refusal-tonight-more-than-all-remedy = Sjå på dei to tala.
refusal-tonight-not-theirs = Dei som driv staden, seier kor mange som er ledige.
refusal-tonight-not-theirs-remedy = Ring staden.

## scope: person

refusal-tonight-busy = Mange spør akkurat no.
refusal-tonight-busy-remedy = Ring NAV, eller prøv att om ei stund.
refusal-tonight-wait = Det er prøvd for mange kodar.
refusal-tonight-wait-remedy = Vent ti minutt, eller ring NAV.

tonight-log = I natt
tonight-log-ask = Bad om ein stad å sove
tonight-log-open-answer = Opna svaret med koden
tonight-log-say-yes = Sa ja til ein stad
tonight-log-say-not-safe = Sa at staden ikkje var trygg
tonight-log-end = Avslutta
tonight-log-take = Tok på seg å finne ein stad
tonight-log-give = Gav deg ein stad
tonight-log-decline = Svara nei
tonight-log-look-again = Leita etter ein annan stad
tonight-log-extend = Gav fleire netter
tonight-log-duty = Bytte vakt
tonight-log-confirm = Sa kor mange plassar som er ledige
tonight-log-slip = Sa frå om nokon kom
tonight-log-close-place = Opna eller stengde ein stad
tonight-log-mark-place = Sjekka ein stad
tonight-log-make-place = Skreiv inn ein stad
tonight-log-forget = Sletta det som er gammalt
tonight-log-set-up = Sette opp kven som svarar
