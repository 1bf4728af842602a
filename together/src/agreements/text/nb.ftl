### scope: person
# Det åpne registeret, som alle kan lese.

agreements-title = Samarbeid
agreements-lead = Her ser du hvem som har avtalt hva. Ingen avtale handler om en person.
agreements-register = Avtaler som gjelder nå
agreements-register-none = Ingen avtaler gjelder nå.
agreements-between = { $first } og { $second }
agreements-more = Vis flere
agreements-state-agreed = Gjelder til { $day }

## scope: staff

agreements-menu = Samarbeid
agreements-staff-lead = Alle kan foreslå: kommune, sykehus, NAV og frivillige. Ikke skriv om personer her.
agreements-propose = Foreslå en avtale
agreements-propose-lead = Den du foreslår det for, kan si ja, nei eller ja med en endring. Den som foreslår, har ikke mer å si enn den andre.
agreements-change = Ja, hvis det blir slik
agreements-change-lead = Skriv avtalen slik dere kan si ja til den. Da er det { $place } som svarer.
agreements-ours = Dette gjelder oss
agreements-ours-none = Dere har ingen avtaler eller forslag ennå.
agreements-one = Avtale om samarbeid
agreements-period = Fra { $from } til og med { $until }
agreements-state-ours = Venter på svar fra dere
agreements-state-proposed = Venter på svar fra den andre
agreements-state-over = Gikk ut { $day }
agreements-state-declined = Det ble nei
agreements-state-taken-back = Forslaget er trukket
agreements-state-ended = Avsluttet før tida
agreements-field-other = Hvem vil dere avtale noe med?
agreements-field-other-choose = Velg
agreements-field-title = Om hva
agreements-field-title-help = En linje som alle kan lese. Den står på en åpen liste når avtalen gjelder.
agreements-field-terms = Hva gjør hver av dere?
agreements-field-terms-help = Skriv hva hver av dere gjør, hvor ofte, og hvem som betaler.
agreements-field-from = Fra
agreements-field-until = Til og med
agreements-field-day-help = Skriv dag, måned og år.
agreements-your-answer = Svaret deres
agreements-your-answer-help = Den som svarer, svarer for hele organisasjonen. Navnet ditt står ved svaret.
agreements-you-wrote = Dette skrev du
agreements-yes = Ja, det er en avtale
agreements-yes-if = Ja, men slik
agreements-no = Nei
agreements-field-reason = Hvorfor?
agreements-field-reason-help = En setning er nok. Den andre skal forstå det.
agreements-field-end-help = Si også hva som skjer videre.
agreements-take-back = Trekk forslaget
agreements-renew = Foreslå en ny som ligner
agreements-end = Avslutt før tida
agreements-end-do = Avslutt avtalen
agreements-contacts = Hvem man snakker med
agreements-history = Det som har skjedd
agreements-what-stood = Det som stod der da
agreements-step-proposed = { $name }, { $place }, foreslo
agreements-step-changed = { $name }, { $place }, sa ja med en endring
agreements-step-agreed = { $name }, { $place }, sa ja
agreements-step-declined = { $name }, { $place }, sa nei
agreements-step-taken-back = { $name }, { $place }, trakk forslaget
agreements-step-ended = { $name }, { $place }, avsluttet
agreements-today = Avtaler som venter, eller snart går ut

refusal-agreements-not-this-role = I din rolle svarer du ikke for organisasjonen.
refusal-agreements-not-this-role-remedy = Be en kollega gjøre det.
refusal-agreements-with-yourself = En avtale er mellom to.
refusal-agreements-with-yourself-remedy = Velg en annen enn dere selv.
refusal-agreements-backwards = Siste dag er før første dag.
refusal-agreements-backwards-remedy = Se på datoene en gang til.
refusal-agreements-too-long = Det er for lenge. Ingen husker hva som ble avtalt da.
refusal-agreements-too-long-remedy = Velg en kortere tid. Dere kan foreslå en ny når den går ut.
refusal-agreements-past-already = Siste dag er forbi.
refusal-agreements-past-already-remedy = Velg en dag som kommer.
refusal-agreements-not-yours = Det er ikke dere som skal svare nå.
refusal-agreements-not-yours-remedy = Se hvem det venter på.
refusal-agreements-answered = Dette er svart på.
refusal-agreements-answered-remedy = Foreslå en ny avtale hvis dere vil noe annet.
refusal-agreements-changed = Avtalen ble endret mens du leste.
refusal-agreements-changed-remedy = Les den en gang til før du svarer.

## scope: person
# What was done, as it stands in the log.
agreements-log = Så på avtaler mellom steder
agreements-log-answer = Svarte på en avtale mellom steder
agreements-log-propose = Foreslo en avtale mellom steder
