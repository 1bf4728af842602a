### scope: person
# Vedtak personen ikkje har valt sjølv: det personen les først, så det staden som gjennomfører det, les.

# word: vedtak, det er eit vedtak som kan klagast på
coercion-title = Vedtak om deg
coercion-to-home = Heim
# word: vedtak, det er eit vedtak som kan klagast på
coercion-own-none = Det er ikkje skrive inn noko vedtak om deg her.
# word: vedtak, det er eit vedtak som kan klagast på
coercion-own-lead = Eit vedtak er noko andre har bestemt etter lova. Du kan klage, og du kan få ein advokat.
coercion-home-title = Noko er bestemt om deg
coercion-home-line = { $place } har skrive det inn. Det gjeld til og med { $until }.
coercion-home-read = Les det, og sjå kva du kan gjere
# awaiting-signoff: hol § 10-2, ikkje lese på nytt
coercion-paragraph-hol-10-2 = Halden tilbake utan at du har sagt ja
# awaiting-signoff: same
coercion-means-hol-10-2 = Det betyr at du ikkje kan dra når du vil, så lenge det gjeld. Dei kan undersøkje deg og lage ein plan for hjelp.
# awaiting-signoff: hol § 10-3, ikkje lese på nytt
coercion-paragraph-hol-10-3 = Halden tilbake medan du er gravid
# awaiting-signoff: same
coercion-means-hol-10-3 = Det betyr at du ikkje kan dra når du vil, så lenge det gjeld. Det skal vere for barnet du ventar, og så langt det går, til hjelp for deg.
# awaiting-signoff: hol § 10-4, ikkje lese på nytt
coercion-paragraph-hol-10-4 = Halden tilbake fordi du har sagt ja på førehand
# awaiting-signoff: same
coercion-means-hol-10-4 = Du sa ja til at dei kan halde deg tilbake ei tid. Det betyr at du ikkje kan dra når du vil, så lenge det gjeld.
coercion-own-body = Bestemt av: { $body }
coercion-period = Frå { $from } til og med { $until }
coercion-own-review = Dei ser på det igjen seinast { $day }. Du kan be om at det skjer før.
coercion-own-told = Kven har fått vite det: { $told }
coercion-own-place = Spør { $place } om alt du lurer på:
coercion-state-coming = Begynner snart.
coercion-state-running = Gjeld no.
coercion-state-lifted = Slutt. Det vart avslutta før tida, { $day }.
coercion-state-ended = Slutt. Tida gjekk ut { $day }.
coercion-state-withdrawn = Skulle ikkje stått her. Retta { $day }.
coercion-what-happened = Det som har skjedd
coercion-step-recorded = { $name } skreiv det inn.
coercion-step-reviewed = { $name } såg på det igjen.
coercion-step-lifted = { $name } avslutta det.
coercion-step-withdrawn = { $name } retta det. Grunn:
coercion-step-held = { $name } følgjer det no.
coercion-step-ended = Tida gjekk ut, og det slutta av seg sjølv.
coercion-complain = Du kan klage
# awaiting-signoff: kven som behandlar klaga, og fristen, er ikkje lese på nytt
# word: vedtaket, det er eit vedtak som kan klagast på
coercion-complain-how = Sei eller skriv at du vil klage. Dei på staden må hjelpe deg og sende ho vidare. Fristen står i vedtaket du har fått.
coercion-complain-no-harm = Du mistar ikkje hjelp av å klage.
coercion-complain-where = Andre du kan gå til
coercion-lawyer = Du kan få ein advokat
# awaiting-signoff: fri rettshjelp i slike saker er ikkje lese på nytt
coercion-lawyer-how = Be staden ringje ein advokat for deg. I slike saker skal du som regel ikkje betale sjølv.
coercion-who-sees = Kven ser dette?
coercion-who-sees-how = Du, og dei som gjer jobben på staden som skreiv det inn. Ingen andre ser det her. Det står ikkje i planen din.
coercion-the-person = Utan namn

## scope: staff

coercion-staff-title = Vedtak utan samtykke
coercion-staff-one = Vedtak om ein person
coercion-one-title = Vedtaket
coercion-list-lead = Vedtak du følgjer, og dei ingen følgjer lenger. Dei som sluttar først, står først.
coercion-list-none = Du følgjer ingen vedtak no.
coercion-list-how = Eit nytt vedtak blir skrive inn frå sida til den det gjeld.
coercion-list-more = Vis fleire
coercion-list-unseen = { $n } gjeld personar de ikkje hjelper lenger. Dei sluttar av seg sjølve på datoen.
coercion-row-mine = Du følgjer det.
coercion-row-nobody = Den som følgde det, har slutta.
coercion-row-near = Ein dato nærmar seg.
coercion-row-days = Ny vurdering { $review }. Gjeld til { $until }.
coercion-about-lead = Berre det de sjølve har skrive inn. Personen les det same, og kan klage.
coercion-about-none = De har ikkje skrive inn noko her.
coercion-record = Skriv inn eit vedtak
coercion-record-lead = Gjeld { $name }. Sjølve vedtaket ligg i journalen dykkar. Her får personen lese kva det går ut på.
coercion-record-seen = Personen ser det med ein gong. Ingen andre stader ser det, heller ikkje i ei naudopning.
coercion-field-paragraph = Kva paragraf?
coercion-law-hol-10-2 = Helse- og omsorgstenestelova § 10-2
coercion-law-hol-10-3 = Helse- og omsorgstenestelova § 10-3 (gravid)
coercion-law-hol-10-4 = Helse- og omsorgstenestelova § 10-4 (samtykke gitt på førehand)
coercion-longest-days = { $n } dagar
coercion-longest-weeks = { $n } veker
coercion-longest-months = { $n } månader
coercion-longest-sure = Lengst: { $time }.
coercion-longest-unsure = Lengst: { $time }. Talet er ikkje stadfesta. Sjå i lova.
coercion-longest-none = Inga lengste tid er lagd inn. Sjå i lova.
coercion-field-body = Kven har bestemt?
coercion-field-body-help = Til dømes helse- og barnevernsnemnda, med saksnummer.
coercion-field-from = Frå
coercion-field-until = Til og med
coercion-field-until-help = Den dagen sluttar det av seg sjølv her.
coercion-field-day-help = Skriv dag, månad og år.
coercion-field-review = Blir vurdert på nytt seinast
coercion-field-told = Kven har fått vite det?
coercion-field-told-help = Til dømes advokaten, den personen sjølv har peikt ut, og statsforvaltaren.
coercion-review-on = Blir vurdert på nytt seinast { $day }.
coercion-holder = { $name } følgjer vedtaket.
coercion-holder-left = { $name } følgde vedtaket, og har slutta.
coercion-warns = Tida er lengre enn den vi kjenner frå lova. Talet er ikkje stadfesta. Sjekk at ho stemmer.
coercion-take = Eg følgjer vedtaket
coercion-review = Ny vurdering
coercion-field-next = Neste vurdering seinast
coercion-review-do = Vurdert, gjeld framleis
coercion-lift = Avslutt før tida
coercion-lift-help = Personen ser med ein gong at det er slutt.
coercion-lift-do = Avslutt no
coercion-withdraw = Skrive inn ved ein feil
coercion-withdraw-help = Det som stod her, blir ståande med grunnen. Personen les han.
coercion-field-reason = Kva var feil?
coercion-withdraw-do = Rett feilen
coercion-today = { $n } treng at du ser på dei no.
coercion-today-read = Sjå kva for nokre

refusal-coercion-not-this-role = I di rolle skriv du ikkje inn slike vedtak.
refusal-coercion-not-this-role-remedy = Det gjer staden som gjennomfører vedtaket.
refusal-coercion-backwards = Siste dag er før første dag.
refusal-coercion-backwards-remedy = Sjå på datoane ein gong til.
refusal-coercion-too-long = Det er lengre enn lova lèt eit slikt vedtak vare.
refusal-coercion-too-long-remedy = Sjå på datoane, og på kva som står i vedtaket.
refusal-coercion-review-outside = Ny vurdering må vere mellom første og siste dag.
refusal-coercion-review-outside-remedy = Vel ein dag innanfor tida vedtaket gjeld.
refusal-coercion-over = Dette vedtaket gjeld ikkje lenger.
refusal-coercion-over-remedy = Gjeld det eit nytt vedtak, skriv inn det.
refusal-coercion-in-good-hands = Ein kollega følgjer dette vedtaket.
refusal-coercion-in-good-hands-remedy = Snakk med kollegaen.

## scope: person
# What was done, as the person reads it in the log of who has looked.
# word: vedtak, det er eit vedtak som kan klagast på
coercion-log = Såg på eit vedtak om deg
# word: vedtak, det er eit vedtak som kan klagast på
coercion-log-change-decision = Endra eit vedtak om deg
# word: vedtak, det er eit vedtak som kan klagast på
coercion-log-end-by-date = Eit vedtak om deg tok slutt på datoen
# word: vedtak, det er eit vedtak som kan klagast på
coercion-log-record-decision = Skreiv inn eit vedtak om deg
# word: vedtak, det er eit vedtak som kan klagast på
coercion-log-remind = Minte om ein dato i eit vedtak
