### scope: person

house-help = Hjelp
house-home = Heim
house-hello = Hei
house-hello-name = Hei, { $name }
house-more = Meir
house-shared-with-you = Delt med deg
house-nothing-shared = Ingen deler noko med deg no.
house-help-for-kin = Hjelp for deg sjølv
house-shared-by = Dette har { $name } valt å dele med deg
house-shared-by-someone = Dette har nokon valt å dele med deg

house-denied-emergency = Er livet i fare? Opne i naud

house-demo = Kven vil du vere?
house-demo-lead = Dette er ein oppdikta by. Alle namn og tal er laga for demoen. Vel ein, og sjå det same frå ein annan stad.
house-demo-person = Personen og dei nærmaste
house-demo-around = Dei som jobbar rundt
house-demo-office = Leiing og personvern
house-demo-open = Eller utan å logge inn
house-demo-ask = Be om hjelp som kven som helst
house-persona-person = Har ein plan og deler noko av han
house-persona-person-new = Heilt ny, deler ingenting
house-persona-next-of-kin = Søster, invitert av Jon
house-persona-coordinator = Koordinator
house-persona-mo-nurse = Sjukepleiar
house-persona-gp = Fastlege
house-persona-nav = Rettleiar
house-persona-lar-doctor = Lege
house-persona-lar-outlet = Deler ut medisin
house-persona-pharmacy = Farmasøyt
house-persona-detox-nurse = Sjukepleiar
house-persona-tsb = Behandlar
house-persona-room-staff = Tilsett
house-persona-drug-checker = Analyserer prøver
house-persona-outreach = Møter folk ute
house-persona-housing = Følgjer opp i bustad
house-persona-dental = Tannlege
house-persona-child-responsible = Følgjer opp barn
house-persona-volunteer = Frivillig
house-persona-advisory-unit = Rådgivar
house-persona-leader = Leiar
house-persona-privacy-contact = Personvernkontakt
house-persona-admin = Administrator

## scope: staff

house-today = I dag
house-day-and-week = { $day }, veke { $week }.
house-nothing-today = Ingenting hastar no.
house-people = Folk
house-nobody = Ingen deler noko med dykk no, og de har ikkje ansvar for nokon.
house-people-mine = Dine
house-people-sharing = Deler noko med dykk
house-people-served = Alle de hjelper, dei nyaste først
house-people-more = Vis fleire
house-one-person = Ein person
house-one-do = Det du kan gjere
house-no-name = Har ikkje sagt namnet sitt
house-born = Fødd { $year }

## scope: person
# What was done, as the person reads it in the log of who has looked.
house-log = Såg på sida om deg

## scope: staff
house-places = Plassar
house-places-lead = Tala er så gode som den siste som stadfesta dei. Ring når eit tal er gammalt.
house-places-none = Ingen har meldt inn plassar enno.
