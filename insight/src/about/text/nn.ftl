### scope: letter
# Privacy in short, accessibility, and what Varde is. Legal texts wait for somebody who may approve them.

about-the-municipality = Kommunen
about-privacy-title = Kort om opplysningane dine
about-privacy-lead = Du bestemmer kven som får sjå planen din.
about-you-decide = Du bestemmer
about-privacy-1 = Vi lagrar berre det vi treng for å hjelpe deg.
about-privacy-2 = Du kan sjå alt som står om deg. Du kan be oss rette feil.
about-privacy-3 = Du ser kven som har opna planen, og kvifor.
about-privacy-3-ask = Vi skriv ned kven som opnar planen, og kvifor. Du kan be om å få sjå det.
about-privacy-4 = Du kan stoppe delinga når du vil. Det gjeld med ein gong.
about-privacy-5 = Vi følgjer ikkje med på kvar telefonen din er.
about-privacy-6 = Politiet har ikkje tilgang her. I nokre få tilfelle seier lova at tilsette må seie frå.
about-privacy-6-link = Les om dei her.
about-law-decides = Lova bestemmer
# awaiting-signoff
about-law-1 = Er livet ditt i fare, kan helsepersonell sjå det dei må for å hjelpe deg. Då får du vite det etterpå.
# awaiting-signoff
about-law-2 = Trur ein tilsett at eit barn ikkje har det trygt, må ho eller han seie frå til barnevernet.
# awaiting-signoff
about-law-3 = Er nokon i stor fare, må tilsette hente hjelp. Det kan vere naudetatane.
# awaiting-signoff
about-law-4 = Det ei teneste har skrive i si eiga sak eller journal, må ho ta vare på.
# awaiting-signoff
about-law-5 = Dei som arbeider her, har plikt til å teie om det dei veit om deg.
about-kept-title = Kva vi lagrar, og kor lenge
about-kept-lead = Opplysningar til ulike føremål blir haldne frå kvarandre. Inga liste bind dei saman.
about-class-journal = Helsehjelp
about-class-journal-seen = Den som gav helsehjelpa, ser det. Andre ser det berre når du deler.
about-class-welfare = Andre tenester
about-class-welfare-seen = Tenesta som skreiv det, ser det. Andre ser det berre når du deler.
about-class-own = Ditt eige
about-class-own-seen = Du ser det. Andre ser det berre når du deler.
about-class-anonymous = Utan namn
about-class-anonymous-seen = Her finst ikkje namn, nummer eller noko anna som peiker på deg.
about-class-reaction = Rådgivande eining
about-class-reaction-seen = Berre rådgivande eining ser det. Det er ikkje kopla til noko anna.
about-class-open = Ope for alle
about-class-open-seen = Dette handlar ikkje om personar.
about-part-consents = Kven du deler med
about-part-consents-kept = Det står så lenge du har ein plan her. Slik kan du sjå kva du har sagt ja til.
about-part-help_requests = Når du ber om hjelp
about-part-help_requests-kept = Blir sletta 30 dagar etter siste kontakt.
about-part-plan = Planen din
about-part-plan-kept = Så lenge du vil ha han.
about-part-team = Dei rundt deg
about-part-team-kept = Så lenge dei følgjer deg opp, og så lenge planen finst.
about-part-papers = Papir frå andre
about-part-papers-kept = Så lenge du vil ha dei.
about-part-places = Stader og tider
about-part-places-kept = Så lenge staden finst.
about-part-next_of_kin = Nummer for pårørande
about-part-next_of_kin-kept = Så lenge nummeret gjeld.
about-part-aftercare = Oppfølging etterpå
about-part-aftercare-kept = Så lenge du har ein plan her.
# word: vedtak, det er eit vedtak som kan klagast på
about-part-coercion = Vedtak om deg
about-part-coercion-kept = Så lenge du har ein plan her. Du kan lese dei også etterpå.
about-part-nav = Arbeid og pengar
about-part-nav-kept = Så lenge du har ein plan her.
about-part-agreements = Avtalar mellom stader
about-part-agreements-kept = Alltid. Dei handlar ikkje om personar.
about-responsible-title = Kven har ansvaret?
about-responsible = { $name } har ansvaret for denne nettstaden.
about-responsible-ask = Lurer du på noko, spør den som hjelper deg. Du kan òg be om personvernombodet.
about-rights-title = Dette kan du be om
# awaiting-signoff
about-rights-1 = Å få sjå alt om deg, og få det med deg.
# awaiting-signoff
about-rights-2 = Å få retta feil, og få sletta det lova ikkje seier at vi må ha.
# awaiting-signoff
about-rights-3 = Å klage til Datatilsynet.
about-cookies-title = Informasjonskapslar
about-cookies = Vi bruker to. Den eine hugsar språket ditt. Den andre hugsar at du er logga inn, til du loggar ut. Ingen andre nettstader får vite at du er her.

about-access-title = Tilgjenge
about-access-lead = Alle skal kunne bruke sidene. Målet er WCAG 2.2, nivå A og AA, på alle sider.
about-access-tested = Dette er prøvd
about-access-tested-1 = Alle sider er prøvde av eit program i ein ekte nettlesar. Det leiter etter feil i kontrast, namn og rekkjefølgje.
about-access-tested-2 = Sidene verkar utan mus, og du ser kvar du er.
about-access-tested-3 = Sidene verkar på ein smal skjerm, med stor tekst og utan JavaScript.
about-access-tested-4 = Knappar og lenkjer er store nok for ein finger.
about-access-tested-5 = Tekstane er målte, så dei er lette å lese.
about-access-untested = Dette er ikkje prøvd enno
about-access-untested-1 = Skjermlesarar og talestyring, brukte av folk som treng dei.
about-access-untested-2 = Ekte gamle telefonar. Vi har berre prøvd utan det nye stilarket.
about-access-untested-3 = Folk som bruker tenestene, på stader der dei er.
about-access-untested-4 = Nordsamisk finst ikkje enno. Det ventar på omsetjarar som har språket.
about-access-tell-title = Er det noko som ikkje verkar?
about-access-tell = Sei frå til { $name }. Du treng ikkje seie kven du er.
about-access-tell-here = Skriv til oss her
about-access-status-title = Erklæringa
about-access-status = Dette er eit grunnlag. { $name } lagar den endelege erklæringa i staten si felles løysing.

about-title = Om Varde
about-lead = Ein varde er ein haug med stein som viser veg. Alle som går forbi, legg på ein stein.
about-what-title = Kva er det?
about-what-1 = Varde er for deg og dei rundt deg. Du har ein plan, og du vel kven som ser han.
about-what-2 = Dei som hjelper deg, ser kven som har ansvar no, og kva de er samde om.
about-what-3 = Du kan be om hjelp utan å seie kven du er.
about-not-title = Kva er det ikkje?
about-not-1 = Varde gir deg ikkje poeng og reknar ikkje ut noko om deg. Det er folk som bestemmer.
about-not-2 = Varde følgjer ikkje med på deg. Er det fare for liv, ring 113.
about-not-3 = Varde er ikkje ein journal. Tenestene har sine eigne.
about-who-title = Kven står bak her?
about-version = Dette er versjon { $version }.
about-open-title = Open kjeldekode
about-open-1 = Alle kan lese, bruke og forbetre koden. Lisensen er Apache 2.0.
about-open-2 = Utsjånaden byggjer på Designsystemet frå Digdir og ikon frå Aksel frå NAV.
about-agreements = Kven som har avtalt å samarbeide
about-demo = Dette er ein oppdikta by. Ingen av menneska finst.
