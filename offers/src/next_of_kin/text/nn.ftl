### scope: person
# For those who worry about somebody. Clinical and legal texts wait for somebody who may approve them.

next_of_kin-menu = Pårørande
next_of_kin-menu-kin = Få hjelp sjølv
next_of_kin-title = Er du uroleg for nokon?
next_of_kin-lead = Du kan få hjelp for din eigen del. Du treng ikkje seie kven det gjeld.
next_of_kin-talk = Eg vil snakke med nokon
next_of_kin-meet = Eg vil treffe andre i same situasjon
next_of_kin-overdose = Eg vil vite kva eg kan gjere ved overdose
next_of_kin-young = Eg er under 18

next_of_kin-talk-title = Snakke med nokon
next_of_kin-talk-text = Dei som svarer, har tid til deg. Du kan ringe utan å seie kven du er.
next_of_kin-talk-near = Stader der du kan snakke med nokon
next_of_kin-seen = Sist sjekka { $day }.
next_of_kin-check = Sjekk nummeret før du ringer. Vi har ikkje fått sjekka det i år.
next_of_kin-line-kin = Pårørandetelefonen
next_of_kin-line-kin-about = Dei som svarer, er sjølve pårørande.
next_of_kin-line-mental-health = Mental Helse
next_of_kin-line-mental-health-about = For alle som treng nokon å snakke med.
next_of_kin-line-drugs = RUSinfo
next_of_kin-line-drugs-about = Svar på spørsmål om rusmiddel.
next_of_kin-line-children = Alarmtelefonen for barn og unge
next_of_kin-line-children-about = For deg som ikkje har det trygt heime.
next_of_kin-line-poison = Giftinformasjonen
next_of_kin-line-poison-about = Når nokon kan ha fått i seg for mykje, men er vaken.

next_of_kin-meet-title = Treffe andre i same situasjon
next_of_kin-meet-text = Mange har det som deg. Det kan vere godt å høyre korleis andre gjer det.
next_of_kin-meet-how = Spør om grupper når du ringer, eller på stader der du bur.

next_of_kin-overdose-title = Ved overdose
# awaiting-signoff
next_of_kin-overdose-call = Ring 113.
# awaiting-signoff
next_of_kin-overdose-signs = Vaknar ikkje. Pustar sakte eller ikkje i det heile. Blå lepper.
# awaiting-signoff
# word: rop, imperativ av «rope»
next_of_kin-overdose-1 = Rop og rist i skuldrene. Sjå om personen pustar.
# awaiting-signoff
next_of_kin-overdose-2 = Ring 113 og set på høgtalar. Dei seier kva du skal gjere.
# awaiting-signoff
next_of_kin-overdose-3 = Gi nasespray om du har. Hjelper det ikkje, gi ein til.
# awaiting-signoff
next_of_kin-overdose-4 = Pustar ikkje personen, blås inn luft slik 113 seier.
# awaiting-signoff
next_of_kin-overdose-5 = Pustar personen, legg han eller ho på sida. Bli der til hjelpa kjem.
# awaiting-signoff
next_of_kin-spray = Nasespray mot overdose kan du få gratis, også som pårørande.
next_of_kin-spray-where = Her får du han.

next_of_kin-quiet-title = Det du seier, og det vi kan seie
# awaiting-signoff
next_of_kin-quiet-1 = Vi kan lytte til deg og gi råd. Vi kan ikkje seie om vi kjenner ein person.
# awaiting-signoff
next_of_kin-quiet-2 = Det gjeld alltid, også når svaret er nei.

next_of_kin-young-title = Er du under 18?
next_of_kin-young-lead = Det er ikkje din feil. Du har lov til å få hjelp sjølv.
next_of_kin-young-who-title = Nokon å seie det til
next_of_kin-young-who-1 = Helsesjukepleiaren på skulen. Du kan berre gå inn døra.
next_of_kin-young-who-2 = Ein lærar eller trenar du stoler på.
next_of_kin-young-who-3 = Legen. Du kan bestille time sjølv.
next_of_kin-young-danger-title = Er det farleg no?
next_of_kin-young-danger = Ring 113 om nokon ikkje vaknar. Du får ikkje kjeft for å ringe.
next_of_kin-young-know-title = Greitt å vite
next_of_kin-young-know-1 = Du treng ikkje spørje foreldra dine først.
next_of_kin-young-know-2 = Du treng ikkje passe på dei vaksne. Det er det andre vaksne som skal.
next_of_kin-young-know-3 = Du kan vere glad i nokon og sint på dei samtidig.
next_of_kin-young-know-4 = Du kan ha det gøy sjølv om nokon heime har det tungt.
next_of_kin-young-quiet-title = Kva skjer når du seier det?
# awaiting-signoff
next_of_kin-young-quiet-1 = Dei fleste vaksne du seier det til, held det for seg sjølve.
# awaiting-signoff
next_of_kin-young-quiet-2 = Er du i fare, må dei hente hjelp. Då skal dei seie det til deg først.
