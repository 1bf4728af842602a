### scope: staff

staff-setup = Oppsett
staff-setup-more = Meir
staff-changes = Endringar
staff-choose = Vel

staff-panel-organisations = Verksemder og tilgangar
staff-panel-count = { $organisations ->
    [one] 1 verksemd
   *[other] { $organisations } verksemder
  }, { $people ->
    [one] 1 med tilgang.
   *[other] { $people } med tilgang.
  }
staff-panel-desks = Kven svarer når nokon ber om hjelp
staff-panel-desks-detail = Opningstider, behov og vakter.
staff-panel-changes-detail = Kven gav kven tilgang, og når.

staff-welcome = Velkomen
staff-welcome-lead = Vel ein PIN og trykk på knappen. Lenkja verkar éin gong og i { $days } dagar.
staff-welcome-open = Opne kontoen
staff-join-question = Er du { $name }?
staff-join = Ja, dette er den andre jobben min
staff-join-help = Skriv PIN-en du har frå før. Sidan kan du byte mellom jobbane.
staff-pin = PIN
staff-pin-choose = Vel ein PIN
staff-pin-change = Byt PIN
staff-pin-old = PIN-en du har no
staff-pin-new = Ny PIN
staff-pin-again = Skriv han ein gong til
staff-pin-help = Minst seks teikn. Ikkje 123456, og ikkje det same teiknet heile vegen.
staff-pin-weak = Vel ein PIN som er vanskelegare å gjette.
staff-pin-differs = Skriv den same PIN-en to gonger.
staff-pin-wrong = PIN-en stemmer ikkje. Prøv ein gong til.
staff-pin-chosen = Vald { $when }.
staff-pin-none = Du har ingen enno.

staff-sign-in = Logg inn som tilsett
staff-sign-in-lead = For deg som jobbar her.
staff-sign-in-passkey = Logg inn med passnøkkel
staff-sign-in-code = Med kode frå ein kollega
staff-sign-in-code-lead = Ein kollega som er logga inn, lagar koden under «Min konto». Du brukar din eigen PIN.
staff-sign-in-open = Logg inn
staff-sign-in-stuck = Kjem du ikkje inn? Spør den som gir tilgang hos dykk om ei ny lenkje.
staff-code = Kode
staff-code-help = Åtte siffer.
staff-code-make = Kode til ein kollega
staff-code-make-detail = Når nokon står ved sida av deg og ikkje kjem inn.
staff-notices = Varsling
staff-notices-detail = Få vite det når noko ventar på deg.
staff-code-make-lead = Lag han berre til ein du kjenner og ser no. Han verkar i { $minutes } minutt, saman med kollegaen sin eigen PIN.
staff-code-make-do = Lag kode
staff-code-who = Kven er det til?
staff-code-nobody = Ingen andre har tilgang her enno.
staff-code-made = Kode til { $name }
staff-code-made-lead = Sei han fram no. Han verkar éin gong og i { $minutes } minutt.

staff-own = Min konto
staff-lock = Lås skjermen
staff-locked = Skjermen er låst
staff-locked-lead = Skriv PIN-koden din. Fem feil loggar deg ut.
staff-unlock = Lås opp
staff-locked-stuck = Er han ikkje din? Trykk Logg ut.
staff-doors = Slik kjem du inn
staff-passkeys = Passnøklar
staff-passkeys-detail = Logg inn med finger, ansikt eller tryggleiksnøkkel.
staff-sessions = Her er du logga inn
staff-session-since = Sidan { $when }
staff-session-until = Sluttar { $when }.
staff-session-here = Denne skjermen.
staff-session-end = Avslutt
staff-session-end-one = Avslutt den frå { $when }
staff-switch = Jobbar no som
staff-switch-now = No: { $work }. Byt til:
staff-facts = Det vi veit om deg i jobben
staff-facts-wrong = Stemmer det ikkje? Sei frå til den som gir tilgang hos dykk.

staff-organisations = Verksemder
staff-organisations-closed = Stengt
staff-organisation-new = Ny verksemd
staff-organisation-change = Endre verksemda
staff-organisation-close = Steng verksemda
staff-organisation-close-lead = Alle som jobbar der, mister tilgangen med ein gong.
staff-organisation-reopen = Opne igjen
staff-organisation-reopen-lead = Ingen får tilgangen tilbake av seg sjølv. Inviter dei på nytt.
staff-organisation-is-closed = Stengt. Ingen har tilgang herifrå.
staff-count = { $n ->
    [one] 1 med tilgang
   *[other] { $n } med tilgang
  }
staff-about = Om verksemda
staff-change = Endre
staff-at-work = Har tilgang
staff-at-work-nobody = Ingen har tilgang herifrå enno.
staff-waiting = Invitert, ventar
staff-ended = Har slutta
staff-from = Frå { $from }
staff-from-until = Frå { $from } til og med { $until }
staff-ended-on = Tilgangen slutta { $date }.
staff-link-open = Lenkja verkar til { $when }
staff-link-ended = Lenkja slutta { $when }
staff-withdraw = Trekk tilbake
staff-withdraw-for = Trekk tilbake invitasjonen til { $name }
staff-new-link = Ny lenkje
staff-new-link-for = Ny lenkje til { $name }

staff-invite = Inviter ein tilsett
staff-invite-lead = Tilgangen gjeld i { $place }, i éi rolle.
staff-invite-do = Lag lenkja
staff-field-name = Namn
staff-field-title = Tittel
staff-field-title-help = Slik andre kjenner han, til dømes sjukepleiar.
staff-field-role = Rolle
staff-field-role-help = Rolla avgjer kva nokon kan få sjå, om personen deler det.
staff-field-phone = Telefon
staff-field-phone-help = Eit nummer folk kan ringje.
staff-field-own-phone-help = Nummer på jobb. Personar og kollegaer ser det.
staff-field-department = Avdeling
staff-field-from = Første dag
staff-field-from-help = Tomt felt tyder i dag.
staff-field-from-past = Vel i dag eller ein dag som kjem.
staff-field-until = Siste dag
staff-field-until-help = Tilgangen sluttar av seg sjølv. Tomt felt tyder at nokon må avslutte han.
staff-field-until-first = Siste dag kan ikkje vere før første dag, eller før i dag.
staff-field-until-far = Vel ein dag i løpet av dei to neste åra.
staff-attestation = Til loggen
staff-attestation-help = Dette står i loggen når nokon slår opp. Fyll ut det som gjeld.
staff-field-hpr = HPR-nummer
staff-field-hpr-wrong = Eit HPR-nummer har berre siffer, fem til ni av dei.
staff-field-authorisation = Autorisasjon
staff-field-entity = Juridisk eining
staff-field-entity-wrong = Nummeret har ni siffer. Sjå om eitt er feil.
staff-field-place = Behandlingsstad
staff-field-number = Organisasjonsnummer
staff-field-number-help = Ni siffer, om de har det.
staff-field-organisation-name = Namn på verksemda
staff-field-organisation-name-help = Slik folk kjenner ho.
staff-field-name-taken = Ei anna verksemd heiter det same. Skriv eit namn som skil dei.
staff-field-kind = Kva slags verksemd
staff-field-kind-help = Det avgjer kva roller som passar. Det kan ikkje endrast sidan.
staff-field-kind-stays = Kva slags verksemd det er, kan ikkje endrast. Lag ei ny.
staff-field-municipality = Kommune
staff-field-municipality-several = Fleire kommunar, eller staten
staff-locked-out = Kjem ikkje inn?
staff-locked-out-lead = Lag ein kode om personen har PIN. Lag ei ny lenkje om PIN og passnøkkel er borte. Då sluttar alle gamle nøklar å verke.
staff-end = Avslutt tilgangen
staff-end-lead = Tilgangen sluttar med ein gong, på alle skjermar.
staff-end-do = Avslutt no
staff-link = Lenkja er klar
staff-link-lead = Ho blir berre vist no, og verkar i { $days } dagar.
staff-link-hand-over = Gi ho til den det gjeld, ansikt til ansikt. Ikkje send ho på e-post.
staff-link-once = Ho verkar éin gong.
staff-link-pin = Den som brukar ho, vel sin eigen PIN.
staff-print = Skriv ut

staff-changes-lead = Det administratorar har gjort med tilgangar. Her står ingenting om dei de hjelper.
staff-changes-none = Ingen har endra noko enno.
staff-changes-older = Vis eldre
staff-change-nobody = Frå serveren, eller med ei lenkje
staff-change-organisation-made = Ny verksemd
staff-change-organisation-changed = Verksemd endra
staff-change-organisation-closed = Verksemd stengd
staff-change-organisation-reopened = Verksemd opna igjen
staff-change-invited = Invitert
staff-change-withdrawn = Invitasjon trekt tilbake
staff-change-taken = Invitasjon brukt
staff-change-changed = Tilgang endra
staff-change-ended = Tilgang avslutta
staff-change-new-link = Ny lenkje laga
staff-change-doors-anew = Ny lenkje brukt, gamle nøklar verkar ikkje
staff-change-code = Kode laga til ein kollega
staff-change-desk = Kven som svarer, er endra

refusal-staff-link = Denne lenkja kan ikkje brukast.
refusal-staff-link-remedy = Ho er brukt før, er for gammal eller er skriven feil. Be om ei ny.
refusal-staff-not-yet = Tilgangen har ikkje byrja.
refusal-staff-not-yet-remedy = Bruk lenkja den dagen du byrjar.
refusal-staff-ended = Tilgangen er avslutta.
refusal-staff-ended-remedy = Inviter på nytt om den som slutta, kjem tilbake.
refusal-staff-wrong = Koden eller PIN-en stemmer ikkje.
refusal-staff-wrong-remedy = Sjå på begge ein gong til, eller be om ein ny kode.
refusal-staff-too-many = Det kom mange forsøk på kort tid.
refusal-staff-too-many-remedy = Vent eit kvarter, og prøv igjen.
refusal-staff-not-yours = Du set ikkje opp denne verksemda.
refusal-staff-not-yours-remedy = Spør administratoren i kommunen.
refusal-staff-role-elsewhere = Rolla passar ikkje i denne verksemda.
refusal-staff-role-elsewhere-remedy = Vel ei anna rolle, eller inviter frå ei anna verksemd.
refusal-staff-last-admin = Då ville ingen kunne gi tilgang.
refusal-staff-last-admin-remedy = Inviter ein administrator til først.
refusal-staff-over = Invitasjonen ventar ikkje lenger.
refusal-staff-over-remedy = Last sida på nytt for å sjå korleis det står.
refusal-staff-closed = Verksemda er stengd.
refusal-staff-closed-remedy = Opne ho igjen før du inviterer.

staff-kind-municipality = Kommunen
staff-kind-mo-centre = MO-senter
staff-kind-gp-office = Legekontor
staff-kind-nav = NAV-kontor
staff-kind-lar-clinic = LAR-poliklinikk
staff-kind-lar-outlet = LAR-utlevering i kommunen
staff-kind-pharmacy = Apotek
staff-kind-detox = Avrusing
staff-kind-tsb-clinic = Poliklinikk for rus og avhengnad
staff-kind-consumption-room = Brukarrom
staff-kind-drug-checking = Rusmiddelanalyse
staff-kind-outreach = Uteteam
staff-kind-housing = Bustadteam
staff-kind-dental = Tannklinikk
staff-kind-voluntary = Frivillig organisasjon
staff-kind-advisory-unit = Rådgivande eining

staff-role-volunteer = Frivillig eller likeperson
staff-role-coordinator = Koordinator
staff-role-mo-nurse = Følgjer opp på MO-senter
staff-role-gp = Fastlege
staff-role-nav = Rettleiar i NAV
staff-role-lar-doctor = Lege i LAR
staff-role-lar-outlet = Deler ut LAR-medisin
staff-role-pharmacy = Ekspederer på apotek
staff-role-detox-nurse = Sjukepleiar på avrusing
staff-role-tsb = Behandlar i poliklinikk
staff-role-room-staff = Jobbar i brukarrom
staff-role-drug-checker = Analyserer prøver
staff-role-outreach = Møter folk ute
staff-role-housing = Følgjer opp i bustad
staff-role-dental = Tannhelse
staff-role-child-responsible = Barneansvarleg
staff-role-advisory-unit = Rådgivar i rådgivande eining
staff-role-leader = Leiar
staff-role-privacy-contact = Personvernkontakt
staff-role-admin = Administrator

## scope: person
# What was done, as the person reads it in the log of who has looked.
staff-log = Såg kven som jobbar her
staff-log-choose-pin = Endra kven som jobbar her
staff-log-close-organisation = Endra kven som jobbar her
staff-log-end-session = Endra kven som jobbar her
staff-log-invite = Endra kven som jobbar her
staff-log-invite-admin = Endra kven som jobbar her
staff-log-lock = Endra kven som jobbar her
staff-log-make-code = Endra kven som jobbar her
staff-log-redeem-invitation = Endra kven som jobbar her
staff-log-sign-in-staff = Endra kven som jobbar her
staff-log-switch-job = Endra kven som jobbar her
staff-log-unlock = Endra kven som jobbar her
staff-log-withdraw-invitation = Endra kven som jobbar her
