### scope: person
# Det opne registeret, som alle kan lese.

agreements-title = Samarbeid
agreements-lead = Her ser du kven som har avtalt kva. Ingen avtale handlar om ein person.
agreements-register = Avtalar som gjeld no
agreements-register-none = Ingen avtalar gjeld no.
agreements-between = { $first } og { $second }
agreements-more = Vis fleire
agreements-state-agreed = Gjeld til { $day }

## scope: staff

agreements-menu = Samarbeid
agreements-staff-lead = Alle kan foreslå: kommune, sjukehus, NAV og frivillige. Ikkje skriv om personar her.
agreements-propose = Foreslå ein avtale
agreements-propose-lead = Den du foreslår det for, kan seie ja, nei eller ja med ei endring. Den som foreslår, har ikkje meir å seie enn den andre.
agreements-change = Ja, om det blir slik
agreements-change-lead = Skriv avtalen slik de kan seie ja til han. Då er det { $place } som svarer.
agreements-ours = Dette gjeld oss
agreements-ours-none = De har ingen avtalar eller forslag enno.
agreements-one = Avtale om samarbeid
agreements-period = Frå { $from } til og med { $until }
agreements-state-ours = Ventar på svar frå dykk
agreements-state-proposed = Ventar på svar frå den andre
agreements-state-over = Gjekk ut { $day }
agreements-state-declined = Det vart nei
agreements-state-taken-back = Forslaget er trekt
agreements-state-ended = Avslutta før tida
agreements-field-other = Kven vil de avtale noko med?
agreements-field-other-choose = Vel
agreements-field-title = Om kva
agreements-field-title-help = Ei linje som alle kan lese. Ho står på ei open liste når avtalen gjeld.
agreements-field-terms = Kva gjer kvar av dykk?
agreements-field-terms-help = Skriv kva kvar av dykk gjer, kor ofte, og kven som betaler.
agreements-field-from = Frå
agreements-field-until = Til og med
agreements-field-day-help = Skriv dag, månad og år.
agreements-your-answer = Svaret dykkar
agreements-your-answer-help = Den som svarer, svarer for heile organisasjonen. Namnet ditt står ved svaret.
agreements-you-wrote = Dette skreiv du
agreements-yes = Ja, det er ein avtale
agreements-yes-if = Ja, men slik
agreements-no = Nei
agreements-field-reason = Kvifor?
agreements-field-reason-help = Ei setning er nok. Den andre skal forstå det.
agreements-field-end-help = Sei også kva som skjer vidare.
agreements-take-back = Trekk forslaget
agreements-renew = Foreslå ein ny som liknar
agreements-end = Avslutt før tida
agreements-end-do = Avslutt avtalen
agreements-contacts = Kven ein snakkar med
agreements-history = Det som har skjedd
agreements-what-stood = Det som stod der då
agreements-step-proposed = { $name }, { $place }, foreslo
agreements-step-changed = { $name }, { $place }, sa ja med ei endring
agreements-step-agreed = { $name }, { $place }, sa ja
agreements-step-declined = { $name }, { $place }, sa nei
agreements-step-taken-back = { $name }, { $place }, trekte forslaget
agreements-step-ended = { $name }, { $place }, avslutta
agreements-today = Avtalar som ventar, eller snart går ut

refusal-agreements-not-this-role = I di rolle svarer du ikkje for organisasjonen.
refusal-agreements-not-this-role-remedy = Be ein kollega gjere det.
refusal-agreements-with-yourself = Ein avtale er mellom to.
refusal-agreements-with-yourself-remedy = Vel ein annan enn dykk sjølve.
refusal-agreements-backwards = Siste dag er før første dag.
refusal-agreements-backwards-remedy = Sjå på datoane ein gong til.
refusal-agreements-too-long = Det er for lenge. Ingen hugsar kva som vart avtalt då.
refusal-agreements-too-long-remedy = Vel ei kortare tid. De kan foreslå ein ny når han går ut.
refusal-agreements-past-already = Siste dag er forbi.
refusal-agreements-past-already-remedy = Vel ein dag som kjem.
refusal-agreements-not-yours = Det er ikkje de som skal svare no.
refusal-agreements-not-yours-remedy = Sjå kven det ventar på.
refusal-agreements-answered = Dette er svart på.
refusal-agreements-answered-remedy = Foreslå ein ny avtale om de vil noko anna.
refusal-agreements-changed = Avtalen vart endra medan du las.
refusal-agreements-changed-remedy = Les han ein gong til før du svarer.

## scope: person
# What was done, as it stands in the log.
agreements-log = Såg på avtalar mellom stader
agreements-log-answer = Svarte på ein avtale mellom stader
agreements-log-propose = Foreslo ein avtale mellom stader
