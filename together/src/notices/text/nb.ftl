### scope: person
# Varsling: en dørklokke som ikke sier noe, og en kalender uten innhold.

notices-title = Varsling
notices-home = Hjem
notices-account = Min konto
notices-lead = Du kan få en beskjed når det er noe nytt til deg. Du velger om, hvor og når.
notices-panel-on = Du får beskjed når det er noe nytt.
notices-panel-off = Få beskjed når det er noe nytt.
notices-nothing-set-up = Her kan vi ikke sende e-post eller SMS ennå. Derfor får du ingen varsler. Du ser alt nytt når du logger inn.
notices-what-it-says = Dette står det
notices-what-it-never-says = Det står aldri hva det gjelder, hvem det er fra, eller hvem vi er.

notices-subject = Noe nytt til deg
notices-body = Det er noe nytt til deg. Logg inn der du pleier.
notices-code-subject = Koden din
notices-code-body = Koden er { $code }. Den virker i et kvarter. Har du ikke bedt om den? Da trenger du ikke gjøre noe.

notices-channel-epost = E-post
notices-channel-sms = SMS
notices-address = E-posten din
notices-address-help = Velg en som bare du leser.
notices-number = Nummeret ditt
notices-number-help = Velg en telefon som bare du bruker.
notices-send-code = Send meg en kode
notices-mail-missing = Skriv e-posten slik: navn@eksempel.no.
notices-address-refused = Adressen finnes ikke. Se på den en gang til.
notices-not-sent = Vi fikk ikke sendt koden nå. Prøv igjen om litt.
notices-code-sent = Vi har sendt en kode til { $to }.
notices-code-until = Den virker til { $clock }.
notices-code = Koden
notices-code-help = Seks tall
notices-code-missing = Skriv alle de seks tallene.
notices-confirm = Bekreft
notices-other-address = Bruk en annen
notices-on = Du får beskjed her:
notices-chosen = Du har valgt:
notices-switch-off = Slå av
notices-refused = Det vi sender hit, kommer i retur. Vi har sluttet å sende.
notices-way-not-set-up = Akkurat nå kan vi ikke sende hit.

notices-what = Hva vil du få beskjed om?
notices-kind-messages = Meldinger
notices-kind-answers = Svar på det du har spurt om
notices-kind-appointments = Avtaler
notices-kind-meetings = Møter og referater
notices-kind-referrals = Henvisninger
notices-kind-handovers = At noen ny skal følge deg opp
notices-kind-tasks = Oppgaver
notices-quiet = Når vil du ha det stille?
notices-quiet-help = Er tidene like, kan beskjeden komme når som helst.
notices-from = Fra
notices-until = Til
notices-hour = kl. { $hour }

notices-calendar = Kalender
notices-calendar-text = Du kan få avtalene inn i kalenderen på telefonen. Der står bare «Avtale» og tiden.
notices-calendar-make = Lag en kalenderlenke
notices-calendar-made = Lenken er klar
notices-calendar-copy = Kopier den nå. Vi viser den bare én gang. Den som har lenken, ser tidene dine.
notices-calendar-since = Du har en lenke fra { $day }.
notices-calendar-end = Steng lenken
notices-calendar-new = Lag en ny lenke
notices-calendar-entry = Avtale

refusal-notices-not-set-up = Dette kan vi ikke sende ennå.
refusal-notices-not-set-up-remedy = Velg en annen måte, eller logg inn og se etter nytt.
refusal-notices-too-many-codes = Du har bedt om mange koder på kort tid.
refusal-notices-too-many-codes-remedy = Vent en time, og prøv igjen.
refusal-notices-wrong-code = Koden stemte ikke.
refusal-notices-wrong-code-remedy = Se på tallene en gang til. Du kan også be om en ny kode.
refusal-notices-old-code = Koden virker ikke lenger.
refusal-notices-old-code-remedy = Velg «Bruk en annen», og be om en ny kode.
refusal-notices-too-many-tries = Det har vært mange forsøk.
refusal-notices-too-many-tries-remedy = Vent et kvarter, og prøv igjen.
refusal-notices-no-address = Adressen er tatt bort.
refusal-notices-no-address-remedy = Skriv den på nytt.
refusal-notices-changed = Dette ble endret et annet sted nå nettopp.
refusal-notices-changed-remedy = Se over valgene, og lagre på nytt.

notices-log = Hentet tidene dine til kalenderen
notices-log-choose-notices = Valgte hva du vil få beskjed om
notices-log-confirm-address = Bekreftet hvor du vil få beskjed
notices-log-end-calendar = Stengte kalenderlenken
notices-log-forget = Slettet gamle varsler
notices-log-hear = Gjorde klar en beskjed til deg
notices-log-make-calendar = Laget en kalenderlenke
notices-log-name-address = Skrev hvor du vil få beskjed
notices-log-remove-address = Slo av beskjeder
notices-log-send = Sendte deg beskjed om noe nytt

## scope: staff
notices-lead-staff = Få beskjed når noe venter på deg. Velg adressen du bruker på jobb. Det står aldri hvem det gjelder.
notices-calendar-entry-staff = Avtale – se tjenesten
