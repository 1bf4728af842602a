### scope: staff
# Oversikta over tenestene, utan personar.

cocreation-menu = Oversikt
cocreation-title = Oversikt over tenestene
cocreation-lead = Her ser du kvar arbeidet hopar seg opp, og kva som er over tida. Ingen personar blir viste, og ingen tal fører til ein person.
cocreation-drawn = Tala er henta { $day } { $clock }.
cocreation-nothing = Ingen tal er klare enno.
cocreation-most = Flest hos { $who }: { $n }.
cocreation-at-least = minst { $n }
cocreation-sum-hidden = Tala er for små til å leggjast saman.
cocreation-few = færre enn 5
cocreation-hidden = skjult
cocreation-few-at = Færre enn 5: { $who }.
cocreation-few-everywhere = Færre enn 5 hos kvar av tenestene.
cocreation-hidden-at = Skjult: { $who }.
cocreation-what-counts = Kva er med?
cocreation-small-title = Små tal
cocreation-small = Tal under 5 blir viste som «færre enn 5». Nokre gonger skjuler vi eitt tal til. Då kan ingen rekne seg fram til det vesle talet.
cocreation-file = Last ned tala til rekneark
cocreation-file-figure = Tal
cocreation-file-organisation = Teneste
cocreation-file-number = Kor mange
cocreation-file-date = Dato
cocreation-aside = Kva ventar, og kvar? Tal utan personar.
cocreation-aside-open = Sjå oversikta

cocreation-title-load = Blir følgde opp no
cocreation-sum-load = Tenestene følgjer opp { $n } personar. Ein person kan telje med fleire stader.
cocreation-definition-load = Personar som tenesta har eit løpande ansvar for i dag. Den som blir følgd opp av to tenester, blir talt hos begge.
cocreation-title-requests = Ventar på svar
cocreation-sum-requests = Det er { $n } førespurnader som ventar på svar.
cocreation-definition-requests = Førespurnader om hjelp som ikkje er lukka, og der ingen har svart enno.
cocreation-title-messages = Meldingar utan svar
cocreation-sum-messages = Det er { $n } samtalar som har venta på svar i meir enn eit døgn.
cocreation-definition-messages = Samtalar der personen skreiv sist, for meir enn 24 timar sidan. Dei blir talde hos kvar teneste som er med i samtalen.
cocreation-title-referrals = Tilvisingar over fristen
cocreation-sum-referrals = Det er { $n } tilvisingar som har venta lenger enn fristen.
cocreation-definition-referrals = Tilvisingar som ikkje er avslutta, og der fristen er ute. Dei blir talde hos tenesta som skal svare.
cocreation-title-handovers = Overtakingar over tida
cocreation-sum-handovers = Det er { $n } overtakingar som er over tida.
cocreation-definition-handovers = Overtakingar som er tilbodne og ikkje fullførte i tide. Dei blir talde hos den som framleis har ansvaret.
cocreation-title-gaps = Opne brot
cocreation-sum-gaps = Det er { $n } opne brot.
cocreation-definition-gaps = Opphald, bustad eller tilvising som er slutt utan at nokon har teke neste steg. Dei blir talde hos tenesta som eig brotet.
cocreation-title-tasks = Oppgåver over tida
cocreation-sum-tasks = Det er { $n } oppgåver som er over tida.
cocreation-definition-tasks = Oppgåver som ikkje er ferdige, og der dagen er passert. Dei blir talde hos tenesta som har oppgåva.
