### scope: person
# Bolig: det personen leser først, så det boligtjenesten leser.

housing-mine = Bolig
housing-home-title = Der jeg bor
housing-wait-title = Bolig jeg venter på
housing-mine-none = Du har ikke bedt om bolig her.
housing-want = Si hva du ønsker
housing-mine-since = Du har ventet siden { $date }.
housing-mine-longer = { $n ->
    [0] Ingen har ventet lenger.
    [one] 1 har ventet lenger.
   *[other] { $n } har ventet lenger.
}
housing-holder = { $name }, { $place }, har ansvar.
housing-who = Den som har ansvar nå
housing-home-offered = Du har fått et tilbud: { $home }
housing-home-said-yes = Du har sagt ja til { $home }
housing-mine-offer = Du har fått et tilbud
housing-mine-yes = Du har sagt ja
housing-mine-homes = Hjem som er ledige
housing-mine-homes-lead = Her står hvorfor hvert hjem passer eller ikke. Bare fakta teller.
housing-could-be-offered = Kan passe for deg
housing-is-not-offered = Ikke tilbudt deg nå
housing-homes-none = Ingen hjem er ledige nå.
housing-mine-warnings = Saker vi hjelper deg med
housing-a-home-in = Et hjem, { $part }
housing-yes = Ja takk
housing-no = Nei takk
housing-no-with-reason = Si nei, og si hvorfor
housing-no-why = Hvorfor? Du velger selv om du svarer.
housing-no-words = Med egne ord
housing-may-be-empty = Du kan la dette stå tomt.
housing-no-keeps-place-mine = Sier du nei, venter du videre fra samme dato.
housing-no-place = Stedet passer ikke
housing-no-not-safe = Ikke trygt for meg
housing-no-neighbours = De som bor der
housing-no-rules = Reglene i huset
housing-no-support = For mye eller for lite hjelp
housing-no-cost = Det koster for mye
housing-no-other = Noe annet
housing-withdraw = Jeg vil ikke vente lenger
housing-earlier = Tidligere tilbud
housing-history = Der jeg har bodd
housing-landlord-not-told = Utleier får aldri vite hvorfor du får hjelp.
housing-house-rules = Regler: { $rules }
housing-plan-is = Det vi ble enige om: { $plan }
housing-next-visit = Neste besøk er { $date }.
housing-lives-since = Fra { $from }.
housing-lived-from-to = Fra { $from } til { $to }.
housing-address-hidden = Adressen vises ikke her
housing-offered = Tilbudt { $when } av { $name }.
housing-out-of-turn = Utenom tur: { $why }.
housing-answer-by = Er det ikke svart { $date }, ringer vi.
housing-offer-open = Venter på svar
housing-offer-yes = Ja, { $date }
housing-offer-no = Nei, { $date }
housing-offer-taken-back = Tatt tilbake { $date }
housing-offer-moved-in = Flyttet inn
housing-why-danger = der de bor nå, er farlig
housing-why-nowhere = har ingen steder å være
housing-why-support = hjelpen i huset er det de ba om
housing-why-asked = de som har ventet lenger, er spurt
housing-trait-own-door = Egen inngang
housing-trait-step-free = Uten trapp
housing-trait-animals = Dyr er lov
housing-trait-two = Plass til to
housing-trait-calm = Rolig hus, få naboer
housing-trait-near-bus = Nær buss
housing-trait-furnished = Møbler er der
housing-trait-women-only = Bare kvinner i huset
housing-support-none = Ingen oppfølging
housing-support-visits = Noen kommer innom
housing-support-weekdays = Noen i huset på hverdager
housing-support-always = Noen i huset hele døgnet
housing-support-hours = { $level }, { $n ->
    [one] 1 time i uka
   *[other] { $n } timer i uka
}
housing-because-has = Har: { $what }.
housing-because-lacks = Har ikke: { $what }.
housing-because-lacks-must = Mangler noe som må være der: { $what }.
housing-because-support-same = Hjelpen er som ønsket: { $what }.
housing-because-support-other = Hjelpen er en annen enn ønsket: { $what }.
housing-because-free = Ledig nå.
housing-because-free-from = Ledig fra { $date }.
housing-because-lived-in = Noen bor der.
housing-because-held = Tilbudt en annen akkurat nå.
housing-because-declined = Sa nei { $date }.
housing-must = Må ha: { $what }
housing-wish = Fint å ha: { $what }
housing-need-title = Hva ønsker du deg?
housing-need-lead = Det du sier her, kommer først. Du kan endre det når du vil.
housing-need-keeps-date = Datoen din endres ikke.
housing-need-words = Med egne ord
housing-need-words-help = For eksempel: en egen dør, ikke for langt fra søstera mi.
housing-need-musts = Dette må hjemmet ha
housing-need-wishes = Dette er fint å ha
housing-need-support = Hvor mye hjelp ønsker du der du bor?
housing-need-who-reads = Boligtjenesten leser dette. Andre ser det bare hvis du deler.
housing-need-change = Endre det jeg ønsker
housing-helps = { $name } hjelper innen { $date }.
housing-helped = Hjulpet { $when }.
housing-warning-rent-late = Husleia er sen
housing-warning-complaint = En nabo har klaget
housing-warning-repair = Noe er i stykker
housing-warning-worry = Bekymring for hjemmet
housing-end-moved = Flyttet dit de ville
housing-end-own-notice = Sa opp selv
housing-end-eviction = Måtte flytte ut
housing-end-treatment = Til behandling
housing-end-prison = Til soning
housing-end-died = Død

## scope: staff

housing-menu = Bolig
housing-unnamed = Uten navn
housing-free-homes = { $n ->
    [0] Ingen hjem kan tilbys nå.
    [one] 1 hjem kan tilbys nå.
   *[other] { $n } hjem kan tilbys nå.
}
housing-units = Hjemmene
housing-find-person = Finn en person
housing-at-risk = Trenger hjelp så hjemmet ikke går tapt
housing-at-risk-none = Ingen varsler nå.
housing-waiting = Venter på bolig
housing-waiting-lead = Etter datoen de spurte. Et nei flytter ingen.
housing-waiting-none = Ingen venter.
housing-living = Bor i et av hjemmene
housing-living-none = Ingen bor her nå.
housing-more = Vis flere
housing-late = Forfalt
housing-all = Se alt om bolig
housing-open = Åpne boligsiden
housing-board = Tilpassede hjem
housing-table-none = Ikke noe tilbud nå.
housing-table-open = Har fått et tilbud.
housing-table-yes = Har sagt ja, skal flytte inn.
housing-no-musts = Har ikke sagt hva hjemmet må ha.
housing-musts = Må ha: { $what }.
housing-waits-since = Venter siden { $date }.
housing-longer = { $n ->
    [0] Ingen har ventet lenger.
    [one] 1 har ventet lenger.
   *[other] { $n } har ventet lenger.
}
housing-one-tab = En person og bolig
housing-lives-here = Bor her
housing-wants = Ønsker seg
housing-not-waiting = Venter ikke på bolig nå.
housing-need-together = Fyll ut sammen med personen
housing-need-with = Sammen med { $name }. Personens ord kommer først.
housing-on-the-table = På bordet
housing-homes = Hjem som er ledige
housing-homes-lead = Fakta ved siden av det personen ønsker. Rekkefølgen er når de blir ledige.
housing-offer-which = Hvilket hjem?
housing-why-fold = Tilbys det utenom tur?
housing-why-legend = Hvorfor utenom tur?
housing-offer-send = Tilby dette hjemmet
housing-write-answer = Skriv inn svaret sammen med personen
housing-no-keeps-place = Et nei flytter ingen. Personen venter videre fra samme dato.
housing-no-why-staff = Hvorfor nei? Bare hvis personen vil si det.
housing-said-yes = Personen sa ja
housing-said-no = Personen sa nei
housing-take-back = Ta tilbudet tilbake
housing-next-place = Neste: spør hvor det er godt å bo, og skriv det inn.
housing-next-not-safe = Neste: spør hva som gjør et hjem trygt, og skriv det inn.
housing-next-neighbours = Neste: se etter et hus med andre eller færre naboer.
housing-next-rules = Neste: spør hvilken regel det gjelder. Noen regler kan endres.
housing-next-support = Neste: snakk om hjelpen, og endre den i ønskene.
housing-next-cost = Neste: snakk med NAV om bostøtte før neste tilbud.
housing-next-other = Neste: spør om noe skal inn i ønskene.
housing-move-in = Flytter inn
housing-visit-add = Skriv inn et besøk
housing-warn-add = Meld et varsel
housing-warnings = Varsler
housing-done-words = Hva ble gjort?
housing-done = Hjulpet
housing-plan = Det vi ble enige om
housing-plan-help = Personen leser dette. Hva trenger personen for å bo godt?
housing-plan-change = Endre planen
housing-visit-on = Neste besøk
housing-visit-help = Tomt felt: om to uker.
housing-visits = Besøk
housing-visit-home = Hjemme
housing-visit-phone = På telefon
housing-visit-elsewhere = Et annet sted
housing-visit-not-reached = Vi fikk ikke tak i personen
housing-other = Mer
housing-landlord-sheet = Ark til utleier
housing-end-tenancy = Leieforholdet er slutt
housing-step-in = Innflytting
housing-step-visit = Et besøk
housing-step-warn = Et varsel
housing-step-end = Leieforholdet er slutt
housing-choose-visit = Hvordan?
housing-choose-warn = Hva gjelder det?
housing-choose-end = Hvordan sluttet det?
housing-words-in = Plan for oppfølging
housing-words-visit = Hva snakket dere om?
housing-words-warn = Hva er sett?
housing-words-end = Hva skjedde?
housing-words-help = Personen leser dette. Kan hoppes over.
housing-day = Dato
housing-day-help = Slik: 24.11.2026
housing-another-legend = Trenger personen et nytt hjem?
housing-another = Ja, venter fra i dag
housing-another-help = Ønskene fra sist følger med.
housing-task = Hjelp tidlig: { $what }
housing-unit-new = Nytt hjem
housing-units-none = Ingen hjem er lagt inn.
housing-unit-tab = Et hjem
housing-unit-closed = Leies ikke ut lenger
housing-unit-on-a-table = Tilbudt noen nå
housing-unit-part = Bydel
housing-unit-support = Oppfølging
housing-unit-rules = Regler i huset
housing-unit-rules-help = Med enkle ord. Den som skal bo der, leser dem.
housing-unit-landlord = Utleier
housing-unit-free = Er det ledig?
housing-unit-free-from = Ledig fra
housing-unit-free-help = Slik: 24.11.2026. Tomt felt: noen bor der.
housing-unit-let = Leies det ut?
housing-unit-close = Leies ikke ut lenger
housing-confirm = Det stemmer
housing-unit-name = Adresse
housing-unit-name-help = Slik: Fjellveien 12, H0203
housing-unit-traits = Slik er hjemmet
housing-unit-hours = Timer oppfølging i uka
housing-unit-hours-help = Tall fra 0 til 168.
housing-hours-number = Skriv et tall fra 0 til 168.
housing-landlord-tab = Leieforhold
housing-landlord-title = Leieforhold
housing-landlord-to = Til { $name }
housing-landlord-home = Bolig
housing-landlord-from = Fra
housing-landlord-until = Til
housing-landlord-contact = Kontakt
housing-landlord-printed = Skrevet ut { $date }.
housing-landlord-nothing-more = Arket sier ikke noe mer. Si heller ikke noe mer på telefon.
housing-shared-waits = Venter på bolig siden { $date }.
housing-shared-lives = Bor i et av hjemmene siden { $date }.

refusal-housing-changed = Noen har gjort noe her siden du åpnet siden.
refusal-housing-changed-remedy = Se hva som står nå, og prøv igjen.
refusal-housing-unit-taken = Hjemmet er ikke ledig. Det er tilbudt en annen, eller noen bor der.
refusal-housing-unit-taken-remedy = Velg et annet hjem.
refusal-housing-offer-open = Det ligger et tilbud på bordet alt.
refusal-housing-offer-open-remedy = Vent på svar, eller ta tilbudet tilbake.

## scope: person

refusal-housing-nothing-offered = Det er ikke noe tilbud å svare på nå.
refusal-housing-nothing-offered-remedy = Se på siden en gang til.

## scope: staff

refusal-housing-not-answered = Personen har ikke sagt ja ennå.
refusal-housing-not-answered-remedy = Spør, og skriv inn svaret først.
refusal-housing-waited-longer = En som har ventet lenger, kan bo i dette hjemmet.
refusal-housing-waited-longer-remedy = Tilby det etter dato, eller si hvorfor det går utenom tur. Personen ser grunnen.
refusal-housing-declined-this = Personen har sagt nei til dette hjemmet.
refusal-housing-declined-this-remedy = Velg et annet hjem.

## scope: person

refusal-housing-not-waiting = Du venter ikke på bolig her nå.
refusal-housing-not-waiting-remedy = Si hva du ønsker, så venter du fra i dag.

## scope: staff

refusal-housing-tenancy-ended = Personen bor ikke i et av hjemmene nå.
refusal-housing-tenancy-ended-remedy = Se der personen har bodd.
refusal-housing-lives-somewhere = Personen bor i et av hjemmene alt.
refusal-housing-lives-somewhere-remedy = Avslutt det leieforholdet først.
refusal-housing-settled = Noen har hjulpet med dette alt.
refusal-housing-settled-remedy = Les hva som ble gjort.

## scope: person

refusal-housing-nobody-holds = Ingen kan ta imot dette her nå.
refusal-housing-nobody-holds-remedy = Ring kommunen.

housing-log = Bolig
housing-log-want = Skrev hva du ønsker av et hjem
housing-log-write-down = Skrev ned hva du ønsker, sammen med deg
housing-log-offer = Ga deg et tilbud om et hjem
housing-log-write-answer = Skrev inn svaret ditt på et tilbud
housing-log-answer = Svarte på et tilbud
housing-log-take-back = Tok et tilbud tilbake
housing-log-withdraw = Ville ikke vente lenger
housing-log-move-in = Skrev inn at du flyttet inn
housing-log-plan = Endret planen for oppfølging
housing-log-visit = Skrev inn et besøk
housing-log-warn = Meldte at hjemmet kan gå tapt
housing-log-settle = Skrev at noen har hjulpet
housing-log-end = Skrev at leieforholdet er slutt
housing-log-confirm = Sa om et hjem er ledig
housing-log-make-home = Skrev inn et hjem
housing-log-set-up = Satte opp hvem som svarer
