### scope: person
# Varsling: ei dørklokke som ikkje seier noko, og ein kalender utan innhald.

notices-title = Varsling
notices-home = Heim
notices-account = Min konto
notices-lead = Du kan få ei melding når det er noko nytt til deg. Du vel om, kvar og når.
notices-panel-on = Du får vite det når det er noko nytt.
notices-panel-off = Få vite det når det er noko nytt.
notices-nothing-set-up = Her kan vi ikkje sende e-post eller SMS enno. Difor får du ingen varsel. Du ser alt nytt når du loggar inn.
notices-what-it-says = Dette står det
notices-what-it-never-says = Det står aldri kva det gjeld, kven det er frå, eller kven vi er.

notices-subject = Noko nytt til deg
notices-body = Det er noko nytt til deg. Logg inn der du plar.
notices-code-subject = Koden din
notices-code-body = Koden er { $code }. Han verkar i eit kvarter. Har du ikkje bede om han? Då treng du ikkje gjere noko.

notices-channel-epost = E-post
notices-channel-sms = SMS
notices-address = E-posten din
notices-address-help = Vel ein som berre du les.
notices-number = Nummeret ditt
notices-number-help = Vel ein telefon som berre du bruker.
notices-send-code = Send meg ein kode
notices-mail-missing = Skriv e-posten slik: namn@eksempel.no.
notices-address-refused = Adressa finst ikkje. Sjå på henne ein gong til.
notices-not-sent = Vi fekk ikkje sendt koden no. Prøv igjen om litt.
notices-code-sent = Vi har sendt ein kode til { $to }.
notices-code-until = Han verkar til { $clock }.
notices-code = Koden
notices-code-help = Seks tal
notices-code-missing = Skriv alle dei seks tala.
notices-confirm = Stadfest
notices-other-address = Bruk ei anna
notices-on = Du får vite det her:
notices-chosen = Du har valt:
notices-switch-off = Slå av
notices-refused = Det vi sender hit, kjem i retur. Vi har slutta å sende.
notices-way-not-set-up = Akkurat no kan vi ikkje sende hit.

notices-what = Kva vil du få vite om?
notices-kind-messages = Meldingar
notices-kind-answers = Svar på det du har spurt om
notices-kind-appointments = Avtalar
notices-kind-meetings = Møte og referat
notices-kind-referrals = Tilvisingar
notices-kind-handovers = At nokon ny skal følgje deg opp
notices-kind-tasks = Oppgåver
notices-quiet = Når vil du ha det stille?
notices-quiet-help = Er tidene like, kan meldinga kome når som helst.
notices-from = Frå
notices-until = Til
notices-hour = kl. { $hour }

notices-calendar = Kalender
notices-calendar-text = Du kan få avtalane inn i kalenderen på telefonen. Der står berre «Avtale» og tida.
notices-calendar-make = Lag ei kalenderlenkje
notices-calendar-made = Lenkja er klar
notices-calendar-copy = Kopier henne no. Vi viser henne berre éin gong. Den som har lenkja, ser tidene dine.
notices-calendar-since = Du har ei lenkje frå { $day }.
notices-calendar-end = Steng lenkja
notices-calendar-new = Lag ei ny lenkje
notices-calendar-entry = Avtale

refusal-notices-not-set-up = Dette kan vi ikkje sende enno.
refusal-notices-not-set-up-remedy = Vel ein annan måte, eller logg inn og sjå etter nytt.
refusal-notices-too-many-codes = Du har bede om mange kodar på kort tid.
refusal-notices-too-many-codes-remedy = Vent ein time, og prøv igjen.
refusal-notices-wrong-code = Koden stemte ikkje.
refusal-notices-wrong-code-remedy = Sjå på tala ein gong til. Du kan òg be om ein ny kode.
refusal-notices-old-code = Koden verkar ikkje lenger.
refusal-notices-old-code-remedy = Vel «Bruk ei anna», og be om ein ny kode.
refusal-notices-too-many-tries = Det har vore mange forsøk.
refusal-notices-too-many-tries-remedy = Vent eit kvarter, og prøv igjen.
refusal-notices-no-address = Adressa er teken bort.
refusal-notices-no-address-remedy = Skriv henne på nytt.
refusal-notices-changed = Dette vart endra ein annan stad no nettopp.
refusal-notices-changed-remedy = Sjå over vala, og lagre på nytt.

notices-log = Henta tidene dine til kalenderen
notices-log-choose-notices = Valde kva du vil få vite om
notices-log-confirm-address = Stadfesta kvar du vil få vite det
notices-log-end-calendar = Stengde kalenderlenkja
notices-log-forget = Sletta gamle varsel
notices-log-hear = Gjorde klar ei melding til deg
notices-log-make-calendar = Laga ei kalenderlenkje
notices-log-name-address = Skreiv kvar du vil få vite det
notices-log-remove-address = Slo av varsel
notices-log-send = Sende deg melding om noko nytt

## scope: staff
notices-lead-staff = Få vite det når noko ventar på deg. Vel adressa du bruker på jobb. Det står aldri kven det gjeld.
notices-calendar-entry-staff = Avtale – sjå tenesta
