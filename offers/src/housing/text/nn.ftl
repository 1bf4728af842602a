### scope: person
# Bustad: det personen les først, så det bustadtenesta les.

housing-mine = Bustad
housing-home-title = Der eg bur
housing-wait-title = Bustad eg ventar på
housing-mine-none = Du har ikkje bede om bustad her.
housing-want = Sei kva du ønskjer
housing-mine-since = Du har venta sidan { $date }.
housing-mine-longer = { $n ->
    [0] Ingen har venta lenger.
    [one] 1 har venta lenger.
   *[other] { $n } har venta lenger.
}
housing-holder = { $name }, { $place }, har ansvar.
housing-who = Den som har ansvar no
housing-home-offered = Du har fått eit tilbod: { $home }
housing-home-said-yes = Du har sagt ja til { $home }
housing-mine-offer = Du har fått eit tilbod
housing-mine-yes = Du har sagt ja
housing-mine-homes = Heimar som er ledige
housing-mine-homes-lead = Her står kvifor kvar heim passar eller ikkje. Berre fakta tel.
housing-could-be-offered = Kan passe for deg
housing-is-not-offered = Ikkje tilbode deg no
housing-homes-none = Ingen heimar er ledige no.
housing-mine-warnings = Saker vi hjelper deg med
housing-a-home-in = Ein heim, { $part }
housing-yes = Ja takk
housing-no = Nei takk
housing-no-with-reason = Sei nei, og sei kvifor
housing-no-why = Kvifor? Du vel sjølv om du svarar.
housing-no-words = Med eigne ord
housing-may-be-empty = Du kan la dette stå tomt.
housing-no-keeps-place-mine = Seier du nei, ventar du vidare frå same dato.
housing-no-place = Staden passar ikkje
housing-no-not-safe = Ikkje trygt for meg
housing-no-neighbours = Dei som bur der
housing-no-rules = Reglane i huset
housing-no-support = For mykje eller for lite hjelp
housing-no-cost = Det kostar for mykje
housing-no-other = Noko anna
housing-withdraw = Eg vil ikkje vente lenger
housing-earlier = Tidlegare tilbod
housing-history = Der eg har budd
housing-landlord-not-told = Utleigaren får aldri vite kvifor du får hjelp.
housing-house-rules = Reglar: { $rules }
housing-plan-is = Det vi vart samde om: { $plan }
housing-next-visit = Neste besøk er { $date }.
housing-lives-since = Frå { $from }.
housing-lived-from-to = Frå { $from } til { $to }.
housing-address-hidden = Adressa blir ikkje vist her
housing-offered = Tilbode { $when } av { $name }.
housing-out-of-turn = Utanom tur: { $why }.
housing-answer-by = Er det ikkje svara { $date }, ringjer vi.
housing-offer-open = Ventar på svar
housing-offer-yes = Ja, { $date }
housing-offer-no = Nei, { $date }
housing-offer-taken-back = Teke tilbake { $date }
housing-offer-moved-in = Flytta inn
housing-why-danger = der dei bur no, er farleg
housing-why-nowhere = har ingen stader å vere
housing-why-support = hjelpa i huset er det dei bad om
housing-why-asked = dei som har venta lenger, er spurde
housing-trait-own-door = Eigen inngang
housing-trait-step-free = Utan trapp
housing-trait-animals = Dyr er lov
housing-trait-two = Plass til to
housing-trait-calm = Roleg hus, få naboar
housing-trait-near-bus = Nær buss
housing-trait-furnished = Møblar er der
housing-trait-women-only = Berre kvinner i huset
housing-support-none = Inga oppfølging
housing-support-visits = Nokon kjem innom
housing-support-weekdays = Nokon i huset på kvardagar
housing-support-always = Nokon i huset heile døgnet
housing-support-hours = { $level }, { $n ->
    [one] 1 time i veka
   *[other] { $n } timar i veka
}
housing-because-has = Har: { $what }.
housing-because-lacks = Har ikkje: { $what }.
housing-because-lacks-must = Manglar noko som må vere der: { $what }.
housing-because-support-same = Hjelpa er som ønskt: { $what }.
housing-because-support-other = Hjelpa er ei anna enn ønskt: { $what }.
housing-because-free = Ledig no.
housing-because-free-from = Ledig frå { $date }.
housing-because-lived-in = Nokon bur der.
housing-because-held = Tilbode ein annan akkurat no.
housing-because-declined = Sa nei { $date }.
housing-must = Må ha: { $what }
housing-wish = Fint å ha: { $what }
housing-need-title = Kva ønskjer du deg?
housing-need-lead = Det du seier her, kjem først. Du kan endre det når du vil.
housing-need-keeps-date = Datoen din blir ikkje endra.
housing-need-words = Med eigne ord
housing-need-words-help = Til dømes: ei eiga dør, ikkje for langt frå søstera mi.
housing-need-musts = Dette må heimen ha
housing-need-wishes = Dette er fint å ha
housing-need-support = Kor mykje hjelp ønskjer du der du bur?
housing-need-who-reads = Bustadtenesta les dette. Andre ser det berre om du deler.
housing-need-change = Endre det eg ønskjer
housing-helps = { $name } hjelper innan { $date }.
housing-helped = Hjelpt { $when }.
housing-warning-rent-late = Husleiga er sein
housing-warning-complaint = Ein nabo har klaga
housing-warning-repair = Noko er i stykke
housing-warning-worry = Uro for heimen
housing-end-moved = Flytta dit dei ville
housing-end-own-notice = Sa opp sjølv
housing-end-eviction = Måtte flytte ut
housing-end-treatment = Til behandling
housing-end-prison = Til soning
housing-end-died = Død

## scope: staff

housing-menu = Bustad
housing-unnamed = Utan namn
housing-free-homes = { $n ->
    [0] Ingen heimar kan tilbydast no.
    [one] 1 heim kan tilbydast no.
   *[other] { $n } heimar kan tilbydast no.
}
housing-units = Heimane
housing-find-person = Finn ein person
housing-at-risk = Treng hjelp så heimen ikkje går tapt
housing-at-risk-none = Ingen varsel no.
housing-waiting = Ventar på bustad
housing-waiting-lead = Etter datoen dei spurde. Eit nei flyttar ingen.
housing-waiting-none = Ingen ventar.
housing-living = Bur i ein av heimane
housing-living-none = Ingen bur her no.
housing-more = Vis fleire
housing-late = Forfalle
housing-all = Sjå alt om bustad
housing-open = Opne bustadsida
housing-board = Tilpassa heimar
housing-table-none = Ikkje noko tilbod no.
housing-table-open = Har fått eit tilbod.
housing-table-yes = Har sagt ja, skal flytte inn.
housing-no-musts = Har ikkje sagt kva heimen må ha.
housing-musts = Må ha: { $what }.
housing-waits-since = Ventar sidan { $date }.
housing-longer = { $n ->
    [0] Ingen har venta lenger.
    [one] 1 har venta lenger.
   *[other] { $n } har venta lenger.
}
housing-one-tab = Ein person og bustad
housing-lives-here = Bur her
housing-wants = Ønskjer seg
housing-not-waiting = Ventar ikkje på bustad no.
housing-need-together = Fyll ut saman med personen
housing-need-with = Saman med { $name }. Personen sine ord kjem først.
housing-on-the-table = På bordet
housing-homes = Heimar som er ledige
housing-homes-lead = Fakta ved sida av det personen ønskjer. Rekkjefølgja er når dei blir ledige.
housing-offer-which = Kva heim?
housing-why-fold = Blir det tilbode utanom tur?
housing-why-legend = Kvifor utanom tur?
housing-offer-send = Tilby denne heimen
housing-write-answer = Skriv inn svaret saman med personen
housing-no-keeps-place = Eit nei flyttar ingen. Personen ventar vidare frå same dato.
housing-no-why-staff = Kvifor nei? Berre om personen vil seie det.
housing-said-yes = Personen sa ja
housing-said-no = Personen sa nei
housing-take-back = Ta tilbodet tilbake
housing-next-place = Neste: spør kvar det er godt å bu, og skriv det inn.
housing-next-not-safe = Neste: spør kva som gjer ein heim trygg, og skriv det inn.
housing-next-neighbours = Neste: sjå etter eit hus med andre eller færre naboar.
housing-next-rules = Neste: spør kva regel det gjeld. Nokre reglar kan endrast.
housing-next-support = Neste: snakk om hjelpa, og endre henne i ønska.
housing-next-cost = Neste: snakk med NAV om bustøtte før neste tilbod.
housing-next-other = Neste: spør om noko skal inn i ønska.
housing-move-in = Flyttar inn
housing-visit-add = Skriv inn eit besøk
housing-warn-add = Meld eit varsel
housing-warnings = Varsel
housing-done-words = Kva vart gjort?
housing-done = Hjelpt
housing-plan = Det vi vart samde om
housing-plan-help = Personen les dette. Kva treng personen for å bu godt?
housing-plan-change = Endre planen
housing-visit-on = Neste besøk
housing-visit-help = Tomt felt: om to veker.
housing-visits = Besøk
housing-visit-home = Heime
housing-visit-phone = På telefon
housing-visit-elsewhere = Ein annan stad
housing-visit-not-reached = Vi fekk ikkje tak i personen
housing-other = Meir
housing-landlord-sheet = Ark til utleigar
housing-end-tenancy = Leigeforholdet er slutt
housing-step-in = Innflytting
housing-step-visit = Eit besøk
housing-step-warn = Eit varsel
housing-step-end = Leigeforholdet er slutt
housing-choose-visit = Korleis?
housing-choose-warn = Kva gjeld det?
housing-choose-end = Korleis slutta det?
housing-words-in = Plan for oppfølging
housing-words-visit = Kva snakka de om?
housing-words-warn = Kva er sett?
housing-words-end = Kva skjedde?
housing-words-help = Personen les dette. Kan hoppast over.
housing-day = Dato
housing-day-help = Slik: 24.11.2026
housing-another-legend = Treng personen ein ny heim?
housing-another = Ja, ventar frå i dag
housing-another-help = Ønska frå sist følgjer med.
housing-task = Hjelp tidleg: { $what }
housing-unit-new = Ny heim
housing-units-none = Ingen heimar er lagde inn.
housing-unit-tab = Ein heim
housing-unit-closed = Blir ikkje leigd ut lenger
housing-unit-on-a-table = Tilbode nokon no
housing-unit-part = Bydel
housing-unit-support = Oppfølging
housing-unit-rules = Reglar i huset
housing-unit-rules-help = Med enkle ord. Den som skal bu der, les dei.
housing-unit-landlord = Utleigar
housing-unit-free = Er det ledig?
housing-unit-free-from = Ledig frå
housing-unit-free-help = Slik: 24.11.2026. Tomt felt: nokon bur der.
housing-unit-let = Blir det leigd ut?
housing-unit-close = Blir ikkje leigd ut lenger
housing-confirm = Det stemmer
housing-unit-name = Adresse
housing-unit-name-help = Slik: Fjellvegen 12, H0203
housing-unit-traits = Slik er heimen
housing-unit-hours = Timar oppfølging i veka
housing-unit-hours-help = Tal frå 0 til 168.
housing-hours-number = Skriv eit tal frå 0 til 168.
housing-landlord-tab = Leigeforhold
housing-landlord-title = Leigeforhold
housing-landlord-to = Til { $name }
housing-landlord-home = Bustad
housing-landlord-from = Frå
housing-landlord-until = Til
housing-landlord-contact = Kontakt
housing-landlord-printed = Skrive ut { $date }.
housing-landlord-nothing-more = Arket seier ikkje noko meir. Sei heller ikkje noko meir på telefon.
housing-shared-waits = Ventar på bustad sidan { $date }.
housing-shared-lives = Bur i ein av heimane sidan { $date }.

refusal-housing-changed = Nokon har gjort noko her sidan du opna sida.
refusal-housing-changed-remedy = Sjå kva som står no, og prøv att.
refusal-housing-unit-taken = Heimen er ikkje ledig. Han er tilboden ein annan, eller nokon bur der.
refusal-housing-unit-taken-remedy = Vel ein annan heim.
refusal-housing-offer-open = Det ligg eit tilbod på bordet alt.
refusal-housing-offer-open-remedy = Vent på svar, eller ta tilbodet tilbake.

## scope: person

refusal-housing-nothing-offered = Det er ikkje noko tilbod å svare på no.
refusal-housing-nothing-offered-remedy = Sjå på sida ein gong til.

## scope: staff

refusal-housing-not-answered = Personen har ikkje sagt ja enno.
refusal-housing-not-answered-remedy = Spør, og skriv inn svaret først.
refusal-housing-waited-longer = Ein som har venta lenger, kan bu i denne heimen.
refusal-housing-waited-longer-remedy = Tilby han etter dato, eller sei kvifor det går utanom tur. Personen ser grunnen.
refusal-housing-declined-this = Personen har sagt nei til denne heimen.
refusal-housing-declined-this-remedy = Vel ein annan heim.

## scope: person

refusal-housing-not-waiting = Du ventar ikkje på bustad her no.
refusal-housing-not-waiting-remedy = Sei kva du ønskjer, så ventar du frå i dag.

## scope: staff

refusal-housing-tenancy-ended = Personen bur ikkje i ein av heimane no.
refusal-housing-tenancy-ended-remedy = Sjå der personen har budd.
refusal-housing-lives-somewhere = Personen bur i ein av heimane alt.
refusal-housing-lives-somewhere-remedy = Avslutt det leigeforholdet først.
refusal-housing-settled = Nokon har hjelpt med dette alt.
refusal-housing-settled-remedy = Les kva som vart gjort.

## scope: person

refusal-housing-nobody-holds = Ingen kan ta imot dette her no.
refusal-housing-nobody-holds-remedy = Ring kommunen.

housing-log = Bustad
housing-log-want = Skreiv kva du ønskjer av ein heim
housing-log-write-down = Skreiv ned kva du ønskjer, saman med deg
housing-log-offer = Gav deg eit tilbod om ein heim
housing-log-write-answer = Skreiv inn svaret ditt på eit tilbod
housing-log-answer = Svara på eit tilbod
housing-log-take-back = Tok eit tilbod tilbake
housing-log-withdraw = Ville ikkje vente lenger
housing-log-move-in = Skreiv inn at du flytta inn
housing-log-plan = Endra planen for oppfølging
housing-log-visit = Skreiv inn eit besøk
housing-log-warn = Melde at heimen kan gå tapt
housing-log-settle = Skreiv at nokon har hjelpt
housing-log-end = Skreiv at leigeforholdet er slutt
housing-log-confirm = Sa om ein heim er ledig
housing-log-make-home = Skreiv inn ein heim
housing-log-set-up = Sette opp kven som svarar
