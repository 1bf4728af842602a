### scope: person
# Papir: det andre har sendt.

papers-title = Papir
papers-one = Eit papir
papers-lead = Her ligg det andre har sendt om deg.
papers-empty = Ingen har sendt noko om deg enno.
papers-to-plan = Til planen din
papers-note = Nokre papir høyrer til eit område, som Kroppen. Deler du området, følgjer dei med. Resten ser berre du.
papers-all-heading = Alt som er kome
papers-received-heading = Kven det kjem frå
papers-from = Frå
papers-from-unknown = Ein annan stad
papers-came = { $n ->
    [one] Kom { $when }. Eitt papir.
   *[other] Kom { $when }. { $n } papir.
}
papers-see-papers = Sjå papira
papers-back = Tilbake til papira
papers-older = Vis eldre
papers-pages = Fleire sider
papers-no-day = Utan dato
papers-untitled = Utan namn
papers-as-it-came = Vis alt, slik det kom
papers-as-it-came-note = Dette er heile papiret. Vi har ikkje endra noko.

papers-proposals-heading = Forslag til planen
papers-proposals-lead = Du seier ja eller nei. Ingenting går inn i planen av seg sjølv.
papers-waiting = { $n ->
    [one] Eitt forslag ventar på deg.
   *[other] { $n } forslag ventar på deg.
}
papers-you-decide = Du avgjer kva som går inn i planen.
papers-see-proposals = Sjå forslaga
papers-see-paper = Sjå papiret
papers-no-proposals = Ingen forslag ventar på deg.
papers-more-proposals = { $n ->
    [one] Svar på desse, så ser du eitt til.
   *[other] Svar på desse, så ser du { $n } til.
}
papers-proposal = Forslag
papers-proposal-plan-goal = Eit mål
papers-proposal-plan-measure = Noko å gjere
papers-proposal-team-member = Ein som hjelper deg
papers-yes = Ja takk
papers-yes-to-all = Ja til alle { $n }
papers-no-to-all = Nei til alle { $n }
papers-said-yes = { $n ->
    [one] Ferdig. Du sa ja til eitt forslag.
   *[other] Ferdig. Du sa ja til { $n } forslag.
}
papers-said-no = { $n ->
    [one] Ferdig. Du sa nei til eitt forslag.
   *[other] Ferdig. Du sa nei til { $n } forslag.
}
papers-undo-until = Du kan angre i ti minutt.
papers-undone = Angra. Du kan svare på nytt.

papers-fact-value = Svar
papers-fact-day = Dato
papers-fact-contents = Dette er med
papers-fact-dose = Slik tek du den
papers-fact-reason = Kvifor
papers-fact-who = Kven
papers-fact-note = Merknad
papers-fact-target = Kva ein vil nå
papers-fact-expires = Til
papers-fact-amount = Beløp
papers-fact-status = Status
papers-fact-from = Frå
papers-fact-received = Kom hit
papers-fact-sees = Kven kan sjå det
papers-only-you = Berre du
papers-you-and = Du, og dei du deler { $area } med

papers-status-active = Gjeld no
papers-status-completed = Ferdig
papers-status-finished = Ferdig
papers-status-final = Ferdig
papers-status-resolved = Over
papers-status-inactive = Ikkje no
papers-status-remission = Betre
papers-status-available = Finst
papers-status-accepted = Avtalt
papers-status-proposed = Foreslått
papers-status-planned = Planlagt
papers-status-in-progress = Går føre seg
papers-status-on-hold = På vent
papers-status-stopped = Stoppa
papers-status-cancelled = Avlyst
papers-status-draft = Utkast
papers-status-preliminary = Førebels
papers-status-amended = Retta
papers-status-corrected = Retta
papers-status-unknown = Veit ikkje
papers-status-entered-in-error = Skrive ved ein feil
papers-status-not-done = Ikkje gjort

papers-kind-diagnoser = { $n ->
    [one] 1 diagnose
   *[other] { $n } diagnosar
}
papers-kind-medisiner = { $n ->
    [one] 1 papir om medisin
   *[other] { $n } papir om medisin
}
papers-kind-malinger = { $n ->
    [one] 1 måling
   *[other] { $n } målingar
}
papers-kind-provesvar = { $n ->
    [one] 1 prøvesvar
   *[other] { $n } prøvesvar
}
papers-kind-undersokelser = { $n ->
    [one] 1 undersøking
   *[other] { $n } undersøkingar
}
papers-kind-bilder = { $n ->
    [one] 1 bilete
   *[other] { $n } bilete
}
papers-kind-vaksiner = { $n ->
    [one] 1 vaksine
   *[other] { $n } vaksinar
}
papers-kind-besok = { $n ->
    [one] 1 besøk
   *[other] { $n } besøk
}
papers-kind-planer = { $n ->
    [one] 1 plan
   *[other] { $n } planar
}
papers-kind-mal = { $n ->
    [one] 1 mål
   *[other] { $n } mål
}
papers-kind-henvisninger = { $n ->
    [one] 1 bestilling
   *[other] { $n } bestillingar
}
papers-kind-dokumenter = { $n ->
    [one] 1 dokument
   *[other] { $n } dokument
}
papers-kind-folk = { $n ->
    [one] 1 papir om folk og stader
   *[other] { $n } papir om folk og stader
}
papers-kind-regninger = { $n ->
    [one] 1 rekning
   *[other] { $n } rekningar
}
papers-kind-om-deg = { $n ->
    [one] 1 papir om kven du er
   *[other] { $n } papir om kven du er
}
papers-kind-annet = { $n ->
    [one] 1 anna papir
   *[other] { $n } andre papir
}

refusal-papers-answered = Dette har du svara på.
refusal-papers-answered-remedy = Sjå etter i planen. Der kan du endre det.
refusal-papers-not-answered = Det er ikkje noko å angre her.
refusal-papers-not-answered-remedy = Forslaget ventar på svar som før.
refusal-papers-too-late = Dei ti minutta er gått.
refusal-papers-too-late-remedy = Sa du ja, kan du ta det bort i planen. Sa du nei, kan du skrive det inn sjølv.
refusal-papers-in-plan = Det står i planen no.
refusal-papers-in-plan-remedy = Du kan ta det bort i planen.
refusal-papers-nobody-takes = Vi har ikkje nokon stad for dette no.
refusal-papers-nobody-takes-remedy = Papiret ligg her. Du kan skrive det inn i planen sjølv.

## scope: person
# What was done, as the person reads it in the log of who has looked.
papers-log = Såg på papira dine
papers-log-papers-answer = Svara på noko i papira
papers-log-papers-undo = Angra eit svar i papira
papers-log-papers-import = Tok imot papir til deg
papers-log-papers-forget = Sletta papir som var for gamle
