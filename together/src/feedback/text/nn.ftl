### scope: person
# Tilbakemelding: det personen les først, så det leiarar les.

feedback-title = Sei korleis det gjekk
feedback-lead = Tre spørsmål. Du treng ikkje seie kven du er.
feedback-which = Kvar fekk du hjelp?
feedback-no-places = Ingen stader er sette opp enno.
feedback-step = Spørsmål { $n } av 3.
feedback-heard = Blei du høyrd?
feedback-heard-yes = Ja
feedback-heard-some = Litt
feedback-heard-no = Nei
feedback-needed = Fekk du det du trong?
feedback-needed-yes = Ja
feedback-needed-some = Noko av det
feedback-needed-no = Nei
feedback-else = Noko anna?
feedback-else-nothing = Nei, det var alt
feedback-else-good = Ja, noko var bra
feedback-else-wrong = Ja, noko var gale
feedback-no-name = Vi tel svara. Vi lagrar ikkje kven som svara.
feedback-to-complain = Eg vil klage, eller ha svar
feedback-what-came = Dette sa de. Dette gjorde vi.
feedback-few-why = Vi viser ikkje tal under fem. Då kan ingen gjette kven det var.
feedback-month = { $month } { $year }
feedback-few = færre enn 5
feedback-left-out = blir ikkje vist
feedback-too-few = For få svar til å vise tal.
feedback-you-said = Dette sa de:
feedback-we-did = Dette gjorde vi:
feedback-by = { $name }, { $date }
feedback-place-month = { $place }, { $month }
feedback-thanks = Takk for svaret
feedback-thanks-what = { $place } ser berre tal. Her kan du lese kva dei gjer med det, når månaden er over.
feedback-want-answer = Vil du skrive noko, og få svar?
feedback-write = Skriv til leiaren
feedback-how = Korleis gjekk det?
feedback-how-lead = Du har fått svar frå nokon. Tre spørsmål, utan namn.
feedback-answer = Svar

refusal-feedback-busy = Mange har svara på kort tid.
refusal-feedback-busy-remedy = Prøv igjen om ein time.

## scope: staff

feedback-menu = Tilbakemeldingar
feedback-staff-lead = Svar kort kvar månad på det folk har sagt. Alle kan lese svaret.
feedback-nothing-yet = Ingen månad har nok svar enno.
feedback-replied = Svara på
feedback-no-reply = Ikkje svara på
feedback-reply-title = Svar på tilbakemeldingar
feedback-said-help = Med enkle ord. Skriv ikkje noko som peikar på ein person.
feedback-did-help = Kva er gjort, eller kva gjer de no, og til når?

refusal-feedback-month = Denne månaden kan ein ikkje svare på no.
refusal-feedback-month-remedy = Vel ein månad som er over, og ikkje meir enn eit halvt år gammal.
refusal-feedback-changed = Ein annan har svara i mellomtida.
refusal-feedback-changed-remedy = Det du skreiv, står her enno. Gå tilbake og sjå kva som står der no.
refusal-feedback-not-led = Du leier ikkje denne staden.
refusal-feedback-not-led-remedy = Snakk med den som leier staden.

## scope: person
# What was done, as the person reads it in the log of who has looked.
feedback-log = Såg kva du meinte om hjelpa
feedback-log-ask = Spurde korleis det var
feedback-log-forget = Sletta gamle svar
feedback-log-give-feedback = Sa korleis det var
feedback-log-reply-to-feedback = Svara på det du meinte
feedback-log-stop-asking = Sa nei til å bli spurd
