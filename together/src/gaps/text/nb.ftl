### scope: person
# Vakten: at ingenting tar slutt uten et neste steg. Det personen leser først.

gaps-home = Etter dette er det { $name }, { $where }, som passer på at du får et neste sted.
gaps-home-call = Ring:

## scope: staff
gaps-page = Uten neste steg
gaps-lead = Noe tok slutt, og ingen har sagt ja til det neste ennå.
gaps-none = Alle har et neste steg.
gaps-all = Alle uten neste steg
gaps-more = Vis flere
gaps-list-mine = Du passer på
gaps-list-vare = Kolleger passer på
gaps-list-leder = Hos dem du leder
gaps-row-at = En person, { $where }
gaps-title = Neste steg for { $name }
gaps-the-person = Personen
gaps-to-person = Siden til personen
gaps-since = Siden { $when }.
gaps-owner = { $name }, { $where }, passer på.
gaps-cause-stay-ended = Et opphold tok slutt
gaps-cause-tenancy-ended = Et leieforhold tok slutt
gaps-cause-referral-closed = En henvisning ble avsluttet
gaps-cause-handover-refused = En overtakelse kom tilbake
gaps-cause-departed = Dro uten avtale
gaps-cause-missed = Flere avtaler ble ikke noe av
gaps-cause-silence = Ingen har hatt kontakt på en stund
gaps-ground-coordinator = Fordi det er koordinatoren.
gaps-ground-responsible = Fordi det er den ansvarlige fagpersonen.
gaps-ground-leader = Fordi det er lederen der det tok slutt.
gaps-ground-unit = Fordi kommunen passer på når ingen andre gjør det.
gaps-ground-taken = Har sagt ja til å passe på.
gaps-ask-how = Hva er neste steg?
gaps-how-step = Noen har sagt ja til neste steg
gaps-how-in-touch = Vi har hatt kontakt
gaps-how-said-no = Personen ønsker ikke noe nå
gaps-field-step = Hvem har sagt ja, til hva og når?
gaps-field-step-help = Personen kan lese dette.
gaps-steps = Det noen har sagt ja til før
gaps-close = Lagre og avslutt
gaps-take = Jeg passer på
gaps-ask-who = Hvem skal passe på?
gaps-choose = Velg
gaps-give = Gi til
gaps-done-step = Noen har sagt ja til neste steg.
gaps-done-in-touch = Det har vært kontakt.
gaps-done-said-no = Personen ønsker ikke noe nå.
gaps-quiet-title = Hvor lenge kan det være stille?
gaps-quiet-lead = Har ingen hatt kontakt, får den som passer på beskjed. Vanlig er { $days } dager.
gaps-quiet-days = Dager hos dere
gaps-days-wrong = Skriv et tall fra 2 til 120.
refusal-gaps-closed = Dette er avsluttet.
refusal-gaps-closed-remedy = En annen har ordnet det. Last siden på nytt.
refusal-gaps-not-yours = Dette ligger hos en annen.
refusal-gaps-not-yours-remedy = Ring den som passer på.
refusal-gaps-not-leader = En leder gir det videre til en som møter personen.
refusal-gaps-not-leader-remedy = Velg en i listen.
refusal-gaps-not-colleague = De arbeider ikke her.
refusal-gaps-not-colleague-remedy = Velg en i listen.
refusal-gaps-not-enough = Kontakt er ikke nok her.
refusal-gaps-not-enough-remedy = Skriv hvem som har sagt ja til neste steg.

## scope: person
gaps-log = Så hvem som passer på at du får et neste sted
gaps-log-guard = Passet på at du får et neste sted
gaps-log-next-step = Ordnet neste steg
gaps-log-set-silence = Bestemte når noen skal si fra om at det er stille
