### scope: person
# Papirer: det andre har sendt.

papers-title = Papirer
papers-one = Et papir
papers-lead = Her ligger det andre har sendt om deg.
papers-empty = Ingen har sendt noe om deg ennå.
papers-to-plan = Til planen din
papers-note = Noen papirer hører til et område, som Kroppen. Deler du området, følger de med. Resten ser bare du.
papers-all-heading = Alt som er kommet
papers-received-heading = Hvem det kommer fra
papers-from = Fra
papers-from-unknown = Et annet sted
papers-came = { $n ->
    [one] Kom { $when }. Ett papir.
   *[other] Kom { $when }. { $n } papirer.
}
papers-see-papers = Se papirene
papers-back = Tilbake til papirene
papers-older = Vis eldre
papers-pages = Flere sider
papers-no-day = Uten dato
papers-untitled = Uten navn
papers-as-it-came = Vis alt, slik det kom
papers-as-it-came-note = Dette er hele papiret. Vi har ikke endret noe.

papers-proposals-heading = Forslag til planen
papers-proposals-lead = Du sier ja eller nei. Ingenting går inn i planen av seg selv.
papers-waiting = { $n ->
    [one] Ett forslag venter på deg.
   *[other] { $n } forslag venter på deg.
}
papers-you-decide = Du bestemmer hva som går inn i planen.
papers-see-proposals = Se forslagene
papers-see-paper = Se papiret
papers-no-proposals = Ingen forslag venter på deg.
papers-more-proposals = { $n ->
    [one] Svar på disse, så ser du ett til.
   *[other] Svar på disse, så ser du { $n } til.
}
papers-proposal = Forslag
papers-proposal-plan-goal = Et mål
papers-proposal-plan-measure = Noe å gjøre
papers-proposal-team-member = En som hjelper deg
papers-yes = Ja takk
papers-yes-to-all = Ja til alle { $n }
papers-no-to-all = Nei til alle { $n }
papers-said-yes = { $n ->
    [one] Ferdig. Du sa ja til ett forslag.
   *[other] Ferdig. Du sa ja til { $n } forslag.
}
papers-said-no = { $n ->
    [one] Ferdig. Du sa nei til ett forslag.
   *[other] Ferdig. Du sa nei til { $n } forslag.
}
papers-undo-until = Du kan angre i ti minutter.
papers-undone = Angret. Du kan svare på nytt.

papers-fact-value = Svar
papers-fact-day = Dato
papers-fact-contents = Dette er med
papers-fact-dose = Slik tas den
papers-fact-reason = Hvorfor
papers-fact-who = Hvem
papers-fact-note = Merknad
papers-fact-target = Hva en vil nå
papers-fact-expires = Til
papers-fact-amount = Beløp
papers-fact-status = Status
papers-fact-from = Fra
papers-fact-received = Kom hit
papers-fact-sees = Hvem kan se det
papers-only-you = Bare du
papers-you-and = Du, og de du deler { $area } med

papers-status-active = Gjelder nå
papers-status-completed = Ferdig
papers-status-finished = Ferdig
papers-status-final = Ferdig
papers-status-resolved = Over
papers-status-inactive = Ikke nå
papers-status-remission = Bedre
papers-status-available = Finnes
papers-status-accepted = Avtalt
papers-status-proposed = Foreslått
papers-status-planned = Planlagt
papers-status-in-progress = Pågår
papers-status-on-hold = På vent
papers-status-stopped = Stoppet
papers-status-cancelled = Avlyst
papers-status-draft = Utkast
papers-status-preliminary = Foreløpig
papers-status-amended = Rettet
papers-status-corrected = Rettet
papers-status-unknown = Vet ikke
papers-status-entered-in-error = Skrevet ved en feil
papers-status-not-done = Ikke gjort

papers-kind-diagnoser = { $n ->
    [one] 1 diagnose
   *[other] { $n } diagnoser
}
papers-kind-medisiner = { $n ->
    [one] 1 papir om medisin
   *[other] { $n } papirer om medisin
}
papers-kind-malinger = { $n ->
    [one] 1 måling
   *[other] { $n } målinger
}
papers-kind-provesvar = { $n ->
    [one] 1 prøvesvar
   *[other] { $n } prøvesvar
}
papers-kind-undersokelser = { $n ->
    [one] 1 undersøkelse
   *[other] { $n } undersøkelser
}
papers-kind-bilder = { $n ->
    [one] 1 bilde
   *[other] { $n } bilder
}
papers-kind-vaksiner = { $n ->
    [one] 1 vaksine
   *[other] { $n } vaksiner
}
papers-kind-besok = { $n ->
    [one] 1 besøk
   *[other] { $n } besøk
}
papers-kind-planer = { $n ->
    [one] 1 plan
   *[other] { $n } planer
}
papers-kind-mal = { $n ->
    [one] 1 mål
   *[other] { $n } mål
}
papers-kind-henvisninger = { $n ->
    [one] 1 bestilling
   *[other] { $n } bestillinger
}
papers-kind-dokumenter = { $n ->
    [one] 1 dokument
   *[other] { $n } dokumenter
}
papers-kind-folk = { $n ->
    [one] 1 papir om folk og steder
   *[other] { $n } papirer om folk og steder
}
papers-kind-regninger = { $n ->
    [one] 1 regning
   *[other] { $n } regninger
}
papers-kind-om-deg = { $n ->
    [one] 1 papir om hvem du er
   *[other] { $n } papirer om hvem du er
}
papers-kind-annet = { $n ->
    [one] 1 annet papir
   *[other] { $n } andre papirer
}

refusal-papers-answered = Dette har du svart på.
refusal-papers-answered-remedy = Se etter i planen. Der kan du endre det.
refusal-papers-not-answered = Det er ikke noe å angre her.
refusal-papers-not-answered-remedy = Forslaget venter på svar som før.
refusal-papers-too-late = De ti minuttene er gått.
refusal-papers-too-late-remedy = Sa du ja, kan du ta det bort i planen. Sa du nei, kan du skrive det inn selv.
refusal-papers-in-plan = Det står i planen nå.
refusal-papers-in-plan-remedy = Du kan ta det bort i planen.
refusal-papers-nobody-takes = Vi har ikke noe sted for dette nå.
refusal-papers-nobody-takes-remedy = Papiret ligger her. Du kan skrive det inn i planen selv.

## scope: person
# What was done, as the person reads it in the log of who has looked.
papers-log = Så på papirene dine
papers-log-papers-answer = Svarte på noe i papirene
papers-log-papers-undo = Angret et svar i papirene
papers-log-papers-import = Tok imot papirer til deg
papers-log-papers-forget = Slettet papirer som var for gamle
