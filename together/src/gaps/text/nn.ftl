### scope: person
# Vakta: at ingenting tek slutt utan eit neste steg. Det personen les først.

gaps-home = Etter dette er det { $name }, { $where }, som passar på at du får ein neste stad.
gaps-home-call = Ring:

## scope: staff
gaps-page = Utan neste steg
gaps-lead = Noko tok slutt, og ingen har sagt ja til det neste enno.
gaps-none = Alle har eit neste steg.
gaps-all = Alle utan neste steg
gaps-more = Vis fleire
gaps-list-mine = Du passar på
gaps-list-vare = Kollegaer passar på
gaps-list-leder = Hos dei du leier
gaps-row-at = Ein person, { $where }
gaps-title = Neste steg for { $name }
gaps-the-person = Personen
gaps-to-person = Sida til personen
gaps-since = Sidan { $when }.
gaps-owner = { $name }, { $where }, passar på.
gaps-cause-stay-ended = Eit opphald tok slutt
gaps-cause-tenancy-ended = Eit leigeforhold tok slutt
gaps-cause-referral-closed = Ei tilvising vart avslutta
gaps-cause-handover-refused = Ei overtaking kom tilbake
gaps-cause-departed = Drog utan avtale
gaps-cause-missed = Fleire avtalar vart det ikkje noko av
gaps-cause-silence = Ingen har hatt kontakt på ei stund
gaps-ground-coordinator = Fordi det er koordinatoren.
gaps-ground-responsible = Fordi det er den ansvarlege fagpersonen.
gaps-ground-leader = Fordi det er leiaren der det tok slutt.
gaps-ground-unit = Fordi kommunen passar på når ingen andre gjer det.
gaps-ground-taken = Har sagt ja til å passe på.
gaps-ask-how = Kva er neste steg?
gaps-how-step = Nokon har sagt ja til neste steg
gaps-how-in-touch = Vi har hatt kontakt
gaps-how-said-no = Personen ønskjer ikkje noko no
gaps-field-step = Kven har sagt ja, til kva og når?
gaps-field-step-help = Personen kan lese dette.
gaps-steps = Det nokon har sagt ja til før
gaps-close = Lagre og avslutt
gaps-take = Eg passar på
gaps-ask-who = Kven skal passe på?
gaps-choose = Vel
gaps-give = Gi til
gaps-done-step = Nokon har sagt ja til neste steg.
gaps-done-in-touch = Det har vore kontakt.
gaps-done-said-no = Personen ønskjer ikkje noko no.
gaps-quiet-title = Kor lenge kan det vere stille?
gaps-quiet-lead = Har ingen hatt kontakt, får den som passar på beskjed. Vanleg er { $days } dagar.
gaps-quiet-days = Dagar hos dykk
gaps-days-wrong = Skriv eit tal frå 2 til 120.
refusal-gaps-closed = Dette er avslutta.
refusal-gaps-closed-remedy = Ein annan har ordna det. Last sida på nytt.
refusal-gaps-not-yours = Dette ligg hos ein annan.
refusal-gaps-not-yours-remedy = Ring den som passar på.
refusal-gaps-not-leader = Ein leiar gir det vidare til ein som møter personen.
refusal-gaps-not-leader-remedy = Vel ein i lista.
refusal-gaps-not-colleague = Dei arbeider ikkje her.
refusal-gaps-not-colleague-remedy = Vel ein i lista.
refusal-gaps-not-enough = Kontakt er ikkje nok her.
refusal-gaps-not-enough-remedy = Skriv kven som har sagt ja til neste steg.

## scope: person
gaps-log = Såg kven som passar på at du får ein neste stad
gaps-log-guard = Passa på at du får ein neste stad
gaps-log-next-step = Ordna neste steg
gaps-log-set-silence = Bestemte når nokon skal seie frå om at det er stille
