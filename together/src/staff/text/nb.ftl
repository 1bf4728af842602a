### scope: staff

staff-setup = Oppsett
staff-setup-more = Mer
staff-changes = Endringer
staff-choose = Velg

staff-panel-organisations = Virksomheter og tilganger
staff-panel-count = { $organisations ->
    [one] 1 virksomhet
   *[other] { $organisations } virksomheter
  }, { $people ->
    [one] 1 med tilgang.
   *[other] { $people } med tilgang.
  }
staff-panel-desks = Hvem svarer når noen ber om hjelp
staff-panel-desks-detail = Åpningstider, behov og vakter.
staff-panel-changes-detail = Hvem ga hvem tilgang, og når.

staff-welcome = Velkommen
staff-welcome-lead = Velg en PIN og trykk på knappen. Lenken virker én gang og i { $days } dager.
staff-welcome-open = Åpne kontoen
staff-join-question = Er du { $name }?
staff-join = Ja, dette er den andre jobben min
staff-join-help = Skriv PIN-en du har fra før. Siden kan du bytte mellom jobbene.
staff-pin = PIN
staff-pin-choose = Velg en PIN
staff-pin-change = Bytt PIN
staff-pin-old = PIN-en du har nå
staff-pin-new = Ny PIN
staff-pin-again = Skriv den en gang til
staff-pin-help = Minst seks tegn. Ikke 123456, og ikke det samme tegnet hele veien.
staff-pin-weak = Velg en PIN som er vanskeligere å gjette.
staff-pin-differs = Skriv den samme PIN-en to ganger.
staff-pin-wrong = PIN-en stemmer ikke. Prøv en gang til.
staff-pin-chosen = Valgt { $when }.
staff-pin-none = Du har ingen ennå.

staff-sign-in = Logg inn som ansatt
staff-sign-in-lead = For deg som jobber her.
staff-sign-in-passkey = Logg inn med passnøkkel
staff-sign-in-code = Med kode fra en kollega
staff-sign-in-code-lead = En kollega som er logget inn, lager koden under «Min konto». Du bruker din egen PIN.
staff-sign-in-open = Logg inn
staff-sign-in-stuck = Kommer du ikke inn? Spør den som gir tilgang hos dere om en ny lenke.
staff-code = Kode
staff-code-help = Åtte siffer.
staff-code-make = Kode til en kollega
staff-code-make-detail = Når noen står ved siden av deg og ikke kommer inn.
staff-notices = Varsling
staff-notices-detail = Få beskjed når noe venter på deg.
staff-code-make-lead = Lag den bare til en du kjenner og ser nå. Den virker i { $minutes } minutter, sammen med kollegaens egen PIN.
staff-code-make-do = Lag kode
staff-code-who = Hvem er det til?
staff-code-nobody = Ingen andre har tilgang her ennå.
staff-code-made = Kode til { $name }
staff-code-made-lead = Si den fram nå. Den virker én gang og i { $minutes } minutter.

staff-own = Min konto
staff-lock = Lås skjermen
staff-locked = Skjermen er låst
staff-locked-lead = Skriv PIN-koden din. Fem feil logger deg ut.
staff-unlock = Lås opp
staff-locked-stuck = Er det ikke din? Trykk Logg ut.
staff-doors = Slik kommer du inn
staff-passkeys = Passnøkler
staff-passkeys-detail = Logg inn med finger, ansikt eller sikkerhetsnøkkel.
staff-sessions = Her er du logget inn
staff-session-since = Siden { $when }
staff-session-until = Slutter { $when }.
staff-session-here = Denne skjermen.
staff-session-end = Avslutt
staff-session-end-one = Avslutt den fra { $when }
staff-switch = Jobber nå som
staff-switch-now = Nå: { $work }. Bytt til:
staff-facts = Det vi vet om deg i jobben
staff-facts-wrong = Stemmer det ikke? Si fra til den som gir tilgang hos dere.

staff-organisations = Virksomheter
staff-organisations-closed = Stengt
staff-organisation-new = Ny virksomhet
staff-organisation-change = Endre virksomheten
staff-organisation-close = Steng virksomheten
staff-organisation-close-lead = Alle som jobber der, mister tilgangen med en gang.
staff-organisation-reopen = Åpne igjen
staff-organisation-reopen-lead = Ingen får tilgangen tilbake av seg selv. Inviter dem på nytt.
staff-organisation-is-closed = Stengt. Ingen har tilgang herfra.
staff-count = { $n ->
    [one] 1 med tilgang
   *[other] { $n } med tilgang
  }
staff-about = Om virksomheten
staff-change = Endre
staff-at-work = Har tilgang
staff-at-work-nobody = Ingen har tilgang herfra ennå.
staff-waiting = Invitert, venter
staff-ended = Har sluttet
staff-from = Fra { $from }
staff-from-until = Fra { $from } til og med { $until }
staff-ended-on = Tilgangen sluttet { $date }.
staff-link-open = Lenken virker til { $when }
staff-link-ended = Lenken sluttet { $when }
staff-withdraw = Trekk tilbake
staff-withdraw-for = Trekk tilbake invitasjonen til { $name }
staff-new-link = Ny lenke
staff-new-link-for = Ny lenke til { $name }

staff-invite = Inviter en ansatt
staff-invite-lead = Tilgangen gjelder i { $place }, i én rolle.
staff-invite-do = Lag lenken
staff-field-name = Navn
staff-field-title = Tittel
staff-field-title-help = Slik andre kjenner den, for eksempel sykepleier.
staff-field-role = Rolle
staff-field-role-help = Rollen avgjør hva noen kan få se, hvis personen deler det.
staff-field-phone = Telefon
staff-field-phone-help = Et nummer folk kan ringe.
staff-field-own-phone-help = Nummer på jobb. Personer og kolleger ser det.
staff-field-department = Avdeling
staff-field-from = Første dag
staff-field-from-help = Tomt felt betyr i dag.
staff-field-from-past = Velg i dag eller en dag som kommer.
staff-field-until = Siste dag
staff-field-until-help = Tilgangen slutter av seg selv. Tomt felt betyr at noen må avslutte den.
staff-field-until-first = Siste dag kan ikke være før første dag, eller før i dag.
staff-field-until-far = Velg en dag i løpet av de to neste årene.
staff-attestation = Til loggen
staff-attestation-help = Dette står i loggen når noen slår opp. Fyll ut det som gjelder.
staff-field-hpr = HPR-nummer
staff-field-hpr-wrong = Et HPR-nummer har bare siffer, fem til ni av dem.
staff-field-authorisation = Autorisasjon
staff-field-entity = Juridisk enhet
staff-field-entity-wrong = Nummeret har ni siffer. Se om ett er feil.
staff-field-place = Behandlingssted
staff-field-number = Organisasjonsnummer
staff-field-number-help = Ni siffer, hvis dere har det.
staff-field-organisation-name = Navn på virksomheten
staff-field-organisation-name-help = Slik folk kjenner den.
staff-field-name-taken = En annen virksomhet heter det samme. Skriv et navn som skiller dem.
staff-field-kind = Hva slags virksomhet
staff-field-kind-help = Det avgjør hvilke roller som passer. Det kan ikke endres siden.
staff-field-kind-stays = Hva slags virksomhet det er, kan ikke endres. Lag en ny.
staff-field-municipality = Kommune
staff-field-municipality-several = Flere kommuner, eller staten
staff-locked-out = Kommer ikke inn?
staff-locked-out-lead = Lag en kode hvis personen har PIN. Lag en ny lenke hvis PIN og passnøkkel er borte. Da slutter alle gamle nøkler å virke.
staff-end = Avslutt tilgangen
staff-end-lead = Tilgangen slutter med en gang, på alle skjermer.
staff-end-do = Avslutt nå
staff-link = Lenken er klar
staff-link-lead = Den vises bare nå, og virker i { $days } dager.
staff-link-hand-over = Gi den til den det gjelder, ansikt til ansikt. Ikke send den på e-post.
staff-link-once = Den virker én gang.
staff-link-pin = Den som bruker den, velger sin egen PIN.
staff-print = Skriv ut

staff-changes-lead = Det administratorer har gjort med tilganger. Her står ingenting om dem dere hjelper.
staff-changes-none = Ingen har endret noe ennå.
staff-changes-older = Vis eldre
staff-change-nobody = Fra serveren, eller med en lenke
staff-change-organisation-made = Ny virksomhet
staff-change-organisation-changed = Virksomhet endret
staff-change-organisation-closed = Virksomhet stengt
staff-change-organisation-reopened = Virksomhet åpnet igjen
staff-change-invited = Invitert
staff-change-withdrawn = Invitasjon trukket tilbake
staff-change-taken = Invitasjon brukt
staff-change-changed = Tilgang endret
staff-change-ended = Tilgang avsluttet
staff-change-new-link = Ny lenke laget
staff-change-doors-anew = Ny lenke brukt, gamle nøkler virker ikke
staff-change-code = Kode laget til en kollega
staff-change-desk = Hvem som svarer, er endret

refusal-staff-link = Denne lenken kan ikke brukes.
refusal-staff-link-remedy = Den er brukt før, er for gammel eller er skrevet feil. Be om en ny.
refusal-staff-not-yet = Tilgangen har ikke begynt.
refusal-staff-not-yet-remedy = Bruk lenken den dagen du begynner.
refusal-staff-ended = Tilgangen er avsluttet.
refusal-staff-ended-remedy = Inviter på nytt hvis den som sluttet, kommer tilbake.
refusal-staff-wrong = Koden eller PIN-en stemmer ikke.
refusal-staff-wrong-remedy = Se på begge en gang til, eller be om en ny kode.
refusal-staff-too-many = Det kom mange forsøk på kort tid.
refusal-staff-too-many-remedy = Vent et kvarter, og prøv igjen.
refusal-staff-not-yours = Du setter ikke opp denne virksomheten.
refusal-staff-not-yours-remedy = Spør administratoren i kommunen.
refusal-staff-role-elsewhere = Rollen passer ikke i denne virksomheten.
refusal-staff-role-elsewhere-remedy = Velg en annen rolle, eller inviter fra en annen virksomhet.
refusal-staff-last-admin = Da ville ingen kunne gi tilgang.
refusal-staff-last-admin-remedy = Inviter en administrator til først.
refusal-staff-over = Invitasjonen venter ikke lenger.
refusal-staff-over-remedy = Last siden på nytt for å se hvordan det står.
refusal-staff-closed = Virksomheten er stengt.
refusal-staff-closed-remedy = Åpne den igjen før du inviterer.

staff-kind-municipality = Kommunen
staff-kind-mo-centre = MO-senter
staff-kind-gp-office = Legekontor
staff-kind-nav = NAV-kontor
staff-kind-lar-clinic = LAR-poliklinikk
staff-kind-lar-outlet = LAR-utlevering i kommunen
staff-kind-pharmacy = Apotek
staff-kind-detox = Avrusning
staff-kind-tsb-clinic = Poliklinikk for rus og avhengighet
staff-kind-consumption-room = Brukerrom
staff-kind-drug-checking = Rusmiddelanalyse
staff-kind-outreach = Uteteam
staff-kind-housing = Boligteam
staff-kind-dental = Tannklinikk
staff-kind-voluntary = Frivillig organisasjon
staff-kind-advisory-unit = Rådgivende enhet

staff-role-volunteer = Frivillig eller likeperson
staff-role-coordinator = Koordinator
staff-role-mo-nurse = Følger opp på MO-senter
staff-role-gp = Fastlege
staff-role-nav = Veileder i NAV
staff-role-lar-doctor = Lege i LAR
staff-role-lar-outlet = Deler ut LAR-medisin
staff-role-pharmacy = Ekspederer på apotek
staff-role-detox-nurse = Sykepleier på avrusning
staff-role-tsb = Behandler i poliklinikk
staff-role-room-staff = Jobber i brukerrom
staff-role-drug-checker = Analyserer prøver
staff-role-outreach = Møter folk ute
staff-role-housing = Følger opp i bolig
staff-role-dental = Tannhelse
staff-role-child-responsible = Barneansvarlig
staff-role-advisory-unit = Rådgiver i rådgivende enhet
staff-role-leader = Leder
staff-role-privacy-contact = Personvernkontakt
staff-role-admin = Administrator

## scope: person
# What was done, as the person reads it in the log of who has looked.
staff-log = Så hvem som jobber her
staff-log-choose-pin = Endret hvem som jobber her
staff-log-close-organisation = Endret hvem som jobber her
staff-log-end-session = Endret hvem som jobber her
staff-log-invite = Endret hvem som jobber her
staff-log-invite-admin = Endret hvem som jobber her
staff-log-lock = Endret hvem som jobber her
staff-log-make-code = Endret hvem som jobber her
staff-log-redeem-invitation = Endret hvem som jobber her
staff-log-sign-in-staff = Endret hvem som jobber her
staff-log-switch-job = Endret hvem som jobber her
staff-log-unlock = Endret hvem som jobber her
staff-log-withdraw-invitation = Endret hvem som jobber her
