### scope: person
# Vedtak personen ikke har valgt selv: det personen leser først, så det stedet som gjennomfører det, leser.

# word: vedtak, det er et vedtak som kan klages på
coercion-title = Vedtak om deg
coercion-to-home = Hjem
# word: vedtak, det er et vedtak som kan klages på
coercion-own-none = Det er ikke skrevet inn noe vedtak om deg her.
# word: vedtak, det er et vedtak som kan klages på
coercion-own-lead = Et vedtak er noe andre har bestemt etter loven. Du kan klage, og du kan få en advokat.
coercion-home-title = Noe er bestemt om deg
coercion-home-line = { $place } har skrevet det inn. Det gjelder til og med { $until }.
coercion-home-read = Les det, og se hva du kan gjøre
# awaiting-signoff: hol § 10-2, ikke lest på nytt
coercion-paragraph-hol-10-2 = Holdt tilbake uten at du har sagt ja
# awaiting-signoff: samme
coercion-means-hol-10-2 = Det betyr at du ikke kan dra når du vil, så lenge det gjelder. De kan undersøke deg og lage en plan for hjelp.
# awaiting-signoff: hol § 10-3, ikke lest på nytt
coercion-paragraph-hol-10-3 = Holdt tilbake mens du er gravid
# awaiting-signoff: samme
coercion-means-hol-10-3 = Det betyr at du ikke kan dra når du vil, så lenge det gjelder. Det skal være for barnet du venter, og så langt det går, til hjelp for deg.
# awaiting-signoff: hol § 10-4, ikke lest på nytt
coercion-paragraph-hol-10-4 = Holdt tilbake fordi du har sagt ja på forhånd
# awaiting-signoff: samme
coercion-means-hol-10-4 = Du sa ja til at de kan holde deg tilbake en tid. Det betyr at du ikke kan dra når du vil, så lenge det gjelder.
coercion-own-body = Bestemt av: { $body }
coercion-period = Fra { $from } til og med { $until }
coercion-own-review = De ser på det igjen senest { $day }. Du kan be om at det skjer før.
coercion-own-told = Hvem har fått vite det: { $told }
coercion-own-place = Spør { $place } om alt du lurer på:
coercion-state-coming = Begynner snart.
coercion-state-running = Gjelder nå.
coercion-state-lifted = Slutt. Det ble avsluttet før tida, { $day }.
coercion-state-ended = Slutt. Tida gikk ut { $day }.
coercion-state-withdrawn = Skulle ikke stått her. Rettet { $day }.
coercion-what-happened = Det som har skjedd
coercion-step-recorded = { $name } skrev det inn.
coercion-step-reviewed = { $name } så på det igjen.
coercion-step-lifted = { $name } avsluttet det.
coercion-step-withdrawn = { $name } rettet det. Grunn:
coercion-step-held = { $name } følger det nå.
coercion-step-ended = Tida gikk ut, og det sluttet av seg selv.
coercion-complain = Du kan klage
# awaiting-signoff: hvem som behandler klagen, og fristen, er ikke lest på nytt
# word: vedtaket, det er et vedtak som kan klages på
coercion-complain-how = Si eller skriv at du vil klage. De på stedet må hjelpe deg og sende den videre. Fristen står i vedtaket du har fått.
coercion-complain-no-harm = Du mister ikke hjelp av å klage.
coercion-complain-where = Andre du kan gå til
coercion-lawyer = Du kan få en advokat
# awaiting-signoff: fri rettshjelp i slike saker er ikke lest på nytt
coercion-lawyer-how = Be stedet ringe en advokat for deg. I slike saker skal du som regel ikke betale selv.
coercion-who-sees = Hvem ser dette?
coercion-who-sees-how = Du, og de som gjør jobben på stedet som skrev det inn. Ingen andre ser det her. Det står ikke i planen din.
coercion-the-person = Uten navn

## scope: staff

coercion-staff-title = Vedtak uten samtykke
coercion-staff-one = Vedtak om en person
coercion-one-title = Vedtaket
coercion-list-lead = Vedtak du følger, og dem ingen følger lenger. De som slutter først, står først.
coercion-list-none = Du følger ingen vedtak nå.
coercion-list-how = Et nytt vedtak skrives inn fra siden til den det gjelder.
coercion-list-more = Vis flere
coercion-list-unseen = { $n } gjelder personer dere ikke hjelper lenger. De slutter av seg selv på datoen.
coercion-row-mine = Du følger det.
coercion-row-nobody = Den som fulgte det, har sluttet.
coercion-row-near = En dato nærmer seg.
coercion-row-days = Ny vurdering { $review }. Gjelder til { $until }.
coercion-about-lead = Bare det dere selv har skrevet inn. Personen leser det samme, og kan klage.
coercion-about-none = Dere har ikke skrevet inn noe her.
coercion-record = Skriv inn et vedtak
coercion-record-lead = Gjelder { $name }. Selve vedtaket ligger i journalen deres. Her får personen lese hva det går ut på.
coercion-record-seen = Personen ser det med en gang. Ingen andre steder ser det, heller ikke i en nødåpning.
coercion-field-paragraph = Hvilken paragraf?
coercion-law-hol-10-2 = Helse- og omsorgstjenesteloven § 10-2
coercion-law-hol-10-3 = Helse- og omsorgstjenesteloven § 10-3 (gravid)
coercion-law-hol-10-4 = Helse- og omsorgstjenesteloven § 10-4 (samtykke gitt på forhånd)
coercion-longest-days = { $n } dager
coercion-longest-weeks = { $n } uker
coercion-longest-months = { $n } måneder
coercion-longest-sure = Lengst: { $time }.
coercion-longest-unsure = Lengst: { $time }. Tallet er ikke bekreftet. Se i loven.
coercion-longest-none = Ingen lengste tid er lagt inn. Se i loven.
coercion-field-body = Hvem har bestemt?
coercion-field-body-help = For eksempel helse- og barnevernsnemnda, med saksnummer.
coercion-field-from = Fra
coercion-field-until = Til og med
coercion-field-until-help = Den dagen slutter det av seg selv her.
coercion-field-day-help = Skriv dag, måned og år.
coercion-field-review = Vurderes på nytt senest
coercion-field-told = Hvem har fått vite det?
coercion-field-told-help = For eksempel advokaten, den personen selv har pekt ut, og statsforvalteren.
coercion-review-on = Vurderes på nytt senest { $day }.
coercion-holder = { $name } følger vedtaket.
coercion-holder-left = { $name } fulgte vedtaket, og har sluttet.
coercion-warns = Tida er lengre enn den vi kjenner fra loven. Tallet er ikke bekreftet. Sjekk at den stemmer.
coercion-take = Jeg følger vedtaket
coercion-review = Ny vurdering
coercion-field-next = Neste vurdering senest
coercion-review-do = Vurdert, gjelder fortsatt
coercion-lift = Avslutt før tida
coercion-lift-help = Personen ser med en gang at det er slutt.
coercion-lift-do = Avslutt nå
coercion-withdraw = Skrevet inn ved en feil
coercion-withdraw-help = Det som stod her, blir stående med grunnen. Personen leser den.
coercion-field-reason = Hva var feil?
coercion-withdraw-do = Rett feilen
coercion-today = { $n } trenger at du ser på dem nå.
coercion-today-read = Se hvilke

refusal-coercion-not-this-role = I din rolle skriver du ikke inn slike vedtak.
refusal-coercion-not-this-role-remedy = Det gjør stedet som gjennomfører vedtaket.
refusal-coercion-backwards = Siste dag er før første dag.
refusal-coercion-backwards-remedy = Se på datoene en gang til.
refusal-coercion-too-long = Det er lengre enn loven lar et slikt vedtak vare.
refusal-coercion-too-long-remedy = Se på datoene, og på hva som står i vedtaket.
refusal-coercion-review-outside = Ny vurdering må være mellom første og siste dag.
refusal-coercion-review-outside-remedy = Velg en dag innenfor tida vedtaket gjelder.
refusal-coercion-over = Dette vedtaket gjelder ikke lenger.
refusal-coercion-over-remedy = Gjelder det et nytt vedtak, skriv inn det.
refusal-coercion-in-good-hands = En kollega følger dette vedtaket.
refusal-coercion-in-good-hands-remedy = Snakk med kollegaen.

## scope: person
# What was done, as the person reads it in the log of who has looked.
# word: vedtak, det er et vedtak som kan klages på
coercion-log = Så på et vedtak om deg
# word: vedtak, det er et vedtak som kan klages på
coercion-log-change-decision = Endret et vedtak om deg
# word: vedtak, det er et vedtak som kan klages på
coercion-log-end-by-date = Et vedtak om deg tok slutt på datoen
# word: vedtak, det er et vedtak som kan klages på
coercion-log-record-decision = Skrev inn et vedtak om deg
# word: vedtak, det er et vedtak som kan klages på
coercion-log-remind = Minnet om en dato i et vedtak
