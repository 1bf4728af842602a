### scope: person
# Det som står mellom personen og NAV: det personen les først, så det NAV les.

nav-title = Arbeid og pengar
nav-lead = Her står det du og NAV gjer saman. De ser det same når du deler det.
nav-section-empty = Ikkje noko her enno.
nav-add = Skriv ei linje
nav-change = Endre linja
nav-remove = Ta bort linja
nav-applied = Søkt { $day }.
nav-answer-by = Svar seinast { $day }.
nav-answer-late = Du skulle ha fått svar { $day }. Ring og spør.
nav-answered = Svar kom { $day }.
nav-signed-nav = { $name } i NAV skreiv dette { $day }.
nav-signed-you = Du skreiv dette { $day }.
nav-signed-person = Personen skreiv dette { $day }.
nav-tasks = Dette skal gjerast
nav-tasks-over = Det som er gjort
nav-task-from = { $name } spør.
nav-task-due = Seinast { $day }
nav-task-late = Skulle vore gjort { $day }
nav-task-done = Gjort { $day }
nav-task-no = Det vart nei { $day }
nav-task-taken-back = Teke tilbake { $day }
nav-task-do-done = Det er gjort
nav-task-do-no = Nei, det vil eg ikkje
nav-task-do-take-back = Ta det tilbake
nav-ask-nav = Be NAV om noko
nav-field-task = Kva gjeld det?
nav-field-task-help = Ein ting om gongen. Ikkje skriv om sjukdom eller medisin.
nav-field-area = Kva høyrer det til?
nav-field-due = Når bør det vere gjort?
nav-field-words = Kva er det?
nav-field-words-help = Til dømes: Søknad om bustøtte. Ikkje skriv om sjukdom eller medisin.
nav-field-status = Kor langt er det komme?
nav-field-applied = Når vart det søkt?
nav-field-answer-by = Når kjem svaret?
nav-field-answer = Kva vart svaret?
nav-own-seen = NAV ser linja berre om du deler denne delen med dei.
nav-no-office = Når du får hjelp av NAV her, kan du be dei om ting.
nav-who-sees = Kven ser dette?
nav-who-sees-help = NAV ser det dei sjølve har skrive. Alt anna avgjer du, del for del. NAV ser ikkje noko om helse her.
nav-to-sharing = Vel kva du deler
nav-home-more = Sjå alt
nav-home-waiting = { $n ->
    [0] Ingenting ventar på svar
    [one] Ein ting ventar på svar
   *[other] { $n } ting ventar på svar
}
nav-the-person = Utan namn

refusal-nav-not-yours = Det er den andre som har skrive dette.
refusal-nav-not-yours-remedy = Spør dei om å endre det.
refusal-nav-backwards = Svaret kan ikkje komme før det er søkt.
refusal-nav-backwards-remedy = Sjå på datoane ein gong til.
refusal-nav-full = Det er fullt her.
refusal-nav-full-remedy = Ta bort noko som er ferdig.
refusal-nav-over = Dette er gjort, eller teke tilbake.
refusal-nav-over-remedy = Sjå kva som står her no.
refusal-nav-changed = Linja vart endra på ei anna side.
refusal-nav-changed-remedy = Det du skreiv, står her enno. Lagre ein gong til om det er det du vil.
refusal-nav-no-office = Du får ikkje hjelp av NAV her enno.
refusal-nav-no-office-remedy = Spør kontakten din, eller ring NAV.

## scope: staff

nav-staff-title = NAV sine linjer
nav-staff-one = Arbeid, pengar og bustad
nav-list-lead = Det personar har bede dykk om, og svar de har lova.
nav-list-asked = Personar har bede oss om
nav-list-asked-none = Ingenting ventar.
nav-list-promised = Svar vi har lova
nav-list-promised-none = Ingen svar er lova no.
nav-list-more = Vis fleire
nav-list-unseen = { $n } gjeld personar de ikkje hjelper lenger. Snakk med leiaren din.
nav-row-asked = Har bede dykk om noko.
nav-row-promised = Ventar på svar på ein søknad.
nav-row-by = Seinast { $day }
nav-row-late = Skulle vore gjort { $day }
nav-today-all = Sjå alt
nav-ask-person = Be personen om noko
nav-theirs-seen = Personen ser linja med ein gong. Andre ser ho berre om personen deler denne delen.
nav-note = Personen avgjer kva som blir delt. Du ser kanskje ikkje alt.

## scope: person
# What was done, as the person reads it in the log of who has looked.
nav-log = Såg på arbeid og pengar
nav-log-task = Skreiv eller svarte på noko som skal gjerast
nav-log-write = Skreiv i arbeid og pengar
