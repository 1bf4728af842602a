### scope: person

passkeys-sign-in = Logg inn med passnøkkel
passkeys-sign-in-lead = Bruk finger, ansikt eller koden på skjermen din.
passkeys-other-doors = Logg inn på en annen måte
passkeys-failed = Det gikk ikke denne gangen.
passkeys-failed-remedy = Prøv en gang til, eller logg inn på en annen måte.
passkeys-cannot = Passnøkler virker ikke i denne nettleseren.
passkeys-own = Passnøkler
passkeys-own-lead = En passnøkkel åpner Varde med din finger, ditt ansikt eller koden på skjermen.
passkeys-account = Min konto
passkeys-none = Du har ingen ennå.
passkeys-made = Laget { $when }
passkeys-used = Sist brukt { $when }
passkeys-never-used = Ikke brukt ennå
passkeys-remove = Fjern
passkeys-add = Lag en passnøkkel
passkeys-what = Hva er en passnøkkel?
passkeys-what-text = Den ligger på telefonen din. Vi får den aldri, og ingen kan lure den fra deg. Ikke lag den på en skjerm du deler med andre. Er telefonen borte? Fjern nøkkelen her.

refusal-passkeys-not-known = Vi kjente ikke igjen passnøkkelen.
refusal-passkeys-not-known-remedy = Prøv en gang til, eller logg inn på en annen måte.
refusal-passkeys-not-added = Passnøkkelen ble ikke laget.
refusal-passkeys-not-added-remedy = Prøv en gang til.
refusal-passkeys-too-many = Du har ti passnøkler fra før.
refusal-passkeys-too-many-remedy = Fjern en du ikke bruker.

## scope: person
# What was done, as the person reads it in the log of who has looked.
passkeys-log = Så på nøklene dine
passkeys-log-add-passkey = La til en nøkkel
passkeys-log-ask-new-passkey = Ba om en ny nøkkel
passkeys-log-ask-passkey = Spurte etter nøkkelen
passkeys-log-remove-passkey = Tok bort en nøkkel
passkeys-log-sign-in-passkey = Kom inn med nøkkelen
