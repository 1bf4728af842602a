### scope: person
# Tonight: what the person reads first, then what those who work with it read.

tonight-tab = Tonight
tonight-title = Somewhere to sleep tonight
tonight-lead = You get an answer today. You do not have to say who you are.
tonight-to-mine = See what you have been given
tonight-ask = Ask for a place tonight
tonight-have-code = I have a code
tonight-rights = This you can count on
# awaiting-signoff: an answer the same day stands in a guide, not read in the act
tonight-right-today = One person at NAV is responsible for finding you a place today.
tonight-right-search = You do not have to have searched first.
tonight-right-safe = If the place is not safe for you, you get another.
tonight-right-complain = You can complain, also when you have been given a place.
tonight-places-open = Places you can call yourself
tonight-places-none = No places are on the list now. Call NAV.
tonight-places-call = Call before you go there. Each number says how old it is.
tonight-more = Show more
tonight-call = Call instead
tonight-ask-tab = Ask for a place
tonight-ask-title = What do you need tonight?
tonight-ask-lead = Write as little or as much as you like. You can also leave it empty.
tonight-words = In your own words
tonight-words-help = For example where you are now, or what matters. Do not write names of others.
tonight-wishes = What matters to you?
tonight-trait-women-only = Women only
tonight-trait-own-room = A room of your own
tonight-trait-couples = Room for a couple
tonight-trait-animals = Animals can come
tonight-trait-step-free = No stairs
tonight-trait-awake = Someone is awake all night
tonight-ask-send = Send
tonight-ask-who-reads = Those on duty at NAV read this. Nobody else.
tonight-must-have-asked = Ask the person first. Tick when it is done.
tonight-receipt-tab = Sent
tonight-receipt-title = We have got it
tonight-receipt-who = { $name } at { $office } is responsible for finding you a place today.
tonight-receipt-deleted = We delete this on { $date } if you do not want more contact.
tonight-receipt-code = Your code is
tonight-receipt-keep = Write it down or take a picture. With the code you read the answer on any screen.
tonight-receipt-read = Read the answer with the code
tonight-receipt-done = Done
tonight-receipt-next = What happens now
tonight-code-tab = Code
tonight-code-title = Open the answer about tonight
tonight-code-label = Your code
tonight-code-help = Two words and a number, like this: kano hest 47
tonight-code-open = Open
tonight-code-wrong = We did not find the code. Look at it once more.
tonight-code-lost = Have you lost the code? Call NAV, or ask for a place again.
tonight-mine-tab = Tonight
tonight-mine-title = Somewhere to sleep
tonight-mine-none = You have not asked for anything yet.
tonight-mine-waiting = We are looking for a place
tonight-mine-waiting-text = You do not have to search. You get the name of a place, not a list.
tonight-mine-given = You have been given a place
tonight-mine-staying = This is where you sleep
tonight-mine-declined = The answer was no
tonight-mine-closed = This is over
tonight-yes = I am coming
tonight-not-safe = It is not safe for me
tonight-not-safe-text = Then we find another place. You lose nothing by it.
tonight-not-safe-words = What is not safe?
tonight-not-safe-help = You can leave this empty.
tonight-not-safe-send = Find another place
tonight-ask-again = Ask for a place again
tonight-complain-title = You can complain
# awaiting-signoff: the time limit and who gets the complaint are not read in the act
tonight-complain-text = Say so to the one who answered you, or write. Somebody else looks at it. You keep the place while you wait.
tonight-complain-link = Write a complaint
# awaiting-signoff: three weeks is read in a guide, not in the act
tonight-complain-by = You can complain up to and including { $date }.
tonight-earlier = Earlier answers
tonight-who = The one who is responsible now
tonight-holder = { $name }, { $office }.
tonight-mine-words = What you wrote
tonight-no-words = No words of their own.
tonight-count = Nights
tonight-nights = { $n ->
    [one] 1 night since { $since }.
   *[other] { $n } nights since { $since }.
}
# awaiting-signoff: about three months is read in a guide
tonight-alarm-soon = On { $date } it is three months.
# awaiting-signoff: about three months is read in a guide
tonight-alarm-over = Over three months since { $date }.
tonight-count-what = A place for now should not last so long. You should get a plan for a home.
tonight-no-need = I do not need it any more
tonight-slip = Say the number { $n } at the door.
tonight-one-night = One night, { $day }.
tonight-from-through = From { $from } up to and including { $through }.
tonight-from-left = From { $from } to { $left }.
tonight-came = Came { $when }.
tonight-did-not-come = The place says that nobody came.
tonight-decided-no = No
tonight-place-hidden = The place is not shown here
tonight-decided-by = { $name } decided this { $when }.
tonight-said-yes = Said yes.
tonight-said-not-safe = Not safe.
tonight-clock-left = { $time } left of the day
tonight-clock-over = Should have been answered { $time } ago
tonight-quality-good = Checked { $date }: good.
tonight-quality-to-mend = Checked { $date }: something is to be mended.
tonight-quality-unfit = Checked { $date }: not in use.
tonight-quality-none = Nobody has checked the place yet.
tonight-closed-now = Takes nobody now
tonight-home-title = Somewhere to sleep
tonight-home-waits = { $name } is looking for a place for you. Answer { $when }.
tonight-home-given = { $name } is responsible.

## scope: staff

tonight-menu = Tonight
tonight-unnamed = No name
tonight-ask-title-staff = Tell about someone who needs a place
tonight-ask-for = For { $name }. NAV gets it at once.
tonight-ask-unnamed = Without a name. The person gets a code to read the answer with.
tonight-ask-unnamed-button = Tell about someone without a name
tonight-ask-person = Ask for a place tonight
tonight-spoken-legend = Has the person asked for it?
tonight-spoken = The person has asked for it
tonight-spoken-help = NAV will know that the person needs a place, and what stands above.
tonight-receipt-code-staff = Give the person this code
tonight-nobody-on-duty = nobody has said that they are on duty
tonight-duty = Duty
tonight-duty-now = { $name } is on duty and gets what comes in.
tonight-duty-default = Nobody is on duty. { $name } gets what comes in.
tonight-duty-nobody = No worker has been entered.
tonight-duty-text = Whoever is on duty is responsible from the first second. Duty lasts until 09.00 tomorrow.
tonight-duty-take = I am on duty
tonight-duty-leave = I am done
tonight-waiting = Must be decided today
tonight-waiting-none = Nobody is waiting for an answer.
tonight-staying = Staying somewhere now
tonight-staying-none = Nobody stays anywhere for now.
tonight-too-long = Near or over three months
tonight-free = Free tonight
tonight-filter = Show only some of the places
tonight-filter-legend = The place must have
tonight-filter-show = Show
tonight-places-none-fit = No places fit. Take away a tick.
tonight-again = Refresh
tonight-all = See everything about tonight
tonight-new-place = New place
tonight-row-wishes = Wishes: { $what }
tonight-row-held = { $name } is responsible · asked { $when }
tonight-open = Open
tonight-open-what = Open { $name }
tonight-one-tab = Someone who needs a place
tonight-one-own = What the person says
tonight-one-wishes = This matters to the person:
tonight-one-now = In force now
tonight-state-waiting = Waiting for an answer
tonight-state-given = Has been given a place
tonight-state-staying = Stays there
tonight-state-declined = The answer was no
tonight-state-closed = Over
tonight-fact-asked = Asked
tonight-fact-holder = Responsible
tonight-take = I take it
tonight-give-title = Give a place
tonight-give-lead = Choose one concrete place. Call and hear that it is there. The person is not to search.
tonight-give-place = Which place?
tonight-give-words = A word to the person
tonight-give-words-help = Can be skipped. The person reads this.
tonight-give = Give this place
tonight-nights-label = Number of nights
tonight-nights-help = From 1 to 14. Then somebody looks at it again.
tonight-nights-number = Write a number from 1 to 14.
tonight-said-not-safe-before = The person has said that it is not safe here.
tonight-has = Has: { $what }
tonight-lacks = Lacks: { $what }
tonight-extend-title = More nights
tonight-extend = Give more nights
tonight-look-again = Find another place
tonight-look-again-why = Why?
tonight-look-again-unsafe = The person says that it is not safe here
tonight-look-again-words = In the person's own words
tonight-look-again-send = Look further
tonight-decline = Answer no
tonight-decline-lead = NAV is to find a place, whatever the cause. A no is given with reasons, and the person can complain for three weeks.
tonight-decline-why = Reasons
tonight-decline-help = The person reads this word for word.
tonight-decline-send = Answer no
tonight-end = Not needed any more
tonight-confirm-same = { $n ->
    [one] That is right: 1 free
   *[other] That is right: { $n } free
}
tonight-confirm-other = Another number
tonight-confirm-free = Free now
tonight-confirm-total = Places in all
tonight-confirm-send = Confirm
tonight-number = Write a whole number.
tonight-slips = On the way tonight
tonight-slips-lead = Whoever comes says a number at the door. You do not need the name to receive them.
tonight-slips-none = Nobody is on the way.
tonight-slip-n = Number { $n }
tonight-slip-came = Came
tonight-slip-missed = Did not come
tonight-on-the-way = On the way
tonight-missed-at = Did not come. Told { $when }.
tonight-check = The municipality's check
tonight-check-new = Write a new check
tonight-check-mark = What did you find?
tonight-mark-good = Good
tonight-mark-to-mend = Something is to be mended
tonight-mark-unfit = Not to be used
tonight-check-words = What did you find?
tonight-check-words-help = About the place. Never about persons.
tonight-check-save = Save the check
tonight-close-place = Take nobody now
tonight-open-again = Take people again
tonight-new-name = What is the place called?
tonight-new-phone = Phone
tonight-new-part = Part of town
tonight-new-part-help = Not the address. It is given by phone.
tonight-new-traits = What the place is like
tonight-new-who-reads = Who can read about the place?
tonight-new-open = Everyone
tonight-new-open-help = Without a tick only staff see the place. Crisis centres are not to stand open.
tonight-leader-line = { $n ->
    [one] 1 person has stayed somewhere temporary for over three months. { $name }, { $office }, is responsible.
   *[other] { $n } persons have stayed somewhere temporary for over three months. { $name }, { $office }, is responsible.
}
tonight-leader-why = A temporary place should not last longer than about three months (guidance, not law).

refusal-tonight-changed = Somebody has done something here since you opened the page.
refusal-tonight-changed-remedy = See what stands now, and try again.
refusal-tonight-full = Somebody else got the last place just now.
refusal-tonight-full-remedy = Choose another place, or call and ask.
refusal-tonight-place-closed = The place takes nobody now.
refusal-tonight-place-closed-remedy = Choose another place.
refusal-tonight-unfit = The municipality's check says that the place is not to be used.
refusal-tonight-unfit-remedy = Choose another place.
refusal-tonight-unsafe = The person has said that this place is not safe.
refusal-tonight-unsafe-remedy = Choose another place.
refusal-tonight-decided = This has been answered already.
refusal-tonight-decided-remedy = Read the answer. Choose «Find another place» if it is to be changed.

## scope: person

refusal-tonight-nothing-given = You have not been given a place that you can answer now.
refusal-tonight-nothing-given-remedy = Call NAV if it is urgent.

## scope: staff

refusal-tonight-not-staying = The person has no place by this request.
refusal-tonight-not-staying-remedy = Give a place first.

## scope: person

refusal-tonight-asked-already = You have asked for a place already.
refusal-tonight-asked-already-remedy = See what you have been given.
refusal-tonight-closed = This is over.
refusal-tonight-closed-remedy = Ask for a place again if you need it.
refusal-tonight-nobody-decides = Nobody can answer here now.
refusal-tonight-nobody-decides-remedy = Call NAV, or the doctor on call at 116 117.

## scope: staff

refusal-tonight-more-than-all = There cannot be more free than there are places.
refusal-tonight-more-than-all-remedy = Look at the two numbers.
refusal-tonight-not-theirs = Those who run the place say how many are free.
refusal-tonight-not-theirs-remedy = Call the place.

## scope: person

refusal-tonight-busy = Many are asking just now.
refusal-tonight-busy-remedy = Call NAV, or try again in a while.
refusal-tonight-wait = Too many codes have been tried.
refusal-tonight-wait-remedy = Wait ten minutes, or call NAV.

tonight-log = Tonight
tonight-log-ask = Asked for somewhere to sleep
tonight-log-open-answer = Opened the answer with the code
tonight-log-say-yes = Said yes to a place
tonight-log-say-not-safe = Said that the place was not safe
tonight-log-end = Ended it
tonight-log-take = Took on finding a place
tonight-log-give = Gave you a place
tonight-log-decline = Answered no
tonight-log-look-again = Looked for another place
tonight-log-extend = Gave more nights
tonight-log-duty = Changed who is on duty
tonight-log-confirm = Said how many places are free
tonight-log-slip = Said whether somebody came
tonight-log-close-place = Opened or closed a place
tonight-log-mark-place = Checked a place
tonight-log-make-place = Wrote down a place
tonight-log-forget = Deleted what is old
tonight-log-set-up = Set up who answers
