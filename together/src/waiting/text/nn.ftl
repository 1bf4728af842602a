### scope: person
# Det nokon ventar på: det personen les først, så det tilsette les.

waiting-title = Det du ventar på
waiting-lead = Her ser du kven som har det no, og kva datoar som gjeld.
waiting-none = Du ventar ikkje på svar frå nokon no.
waiting-ask-somebody = Be ei teneste om hjelp
waiting-who-has = { $name } på { $who } har det no.
waiting-who-has-none = { $who } har det no.
waiting-call = Ring
waiting-if-passed = Kva om datoen går?
# awaiting-signoff: kva den som ventar, kan krevje når fristen er ute
waiting-if-passed-call = Ring dei først. Dei skal seie kva som skjer, og når.
waiting-if-passed-complain = Du kan klage. Det kostar ikkje noko, og du mistar ikkje plassen din.
waiting-complain = Skriv ei klage
# awaiting-signoff: Helfo si rolle når fristen er broten
waiting-if-passed-helfo = Går fristen i lova ut, kan Helfo finne ein annan stad til deg. Dei som har saka, skal seie frå til Helfo.
waiting-to-referral = Sjå det som er sendt
waiting-meanwhile = Medan du ventar
waiting-meanwhile-help = Du har framleis rett til hjelp frå kommunen. Du kan stikke innom eit senter utan time.
waiting-meanwhile-contact = Du kan ringje { $name }:
waiting-worse = Blir det verre, vent ikkje på datoen.
waiting-law-and-advice = Kva er lov, og kva er råd?
waiting-law-is = Lov: Dei må halde datoen. Gjer dei ikkje det, kan du klage.
waiting-advice-is = Råd: Slik bør det gå. Det kan ta lengre tid.
waiting-habit-is = Vanleg: Det er vi som seier at dei bør svare innan då.
waiting-over-title = Det som er ferdig
waiting-is-late = Den datoen er ikkje halden.
waiting-due-left-you = { $what }: seinast { $when }. { $n ->
    [0] Det er siste dag.
    [one] Det er 1 kvardag att.
   *[other] Det er { $n } kvardagar att.
}
waiting-due-breached-you = { $what } skulle kome seinast { $when }. Det er ikkje din feil. Du kan klage.
waiting-due-passed-you = { $what } burde kome seinast { $when }. Ring og spør når det kjem.
waiting-what-assessment = Svaret
waiting-what-answer = Svaret
waiting-what-latest-start = Hjelpa
waiting-what-guideline = Starten
waiting-what-decision = Planen for hjelpa
waiting-what-first-evaluation = Den første samtalen om korleis det går
waiting-what-next-evaluation = Den neste samtalen om korleis det går
waiting-what-after-detox = Hjelpa etter avrusing
waiting-state-received-you = { $who } har fått det. Dei les det og svarar deg.
waiting-state-asked-you = { $who } er spurd. Du ventar på svar.
waiting-state-assessed-you = { $who } har sagt ja. Du har rett til hjelp der.
waiting-state-taken-on-you = { $who } har sagt ja.
waiting-state-offered-you = Du kan byrje { $when }.
waiting-state-started-you = Hjelpa byrja { $when }.
waiting-state-decided-you = Planen for hjelpa blei laga { $when }.
waiting-state-over-no-right-you = { $who } fann at du ikkje har rett til hjelp der. Du kan klage.
waiting-state-over-refused-you = { $who } sa nei.
waiting-state-over-withdrawn-you = Du tok det tilbake.
waiting-state-over-finished-you = Ferdig.
waiting-day-received = Kom fram
waiting-day-assessment = Svar seinast
waiting-day-answer = Svar seinast
waiting-day-assessed = Svara
waiting-day-taken-on = Sa ja
waiting-day-suggested = Rådet var å byrje seinast
waiting-day-latest = Hjelpa skal byrje seinast
waiting-day-offered = Du kan byrje
waiting-day-started = Byrja
waiting-day-decided = Planen blei laga
waiting-day-evaluated = Sist de såg på korleis det går
waiting-day-decision = Planen bør vere laga
waiting-day-first-evaluation = Sjå på korleis det går
waiting-day-next-evaluation = Sjå på korleis det går igjen
waiting-day-after-detox = Hjelp etter avrusing
waiting-kind-law = Det er lova.
waiting-kind-advice = Det er eit råd.
waiting-kind-habit = Det er vanleg.
waiting-moved-person = Flytta frå { $from } til { $to }, etter ønske frå den det gjeld.
waiting-moved-service = Flytta frå { $from } til { $to }, av dei som gir hjelpa.
waiting-moved-other = Flytta frå { $from } til { $to }, av ein annan grunn.
waiting-breach-you = { $what } skulle kome seinast { $when }. Lova blei ikkje følgd.

## scope: staff
waiting-one-title = Ventetid
waiting-one-lead = { $name } ventar på { $who }.
waiting-the-person = Personen
waiting-due-left-staff = { $what }: seinast { $when }. { $n ->
    [0] Siste dag.
    [one] 1 verkedag att.
   *[other] { $n } verkedagar att.
}
waiting-due-breached-staff = Fristbrot: { $what } skulle vore gjort seinast { $when }.
waiting-due-passed-staff = Over tida: { $what } burde vore gjort seinast { $when }.
waiting-breach-staff = Fristbrot: { $what } skulle vore gjort seinast { $when }.
waiting-state-received-staff = Ventar på vurdering hos { $who }
waiting-state-asked-staff = Ventar på svar frå { $who }
waiting-state-assessed-staff = Har rett til hjelp hos { $who }. Ventar på tilbod om start
waiting-state-taken-on-staff = { $who } har sagt ja. Ventar på start
waiting-state-offered-staff = { $who } har tilbode start { $when }
waiting-state-started-staff = Hjelpa hos { $who } byrja { $when }
waiting-state-decided-staff = Klinisk avgjerd teken { $when } hos { $who }
waiting-state-over-no-right-staff = { $who } fann ikkje rett til hjelp der
waiting-state-over-refused-staff = { $who } sa nei
waiting-state-over-withdrawn-staff = Personen tok det tilbake
waiting-state-over-finished-staff = Ferdig hos { $who }
waiting-assess-title = Skriv kva vurderinga kom til
waiting-field-problem = Kva er hovudproblemet?
waiting-problem-alcohol = Alkohol
waiting-problem-opioids = Opioid
waiting-problem-cannabis = Cannabis
waiting-problem-stimulants = Sentralstimulerande
waiting-problem-sedatives = Roande og sovemiddel
waiting-problem-steroids = Anabole steroid
waiting-problem-gambling = Spel om pengar eller dataspel
waiting-problem-other = Noko anna, eller fleire
waiting-field-injecting = Injiserer personen?
waiting-injecting-no = Nei, eller ikkje sagt
waiting-injecting-yes = Ja
waiting-injecting-groin-or-neck = Ja, i lyske eller hals
waiting-field-units = Alkoholeiningar per dag
waiting-field-units-help = La stå tomt om det ikkje gjeld.
waiting-units-number = Skriv eit heilt tal, eller la det stå tomt.
waiting-field-pregnant = Svangerskap
waiting-pregnant-yes = Gravid
waiting-suggestion = Rettleiaren foreslår start seinast { $when }. Grunn: { $why }
waiting-no-suggestion = Rettleiaren har ingen veker for dette. Du set datoen ut frå personen.
waiting-suggestion-help = Det er eit forslag. Du skriv datoen. Tilhøve hos personen kan gi kortare tid.
waiting-show-suggestion = Vis forslag på nytt
waiting-field-assessed-on = Vurdert dato
waiting-field-day-help = Til dømes 24.11.2026.
waiting-field-right = Har personen rett til hjelp her?
waiting-right-yes = Ja
waiting-right-yes-help = Då gjeld ein siste dato for start, og han bind.
waiting-right-no = Nei
waiting-right-no-help = Personen får vite det og kan klage.
waiting-field-latest = Start seinast
waiting-field-latest-help = Den individuelle fristen. Berre når svaret er ja.
waiting-field-why-later = Kvifor seinare enn forslaget?
waiting-field-why-later-help = Må fyllast ut når datoen er seinare. Personen kan lese det.
waiting-assess = Lagre vurderinga
waiting-answer-there = Svaret blir skrive på tilvisinga. Når det er eit ja, kan start tilbydast her.
waiting-offer-title = Tilby start
waiting-field-to = Dato for start
waiting-offer = Tilby datoen
waiting-move-title = Flytt starten
waiting-field-cause = Kven er grunnen til at han blir flytta?
waiting-cause-person = Personen ønskte det
waiting-cause-service = Tenesta
waiting-cause-other = Noko anna
waiting-field-words = Grunn
waiting-move = Flytt
waiting-start-title = Hjelpa har byrja
waiting-field-started-on = Første oppmøte
waiting-field-care = Korleis blir hjelpa gitt?
waiting-care-outpatient = Poliklinisk
waiting-care-inpatient = Døgn
waiting-start = Lagre start
waiting-decide-title = Klinisk avgjerd
waiting-evaluate-title = Evaluering
waiting-field-on = Dato
waiting-decide = Lagre avgjerd
waiting-evaluate = Lagre evaluering
waiting-end = Ferdig her
waiting-to-referral-staff = Sjå tilvisinga
waiting-rules-title = Reglane denne klokka følgjer
waiting-rules-help = Dei galdt den dagen tilvisinga kom. Nye reglar endrar ikkje ei klokke som går.
waiting-rule = { $what }: { $amount }
waiting-amount-working-days = { $n ->
    [one] 1 verkedag
   *[other] { $n } verkedagar
}
waiting-amount-days = { $n ->
    [one] 1 dag
   *[other] { $n } dagar
}
waiting-amount-weeks = { $n ->
    [one] 1 veke
   *[other] { $n } veker
}
waiting-ground-with = { $problem }, { $ground }
waiting-ground-any = alle.
waiting-ground-units-over = meir enn { $n } einingar per dag.
waiting-ground-younger-than = under { $n } år.
waiting-ground-injecting = injiserer.
waiting-ground-groin-or-neck = injiserer i lyske eller hals.
waiting-ground-outpatient = poliklinisk.
waiting-ground-inpatient = døgn.
waiting-ground-pregnant-outpatient = gravid, poliklinisk.
waiting-ground-pregnant-inpatient = gravid, døgn.
waiting-not-sure = Kjelda må sjekkast før ho blir brukt som fasit.
waiting-history = Det som har skjedd
waiting-written-by = { $name }, { $when }
waiting-happened-received = Tilvisinga kom fram { $when }
waiting-happened-assessed = Vurdert { $when }: rett til hjelp
waiting-happened-no-right = Vurdert { $when }: ikkje rett til hjelp her
waiting-happened-taken-on = Sa ja { $when }
waiting-happened-offered = Tilbaud start { $when }
waiting-happened-started = Byrja { $when }
waiting-happened-decided = Klinisk avgjerd { $when }
waiting-happened-evaluated = Evaluering { $when }
waiting-happened-refused = Sa nei
waiting-happened-withdrawn = Teke tilbake av personen
waiting-happened-finished = Ferdig
waiting-overview-title = Ventetid, samla
waiting-overview-lead = Eldste fristbrot står først. Ingen brot blir gøymde.
waiting-overview-list = Ventar no
waiting-overview-none = Ingen ventar her no.
waiting-which-mine = Dei eg følgjer
waiting-which-til = Ventar på oss
waiting-which-fra = Vi har spurt
waiting-unseen = { $n ->
    [one] 1 til som du ikkje kan sjå no. Personen bestemmer kva som blir delt.
   *[other] { $n } til som du ikkje kan sjå no. Personen bestemmer kva som blir delt.
}
waiting-from-start = Frå starten
waiting-more = Vis fleire
waiting-to-referrals = Tilvisingar til oss og frå oss
waiting-today-title = Ventetid
waiting-to-overview = Sjå heile lista
waiting-person-title = Ventar på

refusal-waiting-over = Denne ventetida er over.
refusal-waiting-over-remedy = Skal personen ha hjelp igjen, lag ei ny tilvising.
refusal-waiting-not-yours = Det er den tenesta som er spurd, som skriv her.
refusal-waiting-not-yours-remedy = Ring dei og be dei skrive det inn.
refusal-waiting-done = Det er alt skrive.
refusal-waiting-done-remedy = Sjå under «Det som har skjedd». Kanskje ein kollega kom først.
refusal-waiting-not-yet = Noko anna kjem først.
refusal-waiting-not-yet-remedy = Skriv vurderinga før start, og starten før avgjerda.
refusal-waiting-before-received = Datoen er før tilvisinga kom.
refusal-waiting-before-received-remedy = Sjå på datoen éin gong til.
refusal-waiting-not-yet-day = Den dagen har ikkje vore enno.
refusal-waiting-not-yet-day-remedy = Skriv datoen då det skjedde.
refusal-waiting-say-why-later = Datoen er seinare enn rettleiaren foreslår.
refusal-waiting-say-why-later-remedy = Skriv kvifor, eller vel ein tidlegare dato.

## scope: person
# What was done, as the person reads it in the log of who has looked.
waiting-log = Såg på det du ventar på
waiting-log-write-wait = Skreiv om det du ventar på
waiting-log-find-breach = Fann at ein frist var gått ut
