### scope: person
# Det som står mellom personen og NAV: det personen leser først, så det NAV leser.

nav-title = Arbeid og penger
nav-lead = Her står det du og NAV gjør sammen. Dere ser det samme når du deler det.
nav-section-empty = Ikke noe her ennå.
nav-add = Skriv en linje
nav-change = Endre linja
nav-remove = Ta bort linja
nav-applied = Søkt { $day }.
nav-answer-by = Svar senest { $day }.
nav-answer-late = Du skulle ha fått svar { $day }. Ring og spør.
nav-answered = Svar kom { $day }.
nav-signed-nav = { $name } i NAV skrev dette { $day }.
nav-signed-you = Du skrev dette { $day }.
nav-signed-person = Personen skrev dette { $day }.
nav-tasks = Dette skal gjøres
nav-tasks-over = Det som er gjort
nav-task-from = { $name } spør.
nav-task-due = Senest { $day }
nav-task-late = Skulle vært gjort { $day }
nav-task-done = Gjort { $day }
nav-task-no = Det ble nei { $day }
nav-task-taken-back = Tatt tilbake { $day }
nav-task-do-done = Det er gjort
nav-task-do-no = Nei, det vil jeg ikke
nav-task-do-take-back = Ta det tilbake
nav-ask-nav = Be NAV om noe
nav-field-task = Hva gjelder det?
nav-field-task-help = En ting om gangen. Ikke skriv om sykdom eller medisin.
nav-field-area = Hva hører det til?
nav-field-due = Når bør det være gjort?
nav-field-words = Hva er det?
nav-field-words-help = For eksempel: Søknad om bostøtte. Ikke skriv om sykdom eller medisin.
nav-field-status = Hvor langt er det kommet?
nav-field-applied = Når ble det søkt?
nav-field-answer-by = Når kommer svaret?
nav-field-answer = Hva ble svaret?
nav-own-seen = NAV ser linja bare hvis du deler denne delen med dem.
nav-no-office = Når du får hjelp av NAV her, kan du be dem om ting.
nav-who-sees = Hvem ser dette?
nav-who-sees-help = NAV ser det de selv har skrevet. Alt annet bestemmer du, del for del. NAV ser ikke noe om helse her.
nav-to-sharing = Velg hva du deler
nav-home-more = Se alt
nav-home-waiting = { $n ->
    [0] Ingenting venter på svar
    [one] En ting venter på svar
   *[other] { $n } ting venter på svar
}
nav-the-person = Uten navn

refusal-nav-not-yours = Det er den andre som har skrevet dette.
refusal-nav-not-yours-remedy = Spør dem om å endre det.
refusal-nav-backwards = Svaret kan ikke komme før det er søkt.
refusal-nav-backwards-remedy = Se på datoene en gang til.
refusal-nav-full = Det er fullt her.
refusal-nav-full-remedy = Ta bort noe som er ferdig.
refusal-nav-over = Dette er gjort, eller tatt tilbake.
refusal-nav-over-remedy = Se hva som står her nå.
refusal-nav-changed = Linja ble endret på en annen side.
refusal-nav-changed-remedy = Det du skrev, står her ennå. Lagre en gang til hvis det er det du vil.
refusal-nav-no-office = Du får ikke hjelp av NAV her ennå.
refusal-nav-no-office-remedy = Spør kontakten din, eller ring NAV.

## scope: staff

nav-staff-title = NAVs linjer
nav-staff-one = Arbeid, penger og bolig
nav-list-lead = Det personer har bedt dere om, og svar dere har lovet.
nav-list-asked = Personer har bedt oss om
nav-list-asked-none = Ingenting venter.
nav-list-promised = Svar vi har lovet
nav-list-promised-none = Ingen svar er lovet nå.
nav-list-more = Vis flere
nav-list-unseen = { $n } gjelder personer dere ikke hjelper lenger. Snakk med lederen din.
nav-row-asked = Har bedt dere om noe.
nav-row-promised = Venter på svar på en søknad.
nav-row-by = Senest { $day }
nav-row-late = Skulle vært gjort { $day }
nav-today-all = Se alt
nav-ask-person = Be personen om noe
nav-theirs-seen = Personen ser linja med en gang. Andre ser den bare hvis personen deler denne delen.
nav-note = Personen bestemmer hva som deles. Du ser kanskje ikke alt.

## scope: person
# What was done, as the person reads it in the log of who has looked.
nav-log = Så på arbeid og penger
nav-log-task = Skrev eller svarte på noe som skal gjøres
nav-log-write = Skrev i arbeid og penger
