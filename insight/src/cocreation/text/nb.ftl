### scope: staff
# Oversikten over tjenestene, uten personer.

cocreation-menu = Oversikt
cocreation-title = Oversikt over tjenestene
cocreation-lead = Her ser du hvor arbeidet hoper seg opp, og hva som er over tiden. Ingen personer vises, og ingen tall fører til en person.
cocreation-drawn = Tallene er hentet { $day } { $clock }.
cocreation-nothing = Ingen tall er klare ennå.
cocreation-most = Flest hos { $who }: { $n }.
cocreation-at-least = minst { $n }
cocreation-sum-hidden = Tallene er for små til å legges sammen.
cocreation-few = færre enn 5
cocreation-hidden = skjult
cocreation-few-at = Færre enn 5: { $who }.
cocreation-few-everywhere = Færre enn 5 hos hver av tjenestene.
cocreation-hidden-at = Skjult: { $who }.
cocreation-what-counts = Hva er med?
cocreation-small-title = Små tall
cocreation-small = Tall under 5 vises som «færre enn 5». Noen ganger skjuler vi ett tall til. Da kan ingen regne seg fram til det lille tallet.
cocreation-file = Last ned tallene til regneark
cocreation-file-figure = Tall
cocreation-file-organisation = Tjeneste
cocreation-file-number = Antall
cocreation-file-date = Dato
cocreation-aside = Hva venter, og hvor? Tall uten personer.
cocreation-aside-open = Se oversikten

cocreation-title-load = Følges opp nå
cocreation-sum-load = Tjenestene følger opp { $n } personer. En person kan telle med flere steder.
cocreation-definition-load = Personer som tjenesten har et løpende ansvar for i dag. Den som følges opp av to tjenester, telles hos begge.
cocreation-title-requests = Venter på svar
cocreation-sum-requests = Det er { $n } forespørsler som venter på svar.
cocreation-definition-requests = Forespørsler om hjelp som ikke er lukket, og der ingen har svart ennå.
cocreation-title-messages = Meldinger uten svar
cocreation-sum-messages = Det er { $n } samtaler som har ventet på svar i mer enn et døgn.
cocreation-definition-messages = Samtaler der personen skrev sist, for mer enn 24 timer siden. De telles hos hver tjeneste som er med i samtalen.
cocreation-title-referrals = Henvisninger over fristen
cocreation-sum-referrals = Det er { $n } henvisninger som har ventet lenger enn fristen.
cocreation-definition-referrals = Henvisninger som ikke er avsluttet, og der fristen er ute. De telles hos tjenesten som skal svare.
cocreation-title-handovers = Overtakelser over tiden
cocreation-sum-handovers = Det er { $n } overtakelser som er over tiden.
cocreation-definition-handovers = Overtakelser som er tilbudt og ikke fullført i tide. De telles hos den som fortsatt har ansvaret.
cocreation-title-gaps = Åpne brudd
cocreation-sum-gaps = Det er { $n } åpne brudd.
cocreation-definition-gaps = Opphold, bolig eller henvisning som er slutt uten at noen har tatt neste steg. De telles hos tjenesten som eier bruddet.
cocreation-title-tasks = Oppgaver over tiden
cocreation-sum-tasks = Det er { $n } oppgaver som er over tiden.
cocreation-definition-tasks = Oppgaver som ikke er ferdige, og der dagen er passert. De telles hos tjenesten som har oppgaven.
