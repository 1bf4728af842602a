### scope: letter
# Privacy in short, accessibility, and what Varde is. Legal texts wait for somebody who may approve them.

about-the-municipality = Kommunen
about-privacy-title = Kort om dine opplysninger
about-privacy-lead = Du bestemmer hvem som får se planen din.
about-you-decide = Du bestemmer
about-privacy-1 = Vi lagrer bare det vi trenger for å hjelpe deg.
about-privacy-2 = Du kan se alt som står om deg. Du kan be oss rette feil.
about-privacy-3 = Du ser hvem som har åpnet planen, og hvorfor.
about-privacy-3-ask = Vi skriver ned hvem som åpner planen, og hvorfor. Du kan be om å få se det.
about-privacy-4 = Du kan stoppe delingen når du vil. Det gjelder med en gang.
about-privacy-5 = Vi følger ikke med på hvor telefonen din er.
about-privacy-6 = Politiet har ikke tilgang her. I noen få tilfeller sier loven at ansatte må si fra.
about-privacy-6-link = Les om dem her.
about-law-decides = Loven bestemmer
# awaiting-signoff
about-law-1 = Er livet ditt i fare, kan helsepersonell se det de må for å hjelpe deg. Da får du vite det etterpå.
# awaiting-signoff
about-law-2 = Tror en ansatt at et barn ikke har det trygt, må hun eller han si fra til barnevernet.
# awaiting-signoff
about-law-3 = Er noen i stor fare, må ansatte hente hjelp. Det kan være nødetatene.
# awaiting-signoff
about-law-4 = Det en tjeneste har skrevet i sin egen sak eller journal, må den ta vare på.
# awaiting-signoff
about-law-5 = De som jobber her, har plikt til å tie om det de vet om deg.
about-kept-title = Hva vi lagrer, og hvor lenge
about-kept-lead = Opplysninger til ulike formål holdes fra hverandre. Ingen liste binder dem sammen.
about-class-journal = Helsehjelp
about-class-journal-seen = Den som ga helsehjelpen, ser det. Andre ser det bare når du deler.
about-class-welfare = Andre tjenester
about-class-welfare-seen = Tjenesten som skrev det, ser det. Andre ser det bare når du deler.
about-class-own = Ditt eget
about-class-own-seen = Du ser det. Andre ser det bare når du deler.
about-class-anonymous = Uten navn
about-class-anonymous-seen = Her finnes ikke navn, nummer eller noe annet som peker på deg.
about-class-reaction = Rådgivende enhet
about-class-reaction-seen = Bare rådgivende enhet ser det. Det er ikke koblet til noe annet.
about-class-open = Åpent for alle
about-class-open-seen = Dette handler ikke om personer.
about-part-consents = Hvem du deler med
about-part-consents-kept = Det står så lenge du har en plan her. Slik kan du se hva du har sagt ja til.
about-part-help_requests = Når du ber om hjelp
about-part-help_requests-kept = Slettes 30 dager etter siste kontakt.
about-part-plan = Planen din
about-part-plan-kept = Så lenge du vil ha den.
about-part-team = De rundt deg
about-part-team-kept = Så lenge de følger deg opp, og så lenge planen finnes.
about-part-papers = Papirer fra andre
about-part-papers-kept = Så lenge du vil ha dem.
about-part-places = Steder og tider
about-part-places-kept = Så lenge stedet finnes.
about-part-next_of_kin = Numre for pårørende
about-part-next_of_kin-kept = Så lenge nummeret gjelder.
about-part-aftercare = Oppfølging etterpå
about-part-aftercare-kept = Så lenge du har en plan her.
# word: vedtak, det er et vedtak som kan klages på
about-part-coercion = Vedtak om deg
about-part-coercion-kept = Så lenge du har en plan her. Du kan lese dem også etterpå.
about-part-nav = Arbeid og penger
about-part-nav-kept = Så lenge du har en plan her.
about-part-agreements = Avtaler mellom steder
about-part-agreements-kept = Alltid. De handler ikke om personer.
about-responsible-title = Hvem har ansvaret?
about-responsible = { $name } har ansvaret for dette nettstedet.
about-responsible-ask = Lurer du på noe, spør den som hjelper deg. Du kan også be om personvernombudet.
about-rights-title = Dette kan du be om
# awaiting-signoff
about-rights-1 = Å få se alt om deg, og få det med deg.
# awaiting-signoff
about-rights-2 = Å få rettet feil, og få slettet det loven ikke sier at vi må ha.
# awaiting-signoff
about-rights-3 = Å klage til Datatilsynet.
about-cookies-title = Informasjonskapsler
about-cookies = Vi bruker to. Den ene husker språket ditt. Den andre husker at du er logget inn, til du logger ut. Ingen andre nettsteder får vite at du er her.

about-access-title = Tilgjengelighet
about-access-lead = Alle skal kunne bruke sidene. Målet er WCAG 2.2, nivå A og AA, på alle sider.
about-access-tested = Dette er prøvd
about-access-tested-1 = Alle sider er prøvd av et program i en ekte nettleser. Det leter etter feil i kontrast, navn og rekkefølge.
about-access-tested-2 = Sidene virker uten mus, og du ser hvor du er.
about-access-tested-3 = Sidene virker på en smal skjerm, med stor tekst og uten JavaScript.
about-access-tested-4 = Knapper og lenker er store nok for en finger.
about-access-tested-5 = Tekstene er målt, så de er lette å lese.
about-access-untested = Dette er ikke prøvd ennå
about-access-untested-1 = Skjermlesere og talestyring, brukt av folk som trenger dem.
about-access-untested-2 = Ekte gamle telefoner. Vi har bare prøvd uten det nye stilarket.
about-access-untested-3 = Folk som bruker tjenestene, på steder der de er.
about-access-untested-4 = Nordsamisk finnes ikke ennå. Det venter på oversettere som har språket.
about-access-tell-title = Er det noe som ikke virker?
about-access-tell = Si fra til { $name }. Du trenger ikke si hvem du er.
about-access-tell-here = Skriv til oss her
about-access-status-title = Erklæringen
about-access-status = Dette er et grunnlag. { $name } lager den endelige erklæringen i statens felles løsning.

about-title = Om Varde
about-lead = En varde er en haug med stein som viser vei. Alle som går forbi, legger på en stein.
about-what-title = Hva er det?
about-what-1 = Varde er for deg og de rundt deg. Du har en plan, og du velger hvem som ser den.
about-what-2 = De som hjelper deg, ser hvem som har ansvar nå, og hva dere er enige om.
about-what-3 = Du kan be om hjelp uten å si hvem du er.
about-not-title = Hva er det ikke?
about-not-1 = Varde gir deg ikke poeng og regner ikke ut noe om deg. Det er folk som bestemmer.
about-not-2 = Varde følger ikke med på deg. Er det fare for liv, ring 113.
about-not-3 = Varde er ikke en journal. Tjenestene har sine egne.
about-who-title = Hvem står bak her?
about-version = Dette er versjon { $version }.
about-open-title = Åpen kildekode
about-open-1 = Alle kan lese, bruke og forbedre koden. Lisensen er Apache 2.0.
about-open-2 = Utseendet bygger på Designsystemet fra Digdir og ikoner fra Aksel fra NAV.
about-agreements = Hvem som har avtalt å samarbeide
about-demo = Dette er en oppdiktet by. Ingen av menneskene finnes.
