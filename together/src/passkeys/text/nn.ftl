### scope: person

passkeys-sign-in = Logg inn med passnøkkel
passkeys-sign-in-lead = Bruk finger, ansikt eller koden på skjermen din.
passkeys-other-doors = Logg inn på ein annan måte
passkeys-failed = Det gjekk ikkje denne gongen.
passkeys-failed-remedy = Prøv ein gong til, eller logg inn på ein annan måte.
passkeys-cannot = Passnøklar verkar ikkje i denne nettlesaren.
passkeys-own = Passnøklar
passkeys-own-lead = Ein passnøkkel opnar Varde med fingeren din, ansiktet ditt eller koden på skjermen.
passkeys-account = Min konto
passkeys-none = Du har ingen enno.
passkeys-made = Laga { $when }
passkeys-used = Sist brukt { $when }
passkeys-never-used = Ikkje brukt enno
passkeys-remove = Fjern
passkeys-add = Lag ein passnøkkel
passkeys-what = Kva er ein passnøkkel?
passkeys-what-text = Han ligg på telefonen din. Vi får han aldri, og ingen kan lure han frå deg. Ikkje lag han på ein skjerm du deler med andre. Er telefonen borte? Fjern nøkkelen her.

refusal-passkeys-not-known = Vi kjende ikkje att passnøkkelen.
refusal-passkeys-not-known-remedy = Prøv ein gong til, eller logg inn på ein annan måte.
refusal-passkeys-not-added = Passnøkkelen vart ikkje laga.
refusal-passkeys-not-added-remedy = Prøv ein gong til.
refusal-passkeys-too-many = Du har ti passnøklar frå før.
refusal-passkeys-too-many-remedy = Fjern ein du ikkje brukar.

## scope: person
# What was done, as the person reads it in the log of who has looked.
passkeys-log = Såg på nøklane dine
passkeys-log-add-passkey = La til ein nøkkel
passkeys-log-ask-new-passkey = Bad om ein ny nøkkel
passkeys-log-ask-passkey = Spurde etter nøkkelen
passkeys-log-remove-passkey = Tok bort ein nøkkel
passkeys-log-sign-in-passkey = Kom inn med nøkkelen
