### scope: person
# Det noen venter på: det personen leser først, så det ansatte leser.

waiting-title = Det du venter på
waiting-lead = Her ser du hvem som har det nå, og hvilke datoer som gjelder.
waiting-none = Du venter ikke på svar fra noen nå.
waiting-ask-somebody = Be en tjeneste om hjelp
waiting-who-has = { $name } på { $who } har det nå.
waiting-who-has-none = { $who } har det nå.
waiting-call = Ring
waiting-if-passed = Hva om datoen går?
# awaiting-signoff: hva den som venter, kan kreve når fristen er ute
waiting-if-passed-call = Ring dem først. De skal si hva som skjer, og når.
waiting-if-passed-complain = Du kan klage. Det koster ikke noe, og du mister ikke plassen din.
waiting-complain = Skriv en klage
# awaiting-signoff: Helfos rolle når fristen er brutt
waiting-if-passed-helfo = Går fristen i loven ut, kan Helfo finne et annet sted til deg. De som har saken, skal si fra til Helfo.
waiting-to-referral = Se det som er sendt
waiting-meanwhile = Mens du venter
waiting-meanwhile-help = Du har fortsatt rett til hjelp fra kommunen. Du kan stikke innom et senter uten time.
waiting-meanwhile-contact = Du kan ringe { $name }:
waiting-worse = Blir det verre, vent ikke på datoen.
waiting-law-and-advice = Hva er lov, og hva er råd?
waiting-law-is = Lov: De må holde datoen. Gjør de ikke det, kan du klage.
waiting-advice-is = Råd: Slik bør det gå. Det kan ta lengre tid.
waiting-habit-is = Vanlig: Det er vi som sier at de bør svare innen da.
waiting-over-title = Det som er ferdig
waiting-is-late = Den datoen er ikke holdt.
waiting-due-left-you = { $what }: senest { $when }. { $n ->
    [0] Det er siste dag.
    [one] Det er 1 hverdag igjen.
   *[other] Det er { $n } hverdager igjen.
}
waiting-due-breached-you = { $what } skulle kommet senest { $when }. Det er ikke din feil. Du kan klage.
waiting-due-passed-you = { $what } burde kommet senest { $when }. Ring og spør når det kommer.
waiting-what-assessment = Svaret
waiting-what-answer = Svaret
waiting-what-latest-start = Hjelpen
waiting-what-guideline = Starten
waiting-what-decision = Planen for hjelpen
waiting-what-first-evaluation = Den første samtalen om hvordan det går
waiting-what-next-evaluation = Den neste samtalen om hvordan det går
waiting-what-after-detox = Hjelpen etter avrusning
waiting-state-received-you = { $who } har fått det. De leser det og svarer deg.
waiting-state-asked-you = { $who } er spurt. Du venter på svar.
waiting-state-assessed-you = { $who } har sagt ja. Du har rett til hjelp der.
waiting-state-taken-on-you = { $who } har sagt ja.
waiting-state-offered-you = Du kan begynne { $when }.
waiting-state-started-you = Hjelpen begynte { $when }.
waiting-state-decided-you = Planen for hjelpen ble laget { $when }.
waiting-state-over-no-right-you = { $who } fant at du ikke har rett til hjelp der. Du kan klage.
waiting-state-over-refused-you = { $who } sa nei.
waiting-state-over-withdrawn-you = Du tok det tilbake.
waiting-state-over-finished-you = Ferdig.
waiting-day-received = Kom fram
waiting-day-assessment = Svar senest
waiting-day-answer = Svar senest
waiting-day-assessed = Svarte
waiting-day-taken-on = Sa ja
waiting-day-suggested = Rådet var å begynne senest
waiting-day-latest = Hjelpen skal begynne senest
waiting-day-offered = Du kan begynne
waiting-day-started = Begynte
waiting-day-decided = Planen ble laget
waiting-day-evaluated = Sist dere så på hvordan det går
waiting-day-decision = Planen bør være laget
waiting-day-first-evaluation = Se på hvordan det går
waiting-day-next-evaluation = Se på hvordan det går igjen
waiting-day-after-detox = Hjelp etter avrusning
waiting-kind-law = Det er loven.
waiting-kind-advice = Det er et råd.
waiting-kind-habit = Det er vanlig.
waiting-moved-person = Flyttet fra { $from } til { $to }, etter ønske fra den det gjelder.
waiting-moved-service = Flyttet fra { $from } til { $to }, av dem som gir hjelpen.
waiting-moved-other = Flyttet fra { $from } til { $to }, av en annen grunn.
waiting-breach-you = { $what } skulle kommet senest { $when }. Loven ble ikke fulgt.

## scope: staff
waiting-one-title = Ventetid
waiting-one-lead = { $name } venter på { $who }.
waiting-the-person = Personen
waiting-due-left-staff = { $what }: senest { $when }. { $n ->
    [0] Siste dag.
    [one] 1 virkedag igjen.
   *[other] { $n } virkedager igjen.
}
waiting-due-breached-staff = Fristbrudd: { $what } skulle vært gjort senest { $when }.
waiting-due-passed-staff = Over tiden: { $what } burde vært gjort senest { $when }.
waiting-breach-staff = Fristbrudd: { $what } skulle vært gjort senest { $when }.
waiting-state-received-staff = Venter på vurdering hos { $who }
waiting-state-asked-staff = Venter på svar fra { $who }
waiting-state-assessed-staff = Har rett til hjelp hos { $who }. Venter på tilbud om start
waiting-state-taken-on-staff = { $who } har sagt ja. Venter på start
waiting-state-offered-staff = { $who } har tilbudt start { $when }
waiting-state-started-staff = Hjelpen hos { $who } begynte { $when }
waiting-state-decided-staff = Klinisk beslutning tatt { $when } hos { $who }
waiting-state-over-no-right-staff = { $who } fant ikke rett til hjelp der
waiting-state-over-refused-staff = { $who } sa nei
waiting-state-over-withdrawn-staff = Personen tok det tilbake
waiting-state-over-finished-staff = Ferdig hos { $who }
waiting-assess-title = Skriv hva vurderingen kom til
waiting-field-problem = Hva er hovedproblemet?
waiting-problem-alcohol = Alkohol
waiting-problem-opioids = Opioider
waiting-problem-cannabis = Cannabis
waiting-problem-stimulants = Sentralstimulerende
waiting-problem-sedatives = Beroligende og sovemidler
waiting-problem-steroids = Anabole steroider
waiting-problem-gambling = Spill om penger eller dataspill
waiting-problem-other = Noe annet, eller flere
waiting-field-injecting = Injiserer personen?
waiting-injecting-no = Nei, eller ikke sagt
waiting-injecting-yes = Ja
waiting-injecting-groin-or-neck = Ja, i lyske eller hals
waiting-field-units = Alkoholenheter per dag
waiting-field-units-help = La stå tomt hvis det ikke gjelder.
waiting-units-number = Skriv et helt tall, eller la det stå tomt.
waiting-field-pregnant = Svangerskap
waiting-pregnant-yes = Gravid
waiting-suggestion = Veilederen foreslår start senest { $when }. Grunn: { $why }
waiting-no-suggestion = Veilederen har ingen uker for dette. Du setter datoen ut fra personen.
waiting-suggestion-help = Det er et forslag. Du skriver datoen. Forhold hos personen kan gi kortere tid.
waiting-show-suggestion = Vis forslag på nytt
waiting-field-assessed-on = Vurdert dato
waiting-field-day-help = For eksempel 24.11.2026.
waiting-field-right = Har personen rett til hjelp her?
waiting-right-yes = Ja
waiting-right-yes-help = Da gjelder en siste dato for start, og den binder.
waiting-right-no = Nei
waiting-right-no-help = Personen får vite det og kan klage.
waiting-field-latest = Start senest
waiting-field-latest-help = Den individuelle fristen. Bare når svaret er ja.
waiting-field-why-later = Hvorfor senere enn forslaget?
waiting-field-why-later-help = Må fylles ut når datoen er senere. Personen kan lese det.
waiting-assess = Lagre vurderingen
waiting-answer-there = Svaret skrives på henvisningen. Når det er et ja, kan start tilbys her.
waiting-offer-title = Tilby start
waiting-field-to = Dato for start
waiting-offer = Tilby datoen
waiting-move-title = Flytt starten
waiting-field-cause = Hvem er grunnen til at den flyttes?
waiting-cause-person = Personen ønsket det
waiting-cause-service = Tjenesten
waiting-cause-other = Noe annet
waiting-field-words = Grunn
waiting-move = Flytt
waiting-start-title = Hjelpen har begynt
waiting-field-started-on = Første oppmøte
waiting-field-care = Hvordan gis hjelpen?
waiting-care-outpatient = Poliklinisk
waiting-care-inpatient = Døgn
waiting-start = Lagre start
waiting-decide-title = Klinisk beslutning
waiting-evaluate-title = Evaluering
waiting-field-on = Dato
waiting-decide = Lagre beslutning
waiting-evaluate = Lagre evaluering
waiting-end = Ferdig her
waiting-to-referral-staff = Se henvisningen
waiting-rules-title = Reglene denne klokka følger
waiting-rules-help = De gjaldt den dagen henvisningen kom. Nye regler endrer ikke en klokke som går.
waiting-rule = { $what }: { $amount }
waiting-amount-working-days = { $n ->
    [one] 1 virkedag
   *[other] { $n } virkedager
}
waiting-amount-days = { $n ->
    [one] 1 dag
   *[other] { $n } dager
}
waiting-amount-weeks = { $n ->
    [one] 1 uke
   *[other] { $n } uker
}
waiting-ground-with = { $problem }, { $ground }
waiting-ground-any = alle.
waiting-ground-units-over = mer enn { $n } enheter per dag.
waiting-ground-younger-than = under { $n } år.
waiting-ground-injecting = injiserer.
waiting-ground-groin-or-neck = injiserer i lyske eller hals.
waiting-ground-outpatient = poliklinisk.
waiting-ground-inpatient = døgn.
waiting-ground-pregnant-outpatient = gravid, poliklinisk.
waiting-ground-pregnant-inpatient = gravid, døgn.
waiting-not-sure = Kilden må sjekkes før den brukes som fasit.
waiting-history = Det som har skjedd
waiting-written-by = { $name }, { $when }
waiting-happened-received = Henvisningen kom fram { $when }
waiting-happened-assessed = Vurdert { $when }: rett til hjelp
waiting-happened-no-right = Vurdert { $when }: ikke rett til hjelp her
waiting-happened-taken-on = Sa ja { $when }
waiting-happened-offered = Tilbød start { $when }
waiting-happened-started = Begynte { $when }
waiting-happened-decided = Klinisk beslutning { $when }
waiting-happened-evaluated = Evaluering { $when }
waiting-happened-refused = Sa nei
waiting-happened-withdrawn = Tatt tilbake av personen
waiting-happened-finished = Ferdig
waiting-overview-title = Ventetid, samlet
waiting-overview-lead = Eldste fristbrudd står først. Ingen brudd blir skjult.
waiting-overview-list = Venter nå
waiting-overview-none = Ingen venter her nå.
waiting-which-mine = De jeg følger
waiting-which-til = Venter på oss
waiting-which-fra = Vi har spurt
waiting-unseen = { $n ->
    [one] 1 til som du ikke kan se nå. Personen bestemmer hva som deles.
   *[other] { $n } til som du ikke kan se nå. Personen bestemmer hva som deles.
}
waiting-from-start = Fra starten
waiting-more = Vis flere
waiting-to-referrals = Henvisninger til oss og fra oss
waiting-today-title = Ventetid
waiting-to-overview = Se hele lista
waiting-person-title = Venter på

refusal-waiting-over = Denne ventetiden er over.
refusal-waiting-over-remedy = Skal personen ha hjelp igjen, lag en ny henvisning.
refusal-waiting-not-yours = Det er den tjenesten som er spurt, som skriver her.
refusal-waiting-not-yours-remedy = Ring dem og be dem skrive det inn.
refusal-waiting-done = Det er alt skrevet.
refusal-waiting-done-remedy = Se under «Det som har skjedd». Kanskje en kollega kom først.
refusal-waiting-not-yet = Noe annet kommer først.
refusal-waiting-not-yet-remedy = Skriv vurderingen før start, og starten før beslutningen.
refusal-waiting-before-received = Datoen er før henvisningen kom.
refusal-waiting-before-received-remedy = Se på datoen én gang til.
refusal-waiting-not-yet-day = Den dagen har ikke vært ennå.
refusal-waiting-not-yet-day-remedy = Skriv datoen da det skjedde.
refusal-waiting-say-why-later = Datoen er senere enn veilederen foreslår.
refusal-waiting-say-why-later-remedy = Skriv hvorfor, eller velg en tidligere dato.

## scope: person
# What was done, as the person reads it in the log of who has looked.
waiting-log = Så på det du venter på
waiting-log-write-wait = Skrev om det du venter på
waiting-log-find-breach = Fant at en frist var gått ut
