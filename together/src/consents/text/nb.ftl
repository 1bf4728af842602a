### scope: person
# Sharing: who, what, why, until when. Short sentences, since they are read on a phone, often in a bad hour.

consents-menu = Deling
consents-lead = Hvem skal få se planen? Velg en og en. Du kan ombestemme deg når du vil.
consents-nobody = Ingen andre enn du ser planen nå.
consents-back = Tilbake til Deling

consents-changed-title = Det du har endret siste uke
consents-changed-lead = Stemmer det? Hvis ikke, kan du angre her.
consents-confirmed = Du har sagt at det stemmer
consents-right = Det stemmer
consents-new-device = { $when }. Gjort rett etter at du kom inn på nytt.
consents-is-right = Stemmer det?
consents-undo-week = Du kan angre i en uke.

consents-you-decide = Du bestemmer
consents-no-services = Ingen tjenester er her nå.
consents-share-with-another = Del med en til
consents-receivers-lead = Velg hvem du vil dele med. Du ser hva de får se, før du deler.
consents-your-contact = { $name }, kontakten din
consents-sees = Ser
consents-sees-not = Ser ikke
consents-why = Hvorfor?
consents-until-when = Til når?
consents-nothing = Ingenting nå.
consents-everything = Alt.
consents-everything-but = Alt unntatt { $areas }.
consents-until = Til { $day }. Vi spør deg før det går ut.
consents-until-serving = Så lenge du går der, til { $day }. Vi spør deg før det går ut.
consents-ends-soon = Dette slutter snart. Vil du dele videre?
consents-card-blocked = Du har sperret denne personen, som ikke ser noe nå.
consents-change = Endre
consents-change-with = Endre deling med { $who }
consents-choose = Velg hva de kan se
consents-stop = Slutt å dele
consents-stop-with = Slutt å dele med { $who }

# awaiting sign-off: legal (M8)
consents-law-decides = Loven bestemmer
# awaiting sign-off: legal (M8)
consents-law-text = Er livet ditt i fare, kan helsepersonell se det de må for å hjelpe deg. Da får du vite det etterpå. Noen få ganger må ansatte si fra til andre. Det gjelder for eksempel barn som har det farlig.
consents-law-more = Les mer om hva loven sier
# awaiting sign-off: legal
consents-law-lead = Det meste bestemmer du. Noe gjelder uansett hva du velger her.
consents-law-danger = Når livet er i fare
# awaiting sign-off: legal
consents-law-danger-text = Da kan helsepersonell åpne det de må vite om kropp, medisin, psykisk helse og trygghet. De må skrive hvorfor. Du ser det øverst på Hjem. Personvernkontakten ser på det neste arbeidsdag. Den du har sperret, kan ikke åpne.
consents-law-record = Det de skriver selv
# awaiting sign-off: legal
consents-law-record-text = Hver tjeneste må skrive ned det den gjør. Det kan vi ikke ta bort her. Du kan be om å få lese det og få rettet feil.
consents-law-colleagues = Når helsepersonell hjelper deg sammen
# awaiting sign-off: legal
consents-law-colleagues-text = De kan dele det som trengs for å gi deg rett hjelp. Du kan si nei til det. Det gjør du under Deling.
consents-law-duty = Når ansatte må si fra
# awaiting sign-off: legal
consents-law-duty-text = Det gjelder når et barn har det farlig. Det gjelder også når noen kan bli drept eller hardt skadet.
consents-law-police = Politiet
# awaiting sign-off: legal
consents-law-police-text = Politiet har ikke tilgang her.

consents-say-no = Mer du kan si nei til
consents-block-title = La ikke en ansatt se mer
consents-block-short = Det gjelder med en gang, også i nød.
consents-blocked-are = Sperret nå: { $names }
consents-close-title = Lukk noe for alle
consents-close-short = Ingen du deler med, ser det.
consents-closed-are = Lukket nå: { $areas }
consents-object-title = Si nei til deling mellom helsepersonell
consents-object-short = De ser bare at noe kan mangle.
consents-objected-is = Du har sagt nei.
consents-records-title = Det du har sagt ja til
consents-records-short = Å ha en plan, og at de som hjelper deg, snakker sammen.

consents-share-with = Del med { $who }
consents-what = Hva skal { $who } se?
consents-detail-medicines = Hva du får, og når du henter
consents-detail-safety = Hva som hjelper når det er tungt
consents-end-week = En uke
consents-end-serving = Så lenge jeg går her, til { $day }
consents-end-long = I seks måneder, til { $day }
consents-end-date = En dato jeg velger
consents-date = Hvilken dato?
consents-date-help = Bare hvis du vil velge den selv. Skriv slik: 1.6.2027
consents-see = Se planen slik { $who } ser den
consents-nothing-yet = Ingenting skjer før du deler.
consents-alone = Bare med en av dem
consents-alone-with = Del bare med { $name }
consents-preview-title = Slik ser { $who } planen din
consents-preview-lead = Slik blir det. { $who } ser det først når du deler.
consents-preview-note = Forhåndsvisning
consents-preview-nothing = { $who } ser ingenting av planen.
consents-you-share = Dette deler du
consents-held-back = Dette vises ikke nå, fordi du har sagt nei til det: { $areas }.
consents-do-not-share = Ikke del
consents-choose-again = Velg på nytt
consents-can-stop = Du kan stoppe når du vil. Det { $who } alt har skrevet hos seg selv, kan vi ikke ta bort.

consents-who-municipality = kommunen
consents-who-mo-centre = MO-senteret
consents-who-gp-office = fastlegen
consents-who-nav = NAV
consents-who-lar-clinic = LAR-klinikken
consents-who-lar-outlet = LAR-luka
consents-who-pharmacy = apoteket
consents-who-detox = avrusningen
consents-who-tsb-clinic = poliklinikken
consents-who-consumption-room = brukerrommet
consents-who-drug-checking = stoffanalysen
consents-who-outreach = uteteamet
consents-who-housing = boligtjenesten
consents-who-dental = tannklinikken
consents-who-voluntary = de frivillige
consents-who-advisory-unit = rådgivende enhet
consents-who-next-of-kin = den du har invitert

consents-why-municipality = For at koordinatoren skal holde tråden for deg.
consents-why-mo-centre = For at MO-senteret skal følge deg opp.
consents-why-gp-office = For at legen skal gi deg rett medisin.
consents-why-nav = For at NAV skal hjelpe deg med penger og bolig.
consents-why-lar-clinic = For at legen skal gi deg rett LAR-medisin.
consents-why-lar-outlet = For at du skal få rett medisin i luka.
consents-why-pharmacy = For at apoteket skal gi deg rett medisin.
consents-why-detox = For at du skal få trygg hjelp hos dem.
consents-why-tsb-clinic = For at behandleren skal vite hva du vil.
consents-why-consumption-room = For at de skal passe på deg når du er der.
consents-why-drug-checking = For at de skal vite hva du spør om.
consents-why-outreach = For at uteteamet skal møte deg der du er.
consents-why-housing = For at du skal få hjelp til å bo.
consents-why-dental = For at tannlegen skal vite hva du trenger.
consents-why-voluntary = For at de skal vite hva du ønsker.
consents-why-advisory-unit = For at de skal vite hva du ønsker.
consents-why-next-of-kin = For at de som står deg nær, skal kunne støtte deg.

consents-done = Ferdig
consents-undone = Angret
consents-done-shared = { $Who } ser nå: { $areas }.
consents-done-changed = { $Who } ser nå: { $areas }.
consents-done-stopped = { $Who } ser ikke planen din lenger.
consents-done-blocked = { $Who } ser ikke noe mer om deg her.
consents-done-lifted = { $Who } er ikke sperret lenger.
consents-done-closed = Lukket for alle: { $areas }.
consents-done-opened = Åpnet igjen: { $areas }.
consents-done-objected = Du har sagt nei til deling mellom helsepersonell.
consents-done-took-back = Du har tatt tilbake neiet.
consents-done-gave-plan = Du har sagt ja til å ha en plan.
consents-done-gave-confidential = Du har sagt ja til at de som hjelper deg, snakker sammen.
consents-done-withdrew-plan = Du har tatt tilbake jaet til å ha en plan.
consents-done-withdrew-confidential = Du har tatt tilbake jaet til at de snakker sammen.
consents-told-shared = { $Who } ser det neste gang de åpner planen. Vi sender ingen beskjed.
consents-told-changed = { $Who } ser det neste gang de åpner planen. Vi sender ingen beskjed.
consents-told-stopped = Det { $who } alt har skrevet hos seg selv, kan vi ikke ta bort. Du kan be om å få se det. De ser bare at delingen er slutt.
consents-told-blocked = Det gjelder også i nød. Bare du og personvernkontakten kan se det. Du kan oppheve det når du vil.
consents-told-lifted = Vi sier det ikke til noen.
consents-told-closed = De som har skrevet noe der, ser fortsatt det de skrev selv. Vi sier det ikke til noen.
consents-told-opened = De du deler dette med, ser det igjen. Vi sender ingen beskjed.
consents-told-objected = De ser ikke det du har delt om helse. De ser bare at noe kan mangle.
consents-told-took-back = Det du har delt om helse, ser de igjen. Vi sender ingen beskjed.
consents-told-gave-plan = Vi sender ingen beskjed. Du kan ta det tilbake når du vil.
consents-told-gave-confidential = Vi sender ingen beskjed. Du kan ta det tilbake når du vil.
consents-told-withdrew-plan = Det gjelder fra nå. Planen ligger her. Du kan si ja igjen når du vil.
consents-told-withdrew-confidential = Det gjelder fra nå. Det de alt har delt, kan vi ikke ta bort.

consents-made-shared = Du delte med { $who }: { $areas }.
consents-made-changed = Du endret det { $who } ser, til: { $areas }.
consents-made-stopped = Du sluttet å dele med { $who }.
consents-made-blocked = Du sperret { $who }.
consents-made-lifted = Du opphevet sperren for { $who }.
consents-made-closed = Du lukket for alle: { $areas }.
consents-made-opened = Du åpnet igjen: { $areas }.
consents-made-objected = Du sa nei til deling mellom helsepersonell.
consents-made-took-back = Du tok tilbake neiet til deling mellom helsepersonell.
consents-made-gave-plan = Du sa ja til å ha en plan.
consents-made-gave-confidential = Du sa ja til at de som hjelper deg, snakker sammen.
consents-made-withdrew-plan = Du tok tilbake jaet til å ha en plan.
consents-made-withdrew-confidential = Du tok tilbake jaet til at de snakker sammen.

consents-no = Nei, ikke nå
consents-ask-stop = Vil du slutte å dele med { $who }?
consents-text-stop = Da ser ikke { $who } planen din lenger. Det gjelder med en gang.
consents-more-stop = Det { $who } alt har skrevet hos seg selv, kan vi ikke ta bort.
consents-yes-stop = Ja, slutt å dele
consents-ask-block = Vil du sperre { $who }?
consents-text-block = Da ser ikke { $who } noe om deg her. Det gjelder med en gang, også i nød.
consents-more-block = Bare du og personvernkontakten kan se det.
consents-yes-block = Ja, sperr
consents-ask-lift = Vil du oppheve sperren for { $who }?
consents-text-lift = Da ser { $who } igjen det du deler.
consents-yes-lift = Ja, opphev
consents-ask-close = Vil du lukke { $areas }?
consents-text-close = Da ser ingen du deler med, dette. Det gjelder med en gang.
consents-more-close = De som har skrevet noe der, ser det de skrev selv. Er livet ditt i fare, kan helsepersonell åpne det som gjelder helse og trygghet.
consents-yes-close = Ja, lukk
consents-ask-open = Vil du åpne { $areas } igjen?
consents-text-open = Da ser de du deler dette med, det igjen.
consents-yes-open = Ja, åpne
consents-ask-object = Vil du si nei til deling mellom helsepersonell?
# awaiting sign-off: legal
consents-text-object = Helsepersonell kan dele det som trengs for å hjelpe deg. Du har rett til å si nei.
# awaiting sign-off: legal
consents-more-object = Da ser de ikke det du har delt om helse. De ser bare at noe kan mangle. Er livet ditt i fare, gjelder ikke neiet.
consents-yes-object = Ja, jeg sier nei til det
consents-ask-take-back = Vil du ta tilbake neiet?
consents-text-take-back = Du har sagt nei til deling mellom helsepersonell. Tar du det tilbake, ser de igjen det du har delt om helse.
consents-yes-take-back = Ja, ta det tilbake
consents-ask-give-plan = Vil du ha en plan?
consents-text-give-plan = Da lager dere en plan sammen, du og de som hjelper deg. Du eier den.
consents-more-give-plan = Ingen ser mer fordi du sier ja. Hvem som ser planen, velger du under Deling.
consents-yes-give-plan = Ja, jeg vil ha en plan
consents-ask-give-confidential = Får de som hjelper deg, snakke sammen?
# awaiting sign-off: legal
consents-text-give-confidential = Det du sier til dem, har de plikt til å tie om. Sier du ja, kan de dele det planen trenger.
consents-more-give-confidential = De ser ikke mer av planen her fordi du sier ja.
consents-yes-give-confidential = Ja, de kan snakke sammen
consents-ask-withdraw-plan = Vil du ta tilbake jaet til å ha en plan?
consents-text-withdraw-plan = Det gjelder med en gang. Planen ligger her, og du kan si ja igjen.
consents-yes-withdraw-plan = Ja, ta det tilbake
consents-ask-withdraw-confidential = Vil du ta tilbake jaet til at de snakker sammen?
consents-text-withdraw-confidential = Det gjelder med en gang. Det de alt har delt, kan vi ikke ta bort.
consents-yes-withdraw-confidential = Ja, ta det tilbake

consents-records-lead = Dette er to ulike ting. Du kan ta tilbake den ene uten den andre.
consents-record-plan = Å ha en plan
consents-record-text-plan = Du og de som hjelper deg, lager en plan sammen.
consents-record-give-plan = Si ja til å ha en plan
consents-record-end-plan = Ta tilbake jaet til plan
consents-record-confidential = At de som hjelper deg, snakker sammen
consents-record-text-confidential = De kan dele det planen trenger, selv om de har plikt til å tie om det.
consents-record-give-confidential = Si ja til at de snakker sammen
consents-record-end-confidential = Ta tilbake jaet til at de snakker sammen
consents-record-yes = Du sa ja { $day }.
consents-record-no = Du har ikke sagt ja.
consents-record-was = Ja fra { $from } til { $to }.

consents-block-lead = Velg blant dem som hjelper deg, eller som har sett på det du deler.
consents-blocked-title = Disse ser ikke noe nå
consents-blocked-since = sperret { $day }
consents-lift = Opphev
consents-lift-one = Opphev sperren for { $name }
consents-met-title = Hvem vil du sperre?
consents-met-nobody = Ingen ansatte er koblet til deg nå.
consents-looked = så på noe { $day }
consents-block-one = Sperr { $name }

consents-close-lead = Det du lukker, ser ingen du deler med. Det gjelder til du åpner det igjen.
consents-closed-title = Lukket nå
consents-close-which = Hva vil du lukke?
consents-open = Åpne
consents-open-one = Åpne { $area }

consents-opened = { $name }, { $workplace }, åpnet i nød { $when }
consents-opened-areas = Åpnet: Kroppen. Medisiner og LAR. Psykisk helse. Trygghet.
consents-reason = Grunn:
consents-opened-until = Det er åpent til { $when }.
consents-opened-over = Det er lukket igjen.
consents-opened-review = Personvernkontakten skal se på det.
consents-opened-reviewed = Personvernkontakten har sett på det.
consents-opened-seen = Jeg har sett det
consents-ending = Du deler med { $who } til { $day }.
consents-ending-ask = Vil du dele videre?

refusal-consents-nothing-chosen = Velg minst én ting.
refusal-consents-nothing-chosen-remedy = Kryss av for det du mener.
refusal-consents-date-past = Velg en dato fram i tid.
refusal-consents-date-past-remedy = Første dag du kan velge, er i morgen.
refusal-consents-too-long = Du kan dele i ett år av gangen.
refusal-consents-too-long-remedy = Velg en dato som er nærmere.
refusal-consents-area-closed = Dette har du lukket for alle.
refusal-consents-area-closed-remedy = Åpne det først, under «Lukk noe for alle».
refusal-consents-nothing-changed = Slik deler du alt.
refusal-consents-nothing-changed-remedy = Velg noe annet, eller gå tilbake.
refusal-consents-cannot-receive = De kan ikke få se noe her.
refusal-consents-cannot-receive-remedy = Det du vil at de skal vite, kan du si til dem selv.
refusal-consents-receiver-blocked = Du har sperret denne personen.
refusal-consents-receiver-blocked-remedy = Opphev sperren først.
refusal-consents-already-ended = Delingen er alt slutt.
refusal-consents-already-ended-remedy = Du trenger ikke gjøre noe.
refusal-consents-already-blocked = Denne personen er alt sperret.
refusal-consents-already-blocked-remedy = Du trenger ikke gjøre noe.
refusal-consents-not-blocked = Denne personen er ikke sperret.
refusal-consents-not-blocked-remedy = Du trenger ikke gjøre noe.
refusal-consents-already-closed = Dette er alt lukket.
refusal-consents-already-closed-remedy = Du trenger ikke gjøre noe.
refusal-consents-not-closed = Dette er ikke lukket.
refusal-consents-not-closed-remedy = Du trenger ikke gjøre noe.
refusal-consents-already-objected = Du har alt sagt nei.
refusal-consents-already-objected-remedy = Du trenger ikke gjøre noe.
refusal-consents-not-objected = Du har ikke sagt nei.
refusal-consents-not-objected-remedy = Du trenger ikke gjøre noe.
refusal-consents-already-given = Du har alt sagt ja.
refusal-consents-already-given-remedy = Du trenger ikke gjøre noe.
refusal-consents-not-given = Du har ikke sagt ja til dette.
refusal-consents-not-given-remedy = Du trenger ikke gjøre noe.
refusal-consents-already-undone = Dette er alt angret.
refusal-consents-already-undone-remedy = Gå til Deling for å se hvordan det er nå.
refusal-consents-overtaken = Du har endret dette igjen etterpå.
refusal-consents-overtaken-remedy = Gå til Deling og endre det der.
refusal-consents-undo-too-late = Det er for lenge siden til å angre her.
refusal-consents-undo-too-late-remedy = Gå til Deling og endre det der.
refusal-consents-nothing-left = Det du delte før, ville vært slutt nå.
refusal-consents-nothing-left-remedy = Gå til Deling og del på nytt.

## scope: staff

consents-menu-reviews = Nødåpninger
consents-sharing-ended = Delingen er slutt.
consents-open-until = Åpnet i nød til { $when }. Personen får vite det.
consents-emergency-link = Er livet i fare? Åpne i nød
consents-emergency-title = Åpne i nød
consents-emergency-back = Folk
consents-emergency-lead = Bare når liv eller helse er i alvorlig fare, og personen ikke kan spørres.
consents-emergency-areas = Du får se det personen har i planen om kropp, medisiner, psykisk helse og trygghet. Ikke noe annet.
consents-emergency-hours = Det lukker seg selv etter { $hours } timer.
consents-emergency-told = Personen ser at du åpnet, og hva du skriver. Personvernkontakten ser på det neste arbeidsdag.
consents-emergency-reason = Hvorfor åpner du?
consents-emergency-reason-help = Høyst 80 tegn. Personen kan lese dette.
consents-emergency-open = Åpne nå
consents-reviews-lead = Hver nødåpning skal ses på innen neste arbeidsdag. Her står hvem som åpnet, ikke hvem det gjaldt. Ring den ansatte og spør.
consents-reviews-waiting = Venter
consents-reviews-late = Over fristen
consents-reviews-month = Siste 30 dager
consents-reviews-none = Ingen nødåpninger venter.
consents-reviews-done = Sett på
consents-reviews-wait = { $n ->
    [one] 1 nødåpning venter
   *[other] { $n } nødåpninger venter
}
consents-reviews-are-late = { $n ->
    [one] 1 er over fristen
   *[other] { $n } er over fristen
}
consents-review-line = Åpnet { $opened }. Lukkes { $closes }.
consents-review-due = Sak { $number }. Frist { $due }.
consents-late = Over fristen
consents-verdict-in-order = I orden
consents-verdict-followed-up = Følges opp
consents-reviews-blocks = Sperrede ansatte
consents-reviews-blocks-lead = Personer kan sperre en ansatt. Du ser hvor mange, ikke hvem.
consents-persons = { $n ->
    [one] 1 person
   *[other] { $n } personer
}
refusal-consents-cannot-open = Dette kan ikke åpnes.
refusal-consents-cannot-open-remedy = Gi hjelpen som trengs. Ring 113 når liv er i fare.
refusal-consents-already-open = Du har alt åpnet.
refusal-consents-already-open-remedy = Gå til Folk. Det er åpent til fristen.
refusal-consents-already-reviewed = Noen har alt sett på denne.
refusal-consents-already-reviewed-remedy = Velg en som venter.

## scope: person
# What was done, as the person reads it in the log of who has looked.
consents-log = Så på delingen din
consents-log-share = Delte noe
consents-log-stop = Sluttet å dele
consents-log-undo = Angret en endring
consents-log-confirm = Sa at det stemmer
consents-log-block = Sperret en ansatt
consents-log-lift = Opphevet en sperre
consents-log-close = Lukket noe for alle
consents-log-open = Åpnet noe igjen
consents-log-object = Sa nei til deling
consents-log-take-back = Tok tilbake et nei
consents-log-give-plan = Sa ja til å ha en plan
consents-log-give-confidential = Sa ja til at de kan snakke sammen
consents-log-withdraw-plan = Tok tilbake et ja
consents-log-withdraw-confidential = Tok tilbake et ja
consents-log-record = Sa ja til noe
consents-log-open-emergency = Åpnet fordi livet var i fare
consents-log-see-emergency = Så at noen hadde åpnet i nød
consents-log-review = Gikk gjennom en nødåpning
