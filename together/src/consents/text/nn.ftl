### scope: person
# Sharing: who, what, why, until when. Short sentences, since they are read on a phone, often in a bad hour.

consents-menu = Deling
consents-lead = Kven skal få sjå planen? Vel ein og ein. Du kan ombestemme deg når du vil.
consents-nobody = Ingen andre enn du ser planen no.
consents-back = Tilbake til Deling

consents-changed-title = Det du har endra siste veka
consents-changed-lead = Stemmer det? Viss ikkje, kan du angre her.
consents-confirmed = Du har sagt at det stemmer
consents-right = Det stemmer
consents-new-device = { $when }. Gjort rett etter at du kom inn på nytt.
consents-is-right = Stemmer det?
consents-undo-week = Du kan angre i ei veke.

consents-you-decide = Du bestemmer
consents-no-services = Ingen tenester er her no.
consents-share-with-another = Del med ein til
consents-receivers-lead = Vel kven du vil dele med. Du ser kva dei får sjå, før du deler.
consents-your-contact = { $name }, kontakten din
consents-sees = Ser
consents-sees-not = Ser ikkje
consents-why = Kvifor?
consents-until-when = Til når?
consents-nothing = Ingenting no.
consents-everything = Alt.
consents-everything-but = Alt unntatt { $areas }.
consents-until = Til { $day }. Vi spør deg før det går ut.
consents-until-serving = Så lenge du går der, til { $day }. Vi spør deg før det går ut.
consents-ends-soon = Dette sluttar snart. Vil du dele vidare?
consents-card-blocked = Du har sperra denne personen, som ikkje ser noko no.
consents-change = Endre
consents-change-with = Endre deling med { $who }
consents-choose = Vel kva dei kan sjå
consents-stop = Slutt å dele
consents-stop-with = Slutt å dele med { $who }

# awaiting sign-off: legal (M8)
consents-law-decides = Lova bestemmer
# awaiting sign-off: legal (M8)
consents-law-text = Er livet ditt i fare, kan helsepersonell sjå det dei må for å hjelpe deg. Då får du vite det etterpå. Nokre få gonger må tilsette seie frå til andre. Det gjeld til dømes barn som har det farleg.
consents-law-more = Les meir om kva lova seier
# awaiting sign-off: legal
consents-law-lead = Det meste bestemmer du. Noko gjeld uansett kva du vel her.
consents-law-danger = Når livet er i fare
# awaiting sign-off: legal
consents-law-danger-text = Då kan helsepersonell opne det dei må vite om kropp, medisin, psykisk helse og tryggleik. Dei må skrive kvifor. Du ser det øvst på Heim. Personvernkontakten ser på det neste arbeidsdag. Den du har sperra, kan ikkje opne.
consents-law-record = Det dei skriv sjølve
# awaiting sign-off: legal
consents-law-record-text = Kvar teneste må skrive ned det ho gjer. Det kan vi ikkje ta bort her. Du kan be om å få lese det og få retta feil.
consents-law-colleagues = Når helsepersonell hjelper deg saman
# awaiting sign-off: legal
consents-law-colleagues-text = Dei kan dele det som trengst for å gi deg rett hjelp. Du kan seie nei til det. Det gjer du under Deling.
consents-law-duty = Når tilsette må seie frå
# awaiting sign-off: legal
consents-law-duty-text = Det gjeld når eit barn har det farleg. Det gjeld òg når nokon kan bli drepen eller hardt skadd.
consents-law-police = Politiet
# awaiting sign-off: legal
consents-law-police-text = Politiet har ikkje tilgang her.

consents-say-no = Meir du kan seie nei til
consents-block-title = La ikkje ein tilsett sjå meir
consents-block-short = Det gjeld med ein gong, òg i naud.
consents-blocked-are = Sperra no: { $names }
consents-close-title = Lukk noko for alle
consents-close-short = Ingen du deler med, ser det.
consents-closed-are = Lukka no: { $areas }
consents-object-title = Sei nei til deling mellom helsepersonell
consents-object-short = Dei ser berre at noko kan mangle.
consents-objected-is = Du har sagt nei.
consents-records-title = Det du har sagt ja til
consents-records-short = Å ha ein plan, og at dei som hjelper deg, snakkar saman.

consents-share-with = Del med { $who }
consents-what = Kva skal { $who } sjå?
consents-detail-medicines = Kva du får, og når du hentar
consents-detail-safety = Kva som hjelper når det er tungt
consents-end-week = Ei veke
consents-end-serving = Så lenge eg går her, til { $day }
consents-end-long = I seks månader, til { $day }
consents-end-date = Ein dato eg vel
consents-date = Kva dato?
consents-date-help = Berre viss du vil velje han sjølv. Skriv slik: 1.6.2027
consents-see = Sjå planen slik { $who } ser han
consents-nothing-yet = Ingenting skjer før du deler.
consents-alone = Berre med ein av dei
consents-alone-with = Del berre med { $name }
consents-preview-title = Slik ser { $who } planen din
consents-preview-lead = Slik blir det. { $who } ser det først når du deler.
consents-preview-note = Førehandsvising
consents-preview-nothing = { $who } ser ingenting av planen.
consents-you-share = Dette deler du
consents-held-back = Dette blir ikkje vist no, fordi du har sagt nei til det: { $areas }.
consents-do-not-share = Ikkje del
consents-choose-again = Vel på nytt
consents-can-stop = Du kan stoppe når du vil. Det { $who } alt har skrive hos seg sjølv, kan vi ikkje ta bort.

consents-who-municipality = kommunen
consents-who-mo-centre = MO-senteret
consents-who-gp-office = fastlegen
consents-who-nav = NAV
consents-who-lar-clinic = LAR-klinikken
consents-who-lar-outlet = LAR-luka
consents-who-pharmacy = apoteket
consents-who-detox = avrusinga
consents-who-tsb-clinic = poliklinikken
consents-who-consumption-room = brukarrommet
consents-who-drug-checking = stoffanalysen
consents-who-outreach = uteteamet
consents-who-housing = bustadtenesta
consents-who-dental = tannklinikken
consents-who-voluntary = dei frivillige
consents-who-advisory-unit = rådgivande eining
consents-who-next-of-kin = den du har invitert

consents-why-municipality = For at koordinatoren skal halde tråden for deg.
consents-why-mo-centre = For at MO-senteret skal følgje deg opp.
consents-why-gp-office = For at legen skal gi deg rett medisin.
consents-why-nav = For at NAV skal hjelpe deg med pengar og bustad.
consents-why-lar-clinic = For at legen skal gi deg rett LAR-medisin.
consents-why-lar-outlet = For at du skal få rett medisin i luka.
consents-why-pharmacy = For at apoteket skal gi deg rett medisin.
consents-why-detox = For at du skal få trygg hjelp hos dei.
consents-why-tsb-clinic = For at behandlaren skal vite kva du vil.
consents-why-consumption-room = For at dei skal passe på deg når du er der.
consents-why-drug-checking = For at dei skal vite kva du spør om.
consents-why-outreach = For at uteteamet skal møte deg der du er.
consents-why-housing = For at du skal få hjelp til å bu.
consents-why-dental = For at tannlegen skal vite kva du treng.
consents-why-voluntary = For at dei skal vite kva du ønskjer.
consents-why-advisory-unit = For at dei skal vite kva du ønskjer.
consents-why-next-of-kin = For at dei som står deg nær, skal kunne støtte deg.

consents-done = Ferdig
consents-undone = Angra
consents-done-shared = { $Who } ser no: { $areas }.
consents-done-changed = { $Who } ser no: { $areas }.
consents-done-stopped = { $Who } ser ikkje planen din lenger.
consents-done-blocked = { $Who } ser ikkje noko meir om deg her.
consents-done-lifted = { $Who } er ikkje sperra lenger.
consents-done-closed = Lukka for alle: { $areas }.
consents-done-opened = Opna igjen: { $areas }.
consents-done-objected = Du har sagt nei til deling mellom helsepersonell.
consents-done-took-back = Du har tatt tilbake neiet.
consents-done-gave-plan = Du har sagt ja til å ha ein plan.
consents-done-gave-confidential = Du har sagt ja til at dei som hjelper deg, snakkar saman.
consents-done-withdrew-plan = Du har tatt tilbake jaet til å ha ein plan.
consents-done-withdrew-confidential = Du har tatt tilbake jaet til at dei snakkar saman.
consents-told-shared = { $Who } ser det neste gong dei opnar planen. Vi sender ingen beskjed.
consents-told-changed = { $Who } ser det neste gong dei opnar planen. Vi sender ingen beskjed.
consents-told-stopped = Det { $who } alt har skrive hos seg sjølv, kan vi ikkje ta bort. Du kan be om å få sjå det. Dei ser berre at delinga er slutt.
consents-told-blocked = Det gjeld òg i naud. Berre du og personvernkontakten kan sjå det. Du kan oppheve det når du vil.
consents-told-lifted = Vi seier det ikkje til nokon.
consents-told-closed = Dei som har skrive noko der, ser framleis det dei skreiv sjølve. Vi seier det ikkje til nokon.
consents-told-opened = Dei du deler dette med, ser det igjen. Vi sender ingen beskjed.
consents-told-objected = Dei ser ikkje det du har delt om helse. Dei ser berre at noko kan mangle.
consents-told-took-back = Det du har delt om helse, ser dei igjen. Vi sender ingen beskjed.
consents-told-gave-plan = Vi sender ingen beskjed. Du kan ta det tilbake når du vil.
consents-told-gave-confidential = Vi sender ingen beskjed. Du kan ta det tilbake når du vil.
consents-told-withdrew-plan = Det gjeld frå no. Planen ligg her. Du kan seie ja igjen når du vil.
consents-told-withdrew-confidential = Det gjeld frå no. Det dei alt har delt, kan vi ikkje ta bort.

consents-made-shared = Du delte med { $who }: { $areas }.
consents-made-changed = Du endra det { $who } ser, til: { $areas }.
consents-made-stopped = Du slutta å dele med { $who }.
consents-made-blocked = Du sperra { $who }.
consents-made-lifted = Du oppheva sperra for { $who }.
consents-made-closed = Du lukka for alle: { $areas }.
consents-made-opened = Du opna igjen: { $areas }.
consents-made-objected = Du sa nei til deling mellom helsepersonell.
consents-made-took-back = Du tok tilbake neiet til deling mellom helsepersonell.
consents-made-gave-plan = Du sa ja til å ha ein plan.
consents-made-gave-confidential = Du sa ja til at dei som hjelper deg, snakkar saman.
consents-made-withdrew-plan = Du tok tilbake jaet til å ha ein plan.
consents-made-withdrew-confidential = Du tok tilbake jaet til at dei snakkar saman.

consents-no = Nei, ikkje no
consents-ask-stop = Vil du slutte å dele med { $who }?
consents-text-stop = Då ser ikkje { $who } planen din lenger. Det gjeld med ein gong.
consents-more-stop = Det { $who } alt har skrive hos seg sjølv, kan vi ikkje ta bort.
consents-yes-stop = Ja, slutt å dele
consents-ask-block = Vil du sperre { $who }?
consents-text-block = Då ser ikkje { $who } noko om deg her. Det gjeld med ein gong, òg i naud.
consents-more-block = Berre du og personvernkontakten kan sjå det.
consents-yes-block = Ja, sperr
consents-ask-lift = Vil du oppheve sperra for { $who }?
consents-text-lift = Då ser { $who } igjen det du deler.
consents-yes-lift = Ja, opphev
consents-ask-close = Vil du lukke { $areas }?
consents-text-close = Då ser ingen du deler med, dette. Det gjeld med ein gong.
consents-more-close = Dei som har skrive noko der, ser det dei skreiv sjølve. Er livet ditt i fare, kan helsepersonell opne det som gjeld helse og tryggleik.
consents-yes-close = Ja, lukk
consents-ask-open = Vil du opne { $areas } igjen?
consents-text-open = Då ser dei du deler dette med, det igjen.
consents-yes-open = Ja, opne
consents-ask-object = Vil du seie nei til deling mellom helsepersonell?
# awaiting sign-off: legal
consents-text-object = Helsepersonell kan dele det som trengst for å hjelpe deg. Du har rett til å seie nei.
# awaiting sign-off: legal
consents-more-object = Då ser dei ikkje det du har delt om helse. Dei ser berre at noko kan mangle. Er livet ditt i fare, gjeld ikkje neiet.
consents-yes-object = Ja, eg seier nei til det
consents-ask-take-back = Vil du ta tilbake neiet?
consents-text-take-back = Du har sagt nei til deling mellom helsepersonell. Tar du det tilbake, ser dei igjen det du har delt om helse.
consents-yes-take-back = Ja, ta det tilbake
consents-ask-give-plan = Vil du ha ein plan?
consents-text-give-plan = Då lagar de ein plan saman, du og dei som hjelper deg. Du eig han.
consents-more-give-plan = Ingen ser meir fordi du seier ja. Kven som ser planen, vel du under Deling.
consents-yes-give-plan = Ja, eg vil ha ein plan
consents-ask-give-confidential = Får dei som hjelper deg, snakke saman?
# awaiting sign-off: legal
consents-text-give-confidential = Det du seier til dei, har dei plikt til å teie om. Seier du ja, kan dei dele det planen treng.
consents-more-give-confidential = Dei ser ikkje meir av planen her fordi du seier ja.
consents-yes-give-confidential = Ja, dei kan snakke saman
consents-ask-withdraw-plan = Vil du ta tilbake jaet til å ha ein plan?
consents-text-withdraw-plan = Det gjeld med ein gong. Planen ligg her, og du kan seie ja igjen.
consents-yes-withdraw-plan = Ja, ta det tilbake
consents-ask-withdraw-confidential = Vil du ta tilbake jaet til at dei snakkar saman?
consents-text-withdraw-confidential = Det gjeld med ein gong. Det dei alt har delt, kan vi ikkje ta bort.
consents-yes-withdraw-confidential = Ja, ta det tilbake

consents-records-lead = Dette er to ulike ting. Du kan ta tilbake den eine utan den andre.
consents-record-plan = Å ha ein plan
consents-record-text-plan = Du og dei som hjelper deg, lagar ein plan saman.
consents-record-give-plan = Sei ja til å ha ein plan
consents-record-end-plan = Ta tilbake jaet til plan
consents-record-confidential = At dei som hjelper deg, snakkar saman
consents-record-text-confidential = Dei kan dele det planen treng, sjølv om dei har plikt til å teie om det.
consents-record-give-confidential = Sei ja til at dei snakkar saman
consents-record-end-confidential = Ta tilbake jaet til at dei snakkar saman
consents-record-yes = Du sa ja { $day }.
consents-record-no = Du har ikkje sagt ja.
consents-record-was = Ja frå { $from } til { $to }.

consents-block-lead = Vel blant dei som hjelper deg, eller som har sett på det du deler.
consents-blocked-title = Desse ser ikkje noko no
consents-blocked-since = sperra { $day }
consents-lift = Opphev
consents-lift-one = Opphev sperra for { $name }
consents-met-title = Kven vil du sperre?
consents-met-nobody = Ingen tilsette er kopla til deg no.
consents-looked = såg på noko { $day }
consents-block-one = Sperr { $name }

consents-close-lead = Det du lukkar, ser ingen du deler med. Det gjeld til du opnar det igjen.
consents-closed-title = Lukka no
consents-close-which = Kva vil du lukke?
consents-open = Opne
consents-open-one = Opne { $area }

consents-opened = { $name }, { $workplace }, opna i naud { $when }
consents-opened-areas = Opna: Kroppen. Medisinar og LAR. Psykisk helse. Tryggleik.
consents-reason = Grunn:
consents-opened-until = Det er ope til { $when }.
consents-opened-over = Det er lukka igjen.
consents-opened-review = Personvernkontakten skal sjå på det.
consents-opened-reviewed = Personvernkontakten har sett på det.
consents-opened-seen = Eg har sett det
consents-ending = Du deler med { $who } til { $day }.
consents-ending-ask = Vil du dele vidare?

refusal-consents-nothing-chosen = Vel minst éin ting.
refusal-consents-nothing-chosen-remedy = Kryss av for det du meiner.
refusal-consents-date-past = Vel ein dato fram i tid.
refusal-consents-date-past-remedy = Første dag du kan velje, er i morgon.
refusal-consents-too-long = Du kan dele i eitt år om gongen.
refusal-consents-too-long-remedy = Vel ein dato som er nærare.
refusal-consents-area-closed = Dette har du lukka for alle.
refusal-consents-area-closed-remedy = Opne det først, under «Lukk noko for alle».
refusal-consents-nothing-changed = Slik deler du alt.
refusal-consents-nothing-changed-remedy = Vel noko anna, eller gå tilbake.
refusal-consents-cannot-receive = Dei kan ikkje få sjå noko her.
refusal-consents-cannot-receive-remedy = Det du vil at dei skal vite, kan du seie til dei sjølv.
refusal-consents-receiver-blocked = Du har sperra denne personen.
refusal-consents-receiver-blocked-remedy = Opphev sperra først.
refusal-consents-already-ended = Delinga er alt slutt.
refusal-consents-already-ended-remedy = Du treng ikkje gjere noko.
refusal-consents-already-blocked = Denne personen er alt sperra.
refusal-consents-already-blocked-remedy = Du treng ikkje gjere noko.
refusal-consents-not-blocked = Denne personen er ikkje sperra.
refusal-consents-not-blocked-remedy = Du treng ikkje gjere noko.
refusal-consents-already-closed = Dette er alt lukka.
refusal-consents-already-closed-remedy = Du treng ikkje gjere noko.
refusal-consents-not-closed = Dette er ikkje lukka.
refusal-consents-not-closed-remedy = Du treng ikkje gjere noko.
refusal-consents-already-objected = Du har alt sagt nei.
refusal-consents-already-objected-remedy = Du treng ikkje gjere noko.
refusal-consents-not-objected = Du har ikkje sagt nei.
refusal-consents-not-objected-remedy = Du treng ikkje gjere noko.
refusal-consents-already-given = Du har alt sagt ja.
refusal-consents-already-given-remedy = Du treng ikkje gjere noko.
refusal-consents-not-given = Du har ikkje sagt ja til dette.
refusal-consents-not-given-remedy = Du treng ikkje gjere noko.
refusal-consents-already-undone = Dette er alt angra.
refusal-consents-already-undone-remedy = Gå til Deling for å sjå korleis det er no.
refusal-consents-overtaken = Du har endra dette igjen etterpå.
refusal-consents-overtaken-remedy = Gå til Deling og endre det der.
refusal-consents-undo-too-late = Det er for lenge sidan til å angre her.
refusal-consents-undo-too-late-remedy = Gå til Deling og endre det der.
refusal-consents-nothing-left = Det du delte før, ville vore slutt no.
refusal-consents-nothing-left-remedy = Gå til Deling og del på nytt.

## scope: staff

consents-menu-reviews = Naudopningar
consents-sharing-ended = Delinga er slutt.
consents-open-until = Opna i naud til { $when }. Personen får vite det.
consents-emergency-link = Er livet i fare? Opne i naud
consents-emergency-title = Opne i naud
consents-emergency-back = Folk
consents-emergency-lead = Berre når liv eller helse er i alvorleg fare, og personen ikkje kan spørjast.
consents-emergency-areas = Du får sjå det personen har i planen om kropp, medisinar, psykisk helse og tryggleik. Ikkje noko anna.
consents-emergency-hours = Det lukkar seg sjølv etter { $hours } timar.
consents-emergency-told = Personen ser at du opna, og kva du skriv. Personvernkontakten ser på det neste arbeidsdag.
consents-emergency-reason = Kvifor opnar du?
consents-emergency-reason-help = Høgst 80 teikn. Personen kan lese dette.
consents-emergency-open = Opne no
consents-reviews-lead = Kvar naudopning skal sjåast på innan neste arbeidsdag. Her står kven som opna, ikkje kven det galdt. Ring den tilsette og spør.
consents-reviews-waiting = Ventar
consents-reviews-late = Over fristen
consents-reviews-month = Siste 30 dagar
consents-reviews-none = Ingen naudopningar ventar.
consents-reviews-done = Sett på
consents-reviews-wait = { $n ->
    [one] 1 naudopning ventar
   *[other] { $n } naudopningar ventar
}
consents-reviews-are-late = { $n ->
    [one] 1 er over fristen
   *[other] { $n } er over fristen
}
consents-review-line = Opna { $opened }. Blir lukka { $closes }.
consents-review-due = Sak { $number }. Frist { $due }.
consents-late = Over fristen
consents-verdict-in-order = I orden
consents-verdict-followed-up = Blir følgd opp
consents-reviews-blocks = Sperra tilsette
consents-reviews-blocks-lead = Personar kan sperre ein tilsett. Du ser kor mange, ikkje kven.
consents-persons = { $n ->
    [one] 1 person
   *[other] { $n } personar
}
refusal-consents-cannot-open = Dette kan ikkje opnast.
refusal-consents-cannot-open-remedy = Gi hjelpa som trengst. Ring 113 når liv er i fare.
refusal-consents-already-open = Du har alt opna.
refusal-consents-already-open-remedy = Gå til Folk. Det er ope til fristen.
refusal-consents-already-reviewed = Nokon har alt sett på denne.
refusal-consents-already-reviewed-remedy = Vel ein som ventar.

## scope: person
# What was done, as the person reads it in the log of who has looked.
consents-log = Såg på delinga di
consents-log-share = Delte noko
consents-log-stop = Slutta å dele
consents-log-undo = Angra ei endring
consents-log-confirm = Sa at det stemmer
consents-log-block = Sperra ein tilsett
consents-log-lift = Oppheva ei sperre
consents-log-close = Lukka noko for alle
consents-log-open = Opna noko igjen
consents-log-object = Sa nei til deling
consents-log-take-back = Tok tilbake eit nei
consents-log-give-plan = Sa ja til å ha ein plan
consents-log-give-confidential = Sa ja til at dei kan snakke saman
consents-log-withdraw-plan = Tok tilbake eit ja
consents-log-withdraw-confidential = Tok tilbake eit ja
consents-log-record = Sa ja til noko
consents-log-open-emergency = Opna fordi livet var i fare
consents-log-see-emergency = Såg at nokon hadde opna i naud
consents-log-review = Gjekk gjennom ei naudopning
