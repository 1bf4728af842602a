### scope: person
# For those who worry about somebody. Clinical and legal texts wait for somebody who may approve them.

next_of_kin-menu = Pårørende
next_of_kin-menu-kin = Få hjelp selv
next_of_kin-title = Er du bekymret for noen?
next_of_kin-lead = Du kan få hjelp for din egen del. Du trenger ikke si hvem det gjelder.
next_of_kin-talk = Jeg vil snakke med noen
next_of_kin-meet = Jeg vil treffe andre i samme situasjon
next_of_kin-overdose = Jeg vil vite hva jeg kan gjøre ved overdose
next_of_kin-young = Jeg er under 18

next_of_kin-talk-title = Snakke med noen
next_of_kin-talk-text = De som svarer, har tid til deg. Du kan ringe uten å si hvem du er.
next_of_kin-talk-near = Steder der du kan snakke med noen
next_of_kin-seen = Sist sjekket { $day }.
next_of_kin-check = Sjekk nummeret før du ringer. Vi har ikke fått sjekket det i år.
next_of_kin-line-kin = Pårørendetelefonen
next_of_kin-line-kin-about = De som svarer, er selv pårørende.
next_of_kin-line-mental-health = Mental Helse
next_of_kin-line-mental-health-about = For alle som trenger noen å snakke med.
next_of_kin-line-drugs = RUSinfo
next_of_kin-line-drugs-about = Svar på spørsmål om rusmidler.
next_of_kin-line-children = Alarmtelefonen for barn og unge
next_of_kin-line-children-about = For deg som ikke har det trygt hjemme.
next_of_kin-line-poison = Giftinformasjonen
next_of_kin-line-poison-about = Når noen kan ha fått i seg for mye, men er våken.

next_of_kin-meet-title = Treffe andre i samme situasjon
next_of_kin-meet-text = Mange har det som deg. Det kan være godt å høre hvordan andre gjør det.
next_of_kin-meet-how = Spør om grupper når du ringer, eller på steder der du bor.

next_of_kin-overdose-title = Ved overdose
# awaiting-signoff
next_of_kin-overdose-call = Ring 113.
# awaiting-signoff
next_of_kin-overdose-signs = Våkner ikke. Puster sakte eller ikke i det hele tatt. Blå lepper.
# awaiting-signoff
# word: rop, imperativ av «rope»
next_of_kin-overdose-1 = Rop og rist i skuldrene. Se om personen puster.
# awaiting-signoff
next_of_kin-overdose-2 = Ring 113 og sett på høyttaler. De sier hva du skal gjøre.
# awaiting-signoff
next_of_kin-overdose-3 = Gi nesespray hvis du har. Hjelper det ikke, gi en til.
# awaiting-signoff
next_of_kin-overdose-4 = Puster ikke personen, blås inn luft slik 113 sier.
# awaiting-signoff
next_of_kin-overdose-5 = Puster personen, legg ham eller henne på siden. Bli der til hjelpen kommer.
# awaiting-signoff
next_of_kin-spray = Nesespray mot overdose kan du få gratis, også som pårørende.
next_of_kin-spray-where = Her får du den.

next_of_kin-quiet-title = Det du sier, og det vi kan si
# awaiting-signoff
next_of_kin-quiet-1 = Vi kan lytte til deg og gi råd. Vi kan ikke si om vi kjenner en person.
# awaiting-signoff
next_of_kin-quiet-2 = Det gjelder alltid, også når svaret er nei.

next_of_kin-young-title = Er du under 18?
next_of_kin-young-lead = Det er ikke din feil. Du har lov til å få hjelp selv.
next_of_kin-young-who-title = Noen å si det til
next_of_kin-young-who-1 = Helsesykepleieren på skolen. Du kan bare gå inn døra.
next_of_kin-young-who-2 = En lærer eller trener du stoler på.
next_of_kin-young-who-3 = Legen. Du kan bestille time selv.
next_of_kin-young-danger-title = Er det farlig nå?
next_of_kin-young-danger = Ring 113 hvis noen ikke våkner. Du får ikke kjeft for å ringe.
next_of_kin-young-know-title = Greit å vite
next_of_kin-young-know-1 = Du trenger ikke spørre foreldrene dine først.
next_of_kin-young-know-2 = Du trenger ikke passe på de voksne. Det er det andre voksne som skal.
next_of_kin-young-know-3 = Du kan være glad i noen og sint på dem samtidig.
next_of_kin-young-know-4 = Du kan ha det gøy selv om noen hjemme har det tungt.
next_of_kin-young-quiet-title = Hva skjer når du sier det?
# awaiting-signoff
next_of_kin-young-quiet-1 = De fleste voksne du sier det til, holder det for seg selv.
# awaiting-signoff
next_of_kin-young-quiet-2 = Er du i fare, må de hente hjelp. Da skal de si det til deg først.
