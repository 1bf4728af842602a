### scope: person

house-help = Hjelp
house-home = Hjem
house-hello = Hei
house-hello-name = Hei, { $name }
house-more = Mer
house-shared-with-you = Delt med deg
house-nothing-shared = Ingen deler noe med deg nå.
house-help-for-kin = Hjelp for deg selv
house-shared-by = Dette har { $name } valgt å dele med deg
house-shared-by-someone = Dette har noen valgt å dele med deg

house-denied-emergency = Er livet i fare? Åpne i nød

house-demo = Hvem vil du være?
house-demo-lead = Dette er en oppdiktet by. Alle navn og tall er laget for demoen. Velg en, og se det samme fra et annet sted.
house-demo-person = Personen og de nærmeste
house-demo-around = De som jobber rundt
house-demo-office = Ledelse og personvern
house-demo-open = Eller uten å logge inn
house-demo-ask = Be om hjelp som hvem som helst
house-persona-person = Har en plan og deler noe av den
house-persona-person-new = Helt ny, deler ingenting
house-persona-next-of-kin = Søster, invitert av Jon
house-persona-coordinator = Koordinator
house-persona-mo-nurse = Sykepleier
house-persona-gp = Fastlege
house-persona-nav = Veileder
house-persona-lar-doctor = Lege
house-persona-lar-outlet = Deler ut medisin
house-persona-pharmacy = Farmasøyt
house-persona-detox-nurse = Sykepleier
house-persona-tsb = Behandler
house-persona-room-staff = Ansatt
house-persona-drug-checker = Analyserer prøver
house-persona-outreach = Møter folk ute
house-persona-housing = Følger opp i bolig
house-persona-dental = Tannlege
house-persona-child-responsible = Følger opp barn
house-persona-volunteer = Frivillig
house-persona-advisory-unit = Rådgiver
house-persona-leader = Leder
house-persona-privacy-contact = Personvernkontakt
house-persona-admin = Administrator

## scope: staff

house-today = I dag
house-day-and-week = { $day }, uke { $week }.
house-nothing-today = Ingen ting haster nå.
house-people = Folk
house-nobody = Ingen deler noe med dere nå, og dere har ikke ansvar for noen.
house-people-mine = Dine
house-people-sharing = Deler noe med dere
house-people-served = Alle dere hjelper, de nyeste først
house-people-more = Vis flere
house-one-person = En person
house-one-do = Det du kan gjøre
house-no-name = Har ikke sagt navnet sitt
house-born = Født { $year }

## scope: person
# What was done, as the person reads it in the log of who has looked.
house-log = Så på siden om deg

## scope: staff
house-places = Plasser
house-places-lead = Tallene er så gode som den siste som bekreftet dem. Ring når et tall er gammelt.
house-places-none = Ingen har meldt inn plasser ennå.
