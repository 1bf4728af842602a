### scope: person
# Tilbakemelding: det personen leser først, så det ledere leser.

feedback-title = Si hvordan det gikk
feedback-lead = Tre spørsmål. Du trenger ikke si hvem du er.
feedback-which = Hvor fikk du hjelp?
feedback-no-places = Ingen steder er satt opp ennå.
feedback-step = Spørsmål { $n } av 3.
feedback-heard = Ble du hørt?
feedback-heard-yes = Ja
feedback-heard-some = Litt
feedback-heard-no = Nei
feedback-needed = Fikk du det du trengte?
feedback-needed-yes = Ja
feedback-needed-some = Noe av det
feedback-needed-no = Nei
feedback-else = Noe annet?
feedback-else-nothing = Nei, det var alt
feedback-else-good = Ja, noe var bra
feedback-else-wrong = Ja, noe var galt
feedback-no-name = Vi teller svarene. Vi lagrer ikke hvem som svarte.
feedback-to-complain = Jeg vil klage, eller ha svar
feedback-what-came = Dette sa dere. Dette gjorde vi.
feedback-few-why = Vi viser ikke tall under fem. Da kan ingen gjette hvem det var.
feedback-month = { $month } { $year }
feedback-few = færre enn 5
feedback-left-out = vises ikke
feedback-too-few = For få svar til å vise tall.
feedback-you-said = Dette sa dere:
feedback-we-did = Dette gjorde vi:
feedback-by = { $name }, { $date }
feedback-place-month = { $place }, { $month }
feedback-thanks = Takk for svaret
feedback-thanks-what = { $place } ser bare tall. Her kan du lese hva de gjør med det, når måneden er over.
feedback-want-answer = Vil du skrive noe, og få svar?
feedback-write = Skriv til lederen
feedback-how = Hvordan gikk det?
feedback-how-lead = Du har fått svar fra noen. Tre spørsmål, uten navn.
feedback-answer = Svar

refusal-feedback-busy = Mange har svart på kort tid.
refusal-feedback-busy-remedy = Prøv igjen om en time.

## scope: staff

feedback-menu = Tilbakemeldinger
feedback-staff-lead = Svar kort hver måned på det folk har sagt. Alle kan lese svaret.
feedback-nothing-yet = Ingen måned har nok svar ennå.
feedback-replied = Besvart
feedback-no-reply = Ikke besvart
feedback-reply-title = Svar på tilbakemeldinger
feedback-said-help = Med enkle ord. Skriv ikke noe som peker på en person.
feedback-did-help = Hva er gjort, eller hva gjør dere nå, og til når?

refusal-feedback-month = Denne måneden kan ikke besvares nå.
refusal-feedback-month-remedy = Velg en måned som er over, og ikke mer enn et halvt år gammel.
refusal-feedback-changed = En annen har svart i mellomtiden.
refusal-feedback-changed-remedy = Det du skrev, står her ennå. Gå tilbake og se hva som står der nå.
refusal-feedback-not-led = Du leder ikke dette stedet.
refusal-feedback-not-led-remedy = Snakk med den som leder stedet.

## scope: person
# What was done, as the person reads it in the log of who has looked.
feedback-log = Så hva du mente om hjelpen
feedback-log-ask = Spurte hvordan det var
feedback-log-forget = Slettet gamle svar
feedback-log-give-feedback = Sa hvordan det var
feedback-log-reply-to-feedback = Svarte på det du mente
feedback-log-stop-asking = Sa nei til å bli spurt
